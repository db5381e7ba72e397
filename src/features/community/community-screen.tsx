import { View } from '@tarojs/components'
import type { CommunityView } from '@/contract/community'
import { isMember } from '@/domain/community/member'
import type { SaleId } from '@/domain/ids'
import { AddressCard } from '@/ui/address-card'
import { Avatar, AvatarStack } from '@/ui/avatar'
import { Button } from '@/ui/button'
import { Card, CardHead } from '@/ui/card'
import { Chip } from '@/ui/chip'
import { tap } from '@/ui/tap'
import { joinedText } from './community-row'
import { copy } from './copy'
import { SaleRow } from './sale-row'
import './community.scss'

const words = copy.page

type Ways = {
  readonly onJoin: () => void
  readonly onMore: () => void
  readonly onMembers: () => void
  readonly onSale: (id: SaleId) => void
}
type Props = Ways & { readonly view: CommunityView; readonly busy: string | null }

/** A community for whoever looks: who leads it, what is open, where things are fetched. */
export const CommunityScreen = ({ view, busy, ...ways }: Props) => {
  const { note, sales, past, pickupPoints } = view
  return (
    <>
      <Head view={view} busy={busy} {...ways} />
      {note && (
        <Card>
          <View className="community-note">{note}</View>
        </Card>
      )}
      {sales.length > 0 ? (
        <Card>
          {sales.map((sale) => (
            <SaleRow key={sale.id} sale={sale} onOpen={ways.onSale} />
          ))}
        </Card>
      ) : (
        <Card>
          <View className="b">{words.empty}</View>
          <View className="n2 mt1">{words.emptyNote}</View>
        </Card>
      )}
      {pickupPoints.map((point) => (
        <AddressCard key={point.id} title={point.name} note={`${point.address} · ${point.hours}`} />
      ))}
      {past.length > 0 && (
        <Card>
          <CardHead title={words.past} />
          {past.map((sale) => (
            <SaleRow key={sale.id} sale={sale} onOpen={ways.onSale} />
          ))}
        </Card>
      )}
    </>
  )
}

const Head = ({ view, busy, onJoin, onMore, onMembers }: Omit<Props, 'onSale'>) => {
  const { name, leader, members, membership, faces, sharer, state, own } = view
  const isIn = isMember(membership)
  return (
    <View className="community-head">
      <View className="row">
        <Avatar name={leader.name || name} url={leader.avatar} size={56} isRinged />
        <View className="grow">
          <View className="community-name">{name}</View>
          <View className="n2">{sharer ? words.invitedBy(sharer.name) : leader.name || words.nobody}</View>
        </View>
        {isIn ? (
          !own && (
            <Button kind="line" isSmall isBusy={busy !== null} onTap={onMore}>
              {words.more}
            </Button>
          )
        ) : (
          <Button kind="leaf" isSmall isBusy={busy === 'join'} isOff={state === 'closed'} onTap={onJoin}>
            {words.join}
          </Button>
        )}
      </View>
      <View className="row mt2" {...(isIn ? tap(onMembers, words.all, { role: 'link' }) : {})}>
        <AvatarStack people={faces.map((face) => ({ name: face.name, url: face.avatar }))} most={6} />
        <View className="n2">
          {[copy.members(members), isIn && joinedText(membership)].filter(Boolean).join(' · ')}
        </View>
        {state !== 'active' && (
          <Chip tone="honey" isSmall>
            {copy.state[state]}
          </Chip>
        )}
      </View>
    </View>
  )
}
