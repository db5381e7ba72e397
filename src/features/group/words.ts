/** Facts of a group as lines that a person reads. */
import type { GroupMemberView, GroupView } from '@/contract/group-buy'
import { yuanText, type Fen } from '@/domain/money'
import { DAY, dayStart, shopClock, type EpochMs } from '@/domain/time'
import type { Seat } from '@/ui/seat-ring'
import { copy } from './copy'
import type { Stance } from './stance'

const two = (n: number): string => String(n).padStart(2, '0')

/** 「12:30」 today, 「明天 09:00」, else with the date. */
export const momentText = (at: EpochMs, now: EpochMs): string => {
  const { hour, minute, month, day } = shopClock(at)
  const days = Math.round((dayStart(at) - dayStart(now)) / DAY)
  const clock = `${two(hour)}:${two(minute)}`
  return days === 0 ? clock : `${days === 1 ? copy.tomorrow : copy.date(month, day)} ${clock}`
}

/** `29.90` → `29.9`: as on a price tag. */
export const tagYuan = (amount: Fen): string => yuanText(amount).replace(/\.?0+$/, '')

const headOf: Record<Exclude<Stance, 'pay' | 'refund' | 'over' | 'choose'>, string | null> = {
  join: null,
  busy: null,
  member: null,
  full: copy.head.full,
  done: copy.head.done,
}

/** The page's first words. Null: how many are missing is drawn with its number. */
export const headline = ({ state, mine }: GroupView, stance: Stance): string | null => {
  if (stance === 'pay') return state === 'forming' ? copy.head.forming : copy.head.pay
  if (stance === 'choose') return state === 'open' || state === 'full' ? copy.head.choose : copy.head.chooseOver
  if (stance === 'over') return state === 'dropped' ? copy.head.dropped : copy.head.expired
  if (stance !== 'refund') return headOf[stance]
  if (mine?.state === 'left') return copy.head.left
  return state === 'expired' || state === 'refunded' ? copy.head.expired : copy.head.back
}

const taken = (member: GroupMemberView, nth: number, from: number): Seat => {
  const { name, avatar, isLeader, isYou } = member
  const note = isLeader
    ? isYou
      ? copy.seat.leaderYou
      : copy.seat.leader
    : isYou
      ? copy.seat.you
      : copy.seat.paid(name)
  return { kind: 'taken', name, avatar, note, isLeader, isNew: nth >= from }
}

/**
 * Who sits where. The first `known` members were there before; later ones arrive. The first free seat is the reader's, to
 * take or to offer, where they may.
 */
export const seatsOf = (view: GroupView, stance: Stance, known: number, onSeat: (() => void) | null): Seat[] => {
  const { state, size, members, reserved, mine } = view
  const isOver = state !== 'open' && state !== 'forming'
  const seats: Seat[] = members.slice(0, size).map((member, nth) => taken(member, nth, known))
  if (isOver) return fill(seats, size, () => ({ kind: 'free', note: '' }))
  const isMineHeld = mine?.state === 'reserved'
  if (isMineHeld && seats.length < size) seats.push({ kind: 'held', note: copy.seat.yoursHeld })
  const note = stance === 'join' ? copy.seat.yours : copy.seat.ask
  const yours: Seat[] = onSeat && seats.length < size ? [{ kind: 'free', note, onTap: onSeat }] : []
  const held = Math.min(reserved - (isMineHeld ? 1 : 0), size - seats.length - yours.length)
  for (let nth = 0; nth < held; nth++) seats.push({ kind: 'held', note: copy.seat.held })
  return fill([...seats, ...yours], size, () => ({ kind: 'free', note: copy.seat.open }))
}

const fill = (seats: Seat[], size: number, make: () => Seat): Seat[] =>
  seats.concat(Array.from({ length: Math.max(0, size - seats.length) }, make))

/** The number that was declared beforehand is there: when time is up, the group comes about with those who are in it. */
export const isEnough = ({ minSize, members }: GroupView): boolean => minSize !== null && members.length >= minSize

/** Who invites, or whose group it is. Name and the words after it. */
export const inviterLine = (view: GroupView, stance: Stance): { name: string; rest: string } | null => {
  const { inviter } = copy
  if (view.state === 'forming') return { name: inviter.you, rest: inviter.opening }
  if (stance === 'member' || stance === 'pay' || stance === 'done') return { name: inviter.you, rest: inviter.inIt }
  if (view.sharer && stance === 'join') return { name: view.sharer.name, rest: inviter.invites }
  const leader = view.members.find(({ isLeader }) => isLeader)
  return leader ? { name: leader.isYou ? inviter.you : leader.name, rest: inviter.opened } : null
}
