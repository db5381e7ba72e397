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

export const stanceOf = (view: GroupView): Stance => {
  const { state, mine, acts } = view
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

/** Nothing will change any more that this page shows: no need to look again. */
export const isFinal = (view: GroupView): boolean => {
  const { state, mine } = view
  if (state === 'forming' || state === 'open') return false
  if (mine?.state === 'reserved') return false
  if (mine?.state === 'lost' && !mine.refund) return false
  if (mine?.refund) return mine.refund.state === 'done'
  return !(mine?.state === 'confirmed' && state === 'expired')
}
