import type { ReactNode } from 'react'
import type { GroupView, OpenGroupCard } from '@/contract/group-buy'
import { useMe } from '@/platform/session'
import { GroupDock, type DockWays } from './group-dock'
import { DoneSteps, GroupGoods, GroupSteps } from './group-goods'
import { GroupHead } from './group-head'
import { LeaveWay } from './leave-way'
import { Choices, Others } from './others'
import { groupPrices } from './prices'
import { Receipt } from './receipt'
import { stanceOf } from './stance'
import type { Choice } from './use-seat'
import './group.scss'

export type GroupWays = DockWays & {
  readonly onChoose: (choice: Choice) => void
  readonly onLeave: () => void
  readonly onProduct: () => void
  readonly onGroup: (group: OpenGroupCard) => void
  readonly onClock: () => void
}
type Props = GroupWays & {
  readonly view: GroupView
  readonly known: number
  readonly news: string
  readonly busy: string | null
  readonly isConfirming: boolean
  /** What may be asked of somebody who is in it. */
  readonly children?: ReactNode
}

/** A group in every state, for whoever looks: who is in it, what it costs, and what may be done next. */
export const GroupScreen = ({ view, known, news, busy, isConfirming, children, ...ways }: Props) => {
  const level = useMe()?.level ?? 'ordinary'
  const stance = stanceOf(view, isConfirming)
  const isWaiting = isConfirming && stance === 'pay'
  const prices = groupPrices(view.prices, view.product.skus, level)
  const isOpen = stance === 'join' || stance === 'member' || stance === 'pay' || stance === 'busy'
  const seat = view.mine
  return (
    <>
      <GroupHead
        view={view}
        stance={stance}
        known={known}
        news={news}
        isConfirming={isWaiting}
        onSeat={stance === 'join' ? ways.onJoin : view.acts.includes('invite') ? ways.onInvite : null}
        onClock={ways.onClock}
      />
      {stance === 'member' && children}
      {stance === 'choose' && <Choices view={view} busy={busy} onChoose={ways.onChoose} />}
      {seat?.refund && <Receipt seat={seat} />}
      {(stance === 'busy' || stance === 'full' || stance === 'over') && (
        <Others groups={view.others} onOpen={ways.onGroup} />
      )}
      <GroupGoods view={view} prices={prices} onProduct={ways.onProduct} />
      {isOpen && <GroupSteps view={view} />}
      {stance === 'done' && view.state === 'full' && <DoneSteps />}
      {view.acts.includes('leave') && !isWaiting && (
        <LeaveWay
          isPaid={seat?.state === 'confirmed'}
          isLeader={view.members.some(({ isLeader, isYou }) => isLeader && isYou)}
          isBusy={busy === 'leave'}
          onLeave={ways.onLeave}
        />
      )}
      <GroupDock
        view={view}
        stance={stance}
        prices={prices}
        isPaying={busy === 'pay'}
        isConfirming={isWaiting}
        {...ways}
      />
    </>
  )
}
