/** Groups in the words of the contract: names masked, instants as numbers. */
import type { StaffGroupRow, StaffGroupView } from '@/contract/staff-group-buy'
import { fen } from '@/domain/money'
import { maskName } from '@/domain/share/mask'
import { epochMs, type EpochMs } from '@/domain/time'
import type { GroupRecord, SeatRecord } from './group.sql'

const instant = (date: Date | null): EpochMs | null => date && epochMs(date.getTime())

export const groupRow = (record: GroupRecord): StaffGroupRow => {
  const { leaderName, openedAt, deadlineAt, filledAt, refundsAll, refundsDone, refundsFailed, refundFen, ...group } =
    record
  return {
    ...group,
    leader: maskName(leaderName ?? ''),
    openedAt: instant(openedAt),
    deadlineAt: instant(deadlineAt),
    filledAt: instant(filledAt),
    refunds: { all: refundsAll, done: refundsDone, failed: refundsFailed, amountFen: fen(refundFen) },
  }
}

export const seatView = (seat: SeatRecord): StaffGroupView['seats'][number] => ({
  orderId: seat.orderId,
  orderNumber: seat.orderNumber,
  buyer: maskName(seat.buyer),
  state: seat.state,
  isLeader: seat.isLeader,
  pieces: seat.pieces,
  paidFen: fen(seat.paidFen),
  at: epochMs(seat.at.getTime()),
  refund: refundOf(seat),
})

const refundOf = (seat: SeatRecord): StaffGroupView['seats'][number]['refund'] => {
  const { refundId, refundFen, refundReason, refundState, wantedAt, doneAt, refundIsDead } = seat
  if (!refundId || !refundState || !wantedAt) return null
  return {
    id: refundId,
    amountFen: fen(refundFen ?? 0),
    reason: refundReason ?? '',
    state: refundState,
    wantedAt: epochMs(wantedAt.getTime()),
    doneAt: instant(doneAt),
    isDead: refundIsDead === true,
  }
}
