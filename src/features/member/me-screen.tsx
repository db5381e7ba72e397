import type { MeView } from '@/contract/member'
import type { OrderTab } from '@/contract/order'
import type { OrderId } from '@/domain/ids'
import { useLargeText } from '@/platform/large-text'
import { isWechat } from '@/platform/wx'
import { Card } from '@/ui/card'
import { ListRow, SwitchRow } from '@/ui/list-row'
import { copy } from './copy'
import { MeHead, StrangerHead } from './me-head'
import { OrderDoors } from './order-doors'
import { WalletDoors } from './wallet-doors'
import { ContactRow } from './contact-row'
import { setLarge, setPersonal } from './settings'

type Props = {
  /** Null is a stranger. */
  readonly me: MeView | null
  readonly onEnter: () => void
  readonly onProfile: () => void
  readonly onOrders: (tab?: OrderTab) => void
  readonly onOrder: (orderId: OrderId) => void
  readonly onCoupons: () => void
  readonly onCentre: () => void
  readonly onAssist: () => void
  readonly onPoints: () => void
  readonly onFavorites: () => void
  readonly onGroups: () => void
  readonly onAddresses: () => void
  readonly onMessages: () => void
  readonly onPrivacy: () => void
  readonly onSettings: () => void
  readonly onCall: (phone: string) => void
  readonly onSwitch: () => void
  readonly onLeave: () => void
}

const { rows } = copy

export const MeScreen = ({ me, ...ways }: Props) => {
  const isLarge = useLargeText((now) => now.isLarge)
  return (
    <>
      {me ? <MeHead me={me} onProfile={ways.onProfile} /> : <StrangerHead onEnter={ways.onEnter} />}
      <OrderDoors
        counts={me?.counts ?? null}
        coming={me?.coming ?? null}
        onOpen={ways.onOrders}
        onOrder={ways.onOrder}
      />
      {me && (
        <WalletDoors
          wallet={me.wallet}
          onCoupons={me.wallet.coupons > 0 ? ways.onCoupons : ways.onCentre}
          onPoints={ways.onPoints}
          onSaved={() => ways.onOrders('done')}
        />
      )}
      <Card look="flat">
        {me && (
          <ListRow
            icon="bell"
            title={rows.messages}
            note={me.counts.unread > 0 && rows.unread(me.counts.unread)}
            onTap={ways.onMessages}
          />
        )}
        <ListRow icon="coupon" title={copy.wallet.centre} onTap={ways.onCentre} />
        <ListRow icon="chat" title={rows.assist} onTap={ways.onAssist} />
        <ListRow
          icon="heart"
          title={rows.favorites}
          note={me && me.counts.favorites > 0 && rows.favoritesNote(me.counts.favorites)}
          onTap={ways.onFavorites}
        />
        <ListRow icon="people" title={rows.groups} onTap={ways.onGroups} />
        <ListRow icon="address" title={rows.addresses} onTap={ways.onAddresses} />
        <ListRow icon="shield" title={rows.privacy} note={rows.privacyNote} onTap={ways.onPrivacy} />
        {me && (
          <SwitchRow
            icon="sparkle"
            title={rows.personal}
            isOn={me.settings.isPersonal}
            onChange={(isOn) => void setPersonal(isOn)}
          />
        )}
        <SwitchRow icon="large-text" title={rows.large} isOn={isLarge} onChange={(isOn) => void setLarge(isOn)} />
      </Card>
      <Card look="flat">
        <ContactRow phone={me?.servicePhone ?? null} onCall={ways.onCall} />
        <ListRow icon="gear" title={rows.settings} onTap={ways.onSettings} />
      </Card>
      {me && !isWechat && (
        <Card look="flat">
          <ListRow icon="people" title={rows.who} note={rows.whoNote} onTap={ways.onSwitch} />
          <ListRow icon="undo" title={rows.leave} onTap={ways.onLeave} />
        </Card>
      )}
    </>
  )
}
