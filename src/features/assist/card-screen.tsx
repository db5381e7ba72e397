import { View } from '@tarojs/components'
import type { AssistCardView } from '@/contract/assist'
import { isWechat } from '@/platform/wx'
import { Button } from '@/ui/button'
import { Dock } from '@/ui/dock'
import { usePhone } from '@/ui/phone'
import { Ticket } from '@/ui/ticket'
import { CardEnd } from './card-end'
import { CardHead } from './card-head'
import { copy } from './copy'
import { RewardTicket } from './reward-ticket'
import { RulesCard } from './rules-card'
import { heldNote } from './words'
import './assist.scss'

export type CardWays = {
  readonly onShare: () => void
  readonly onInstead: () => void
  readonly onUse: () => void
  readonly onWallet: () => void
  readonly onCentre: () => void
  readonly onHome: () => void
  readonly onClock: () => void
}
type Props = CardWays & {
  readonly view: AssistCardView
  readonly known: number
  readonly news: string
  readonly isClaiming: boolean
  /** The code of this card is there, so WeChat's own button has something to send. */
  readonly isReady: boolean
}

/** One's own card in every state: what is collected, who helped, until when, and all the rules. */
export const CardScreen = ({ view, known, news, isClaiming, isReady, ...ways }: Props) => {
  const { campaign, state } = view
  return (
    <>
      <View className="assist-ticket">
        {view.coupon ? (
          <OwnCoupon coupon={view.coupon} onUse={ways.onUse} />
        ) : (
          <RewardTicket campaign={campaign} isOff={state !== 'collecting'} />
        )}
      </View>
      <CardEnd view={view} isClaiming={isClaiming} onInstead={ways.onInstead} onCentre={ways.onCentre} />
      <CardHead view={view} known={known} news={news} onClock={ways.onClock} />
      <RulesCard
        campaign={state === 'collecting' ? campaign : { ...campaign, instead: null }}
        isClaiming={isClaiming}
        onInstead={ways.onInstead}
      />
      <CardDock state={state} isReady={isReady} {...ways} />
    </>
  )
}

type CouponProps = { readonly coupon: NonNullable<AssistCardView['coupon']>; readonly onUse: () => void }

const OwnCoupon = ({ coupon, onUse }: CouponProps) => {
  const now = usePhone().now()
  const isUsable = coupon.state === 'claimed' && coupon.validFromAt <= now && now < coupon.expiresAt
  const gone = coupon.state === 'locked' || coupon.state === 'used' ? copy.done.used : copy.done.expired
  return (
    <Ticket
      face={coupon}
      note={isUsable || coupon.state === 'voided' ? heldNote(coupon, now) : gone}
      look={isUsable ? 'warm' : 'off'}
      act={
        isUsable && (
          <Button isSmall onTap={onUse}>
            {copy.done.use}
          </Button>
        )
      }
    />
  )
}

type DockProps = Pick<Props, 'isReady' | 'onShare' | 'onHome' | 'onWallet'> & {
  readonly state: AssistCardView['state']
}

/** A still button: nothing moves, nothing waits behind it. */
const CardDock = ({ state, isReady, onShare, onHome, onWallet }: DockProps) => {
  if (state !== 'collecting')
    return (
      <Dock>
        {state === 'unlocked' && (
          <Button kind="line" width="grow" onTap={onWallet}>
            {copy.done.wallet}
          </Button>
        )}
        <Button width="grow" onTap={onHome}>
          {copy.dock.home}
        </Button>
      </Dock>
    )
  return (
    <Dock>
      {isWechat && isReady ? (
        <>
          <Button kind="line" onTap={onShare}>
            {copy.dock.poster}
          </Button>
          <Button width="grow" icon="chat" native={{ openType: 'share' }}>
            {copy.dock.send}
          </Button>
        </>
      ) : (
        <Button width="grow" icon="chat" onTap={onShare}>
          {isWechat ? copy.dock.send : copy.dock.hand}
        </Button>
      )}
    </Dock>
  )
}
