/** How somebody stands to a group: what its page must say to them first, and what it offers. Pure; the server's acts decide what may be done. */
import type { GroupView } from '@/contract/group-buy'

export type Stance =
  /** There is a seat to take. */
  | 'join'
  /** Every seat left is kept for somebody who pays. */
  | 'busy'
  | 'full'
  | 'over'
  /** One's own seat is kept until it is paid. */
  | 'pay'
  | 'member'
  | 'done'
  /** Paid, but the seat was gone. */
  | 'choose'
  /** One's money is on its way back, or there. */
  | 'refund'

/** `isConfirming`: WeChat says paid and the shop hasn't heard; until it has, the seat is as good as kept. */
export const stanceOf = (view: GroupView, isConfirming = false): Stance => {
  const { state, mine, acts } = view
  if (isConfirming && (mine?.state === 'reserved' || mine?.state === 'released')) return 'pay'
  switch (mine?.state) {
    case 'lost':
      return mine.refund ? 'refund' : 'choose'
    case 'reserved':
      return 'pay'
    case 'refunded':
      return 'refund'
    case 'confirmed':
      if (state === 'full' || state === 'fulfilled') return mine.refund ? 'refund' : 'done'
      return state === 'expired' || state === 'refunded' ? 'refund' : 'member'
    case 'left':
      // who left may come back while there is a seat
      return acts.includes('join') ? 'join' : 'refund'
    default:
      return strangers(view)
  }
}

const strangers = ({ state, acts }: GroupView): Stance => {
  if (state === 'open') return acts.includes('join') ? 'join' : 'busy'
  return state === 'full' || state === 'fulfilled' ? 'full' : 'over'
}

/** Something of one's own is under way that the group's version does not count: a payment, a choice, a refund. */
export const isMineMoving = ({ mine }: GroupView): boolean =>
  mine !== null &&
  (mine.state === 'reserved' || mine.state === 'lost' || (mine.refund !== null && mine.refund.state !== 'done'))

/** Nothing will change any more that this page shows: no need to look again. */
export const isFinal = (view: GroupView): boolean => {
  const { state, mine } = view
  if (state === 'forming' || state === 'open') return false
  if (isMineMoving(view)) return false
  if (mine?.refund) return true
  return !(mine?.state === 'confirmed' && state === 'expired')
}
