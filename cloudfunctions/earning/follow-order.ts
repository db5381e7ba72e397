/**
 * Commission follows its order: the lines as they stand are compared with their rows, and what is missing is booked or moved.
 * Letters may come twice, late or in any order; the last one finds everything said.
 */
import { estimate, type Earning } from '@/domain/commission/earning'
import type { MemberId, OrderId, OrderLineId } from '@/domain/ids'
import { fen } from '@/domain/money'
import { epochMs } from '@/domain/time'
import { lockOrder, type OrderRow } from '../order/lock-order'
import type { Trx } from '../runtime/db/connect'
import { retryConflicts } from '../runtime/db/errors'
import type { Deps } from '../runtime/deps'
import type { LetterHandlers } from '../runtime/outbox'
import { keptOf, type Kept } from './earning-row'
import { openBooks, type Books } from './open-books'

export const commissionLetters: LetterHandlers = {
  'commission.follow': (deps, { subject }) =>
    retryConflicts(() => deps.db.transaction().execute((trx) => followOrder(trx, deps, subject ?? ''))),
}

/** The order is locked first, then its rows: two who follow it wait for each other. */
const followOrder = async (trx: Trx, deps: Deps, orderId: string): Promise<void> => {
  const order = await lockOrder(trx, deps, orderId)
  if (!order || order.leader_id === null || !hasBegun(order)) return
  const [lines, rows] = [await linesOf(trx, deps, orderId), await rowsOf(trx, deps, orderId)]
  const books = openBooks(deps)
  for (const line of lines) {
    const known = rows.get(line.id)
    follow(deps, books, known ?? books.book(estimateOf(deps, order, line)), order, line)
  }
  await books.write(trx)
}

/** Paid, and in a group buy also full: before that there is nothing to be had. A group that never filled is never booked. */
const hasBegun = ({ trade, paid_at, ship_deadline_at }: OrderRow): boolean =>
  paid_at !== null && ship_deadline_at !== null && ['fulfilling', 'completed', 'closed'].includes(trade)

type Line = {
  readonly id: string
  readonly paid_fen: number
  readonly refunded_fen: number
  readonly rate_bp: number | null
}

const linesOf = (trx: Trx, deps: Deps, orderId: string): Promise<Line[]> =>
  trx
    .selectFrom('order_line')
    .select(['id', 'paid_fen', 'refunded_fen', 'rate_bp'])
    .where('store_id', '=', deps.storeId)
    .where('order_id', '=', orderId)
    .orderBy('line_no')
    .execute()

/** By line, locked in the order of their ids, as payouts lock them. */
const rowsOf = async (trx: Trx, deps: Deps, orderId: string): Promise<Map<string, Kept>> => {
  const rows = await trx
    .selectFrom('earning')
    .selectAll()
    .where('store_id', '=', deps.storeId)
    .where('order_id', '=', orderId)
    .where('kind', '=', 'commission')
    .orderBy('id')
    .forUpdate()
    .execute()
  return new Map(rows.map((row) => [row.line_id ?? '', keptOf(row)]))
}

const estimateOf = (deps: Deps, order: OrderRow, line: Line): Earning =>
  estimate(
    {
      id: deps.newId('ern'),
      leaderId: order.leader_id as MemberId,
      orderId: order.id as OrderId,
      lineId: line.id as OrderLineId,
      paidFen: fen(line.paid_fen),
      rateBp: line.rate_bp ?? 0,
      isOwnPurchase: order.attribution?.kind === 'own-purchase',
    },
    deps.now(),
  )

/** Refunds of the line, delivery left out, since the row last heard of them; then the receipt. */
const follow = (deps: Deps, books: Books, kept: Kept, order: OrderRow, line: Line): void => {
  if (kept.earning.isOwnPurchase) return
  const heardFen = kept.earning.baseFen - kept.earning.clawedFen
  const refundFen = fen(heardFen - (line.paid_fen - line.refunded_fen))
  const left = refundFen === 0 ? kept : books.move(kept, { kind: 'refunded', refundFen, clawBackId: deps.newId('ern') })
  if (order.completed_at && left.earning.state === 'estimated')
    books.move(left, { kind: 'received', at: epochMs(order.completed_at.getTime()) })
}
