import { useState } from 'react'
import type { GroupView } from '@/contract/group-buy'
import { AloneSheet, buyAlone, isSimple } from '@/features/group/alone-sheet'
import { copy, refused } from '@/features/group/copy'
import { GroupScreen } from '@/features/group/group-screen'
import { cardTitle, gatheringOf, makeShare, pathOf } from '@/features/group/hand-on'
import type { GroupPage } from '@/features/group/use-group'
import { useSeat } from '@/features/group/use-seat'
import { AskRow } from '@/features/message/ask-row'
import { Sharing } from '@/features/share/sharing'
import { go } from '@/platform/navigate'
import { member, useKnownMember } from '@/platform/session'
import { useGathering } from '@/platform/share'
import { TillSheet, type Buying } from './till-sheet'

type Props = {
  readonly group: GroupPage
  readonly view: GroupView
  /** WeChat says paid, the shop hasn't heard. */
  readonly isConfirming: boolean
  readonly onConfirming: (isConfirming: boolean) => void
}

/** The group that was found: its screen, the sheets over it, and what hands it on. */
export const Group = ({ group, view, isConfirming, onConfirming }: Props) => {
  const [buying, setBuying] = useState<Buying | 'alone' | null>(null)
  const { product, shareCode, mine } = view
  const shut = () => setBuying(null)
  const look = async (isWaiting: boolean) => {
    onConfirming(isWaiting)
    await group.refresh()
  }
  const seat = useSeat(mine, view.id, { onView: group.show, onChange: look, onMoved: go.groupInstead })
  useGathering(gatheringOf(view))
  useKnownMember()

  const buy = async (kind: Buying) => {
    if (await member()) setBuying(kind)
  }
  const alone = () => {
    const [only] = product.skus
    if (only && isSimple(product)) buyAlone(only.id, 1, shareCode)
    else setBuying('alone')
  }
  return (
    <Sharing
      of={view.id}
      onMake={makeShare(view.id)}
      title={cardTitle(view)}
      picture={view.cardPicture}
      isOff={!view.acts.includes('invite')}
      path={pathOf(view)}
      words={copy.invite}
      refusals={refused}
    >
      {(invite) => (
        <>
          <GroupScreen
            view={view}
            known={group.known}
            news={group.news}
            busy={seat.busy}
            isConfirming={isConfirming}
            onAlone={alone}
            onJoin={() => void buy('join')}
            onOpenOwn={() => void buy('open')}
            onPay={seat.pay}
            onLeave={seat.leave}
            onChoose={seat.choose}
            onInvite={invite}
            onOrder={() => mine && go.order(mine.orderId)}
            onProduct={() => go.product(product.id)}
            onGroup={({ id }) => go.group(id)}
            onHome={go.home}
            onClock={() => void group.refresh()}
          >
            <AskRow moment="group-joined" />
          </GroupScreen>
          <AloneSheet product={product} shareCode={shareCode} isOpen={buying === 'alone'} onClose={shut} />
          {(buying === 'join' || buying === 'open') && (
            <TillSheet
              view={view}
              kind={buying}
              onClose={shut}
              onPlaced={({ groupId, end }) => {
                shut()
                if (groupId && groupId !== view.id) go.groupInstead(groupId)
                else void look(end === 'waiting')
              }}
            />
          )}
        </>
      )}
    </Sharing>
  )
}
