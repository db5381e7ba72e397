/** Reminds neighbours who have ordered and not paid yet: each once, when a moment of thought is over. */
import { sql } from 'kysely'
import type { leader as contract } from '@/contract/leader'
import type { OutputOf, ParsedOf, RefusalOf } from '@/contract/define'
import type { MemberId, OrderId } from '@/domain/ids'
import type { Message } from '@/domain/message/kinds'
import { ok, type Result } from '@/domain/result'
import { mayNudge } from '@/domain/sale/window'
import { epochMs } from '@/domain/time'
import { tell } from '../message/tell'
import type { MemberCaller } from '../runtime/caller'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import { findSale, unknownSale } from './find-sale'
import { readBoardDetail } from './board.sql'
import { unpaidOrder } from './read-board'

type Nudge = typeof contract.nudge

export const nudgeUnpaid = async (
  deps: Deps,
  caller: MemberCaller,
  { saleId, orderIds }: ParsedOf<Nudge>,
): Promise<Result<OutputOf<Nudge>, RefusalOf<Nudge>>> => {
  if (!(await findSale(deps, caller, saleId))) return unknownSale()
  const nudged = await deps.db.transaction().execute(async (trx) => {
    const rows = (await lockUnpaid(trx, deps, saleId, orderIds)).filter((row) => mayNudge(clocksOf(row), deps.now()))
    if (rows.length === 0) return 0
    await noteNudged(
      trx,
      deps,
      rows.map((row) => row.orderId),
    )
    await tell(trx, deps, rows.map(messageOf))
    return rows.length
  })
  const { unpaid } = await readBoardDetail(deps, saleId, null)
  return ok({ nudged, unpaid: unpaid.map((row) => unpaidOrder(row, deps.now())) })
}

type Unpaid = {
  orderId: OrderId
  memberId: MemberId
  title: string
  placedAt: Date
  payDeadlineAt: Date
  nudgedAt: Date | null
}

/** Two phones that remind at once wait for each other here, so that nobody hears it twice. */
const lockUnpaid = async (trx: Trx, deps: Deps, saleId: string, orderIds: readonly string[]): Promise<Unpaid[]> =>
  (
    await sql<Unpaid>`
    select so.order_id as "orderId", o.member_id as "memberId", o.first_title as title, so.placed_at as "placedAt",
      o.pay_deadline_at as "payDeadlineAt", so.nudged_at as "nudgedAt"
    from sale_order so join orders o on o.store_id = so.store_id and o.id = so.order_id
    where so.store_id = ${deps.storeId} and so.sale_id = ${saleId} and so.order_id = any(${[...orderIds]}::text[])
      and o.trade = 'awaiting-payment' and o.member_id is not null
    order by so.order_id for update of so`.execute(trx)
  ).rows

const clocksOf = ({ placedAt, payDeadlineAt, nudgedAt }: Unpaid) => ({
  placedAt: epochMs(placedAt.getTime()),
  payDeadlineAt: epochMs(payDeadlineAt.getTime()),
  nudgedAt: nudgedAt && epochMs(nudgedAt.getTime()),
})

const noteNudged = async (trx: Trx, deps: Deps, orderIds: readonly string[]): Promise<void> => {
  await trx
    .updateTable('sale_order')
    .set({ nudged_at: new Date(deps.now()) })
    .where('store_id', '=', deps.storeId)
    .where('order_id', 'in', [...orderIds])
    .execute()
}

const messageOf = ({ orderId, memberId, title, payDeadlineAt }: Unpaid): Message => ({
  kind: 'sale-unpaid',
  memberId,
  subject: orderId,
  facts: { orderId, title, payBy: epochMs(payDeadlineAt.getTime()) },
})
