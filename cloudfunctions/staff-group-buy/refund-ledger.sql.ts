/** The ledger of what groups gave back: every promised refund, how far it is, and which ones wait for somebody. */
import { sql, type RawBuilder } from 'kysely'
import type { GroupRefundRow, staffGroupBuy } from '@/contract/staff-group-buy'
import type { ParsedOf } from '@/contract/define'
import type { GroupId, OrderId, PickupPointId, RefundId } from '@/domain/ids'
import type { Db, Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import { groupRefundKinds, letterOfRefund, refundHasStopped } from './refund-state.sql'

type Input = ParsedOf<typeof staffGroupBuy.refunds>
type Tab = Input['tab']
type Scope = readonly PickupPointId[] | null

export type RefundRecord = {
  id: RefundId
  groupId: GroupId
  orderId: OrderId
  orderNumber: string
  buyerName: string
  productTitle: string
  amountFen: number
  reason: string
  state: GroupRefundRow['state']
  why: GroupRefundRow['why']
  wantedAt: Date
  doneAt: Date | null
  attempts: number | null
  nextTryAt: Date | null
  lastError: string | null
  isDead: boolean
}

/** Between the promise and the money: what the system still works on, and what it has given up. */
const open = sql`r.state in ('wanted', 'sent') and not ${refundHasStopped}`
const inTab: Record<Tab, RawBuilder<unknown>> = {
  all: sql`true`,
  open,
  failed: refundHasStopped,
  done: sql`r.state = 'done'`,
}

/** States a tab can hold, said once more for the index. */
const statesOf: Record<Tab, RawBuilder<unknown>> = {
  all: sql`true`,
  open: sql`r.state in ('wanted', 'sent')`,
  failed: sql`r.state in ('wanted', 'sent', 'failed')`,
  done: sql`r.state = 'done'`,
}

const visible = (
  deps: Deps,
  scope: Scope,
): RawBuilder<unknown> => sql`r.store_id = ${deps.storeId} and r.kind in (${groupRefundKinds})
  and (${scope === null}::boolean or o.pickup_point_id = any(${[...(scope ?? [])]}::text[]))`

const columns = sql`r.id, o.group_id as "groupId", r.order_id as "orderId", o.number as "orderNumber", o.buyer_name as "buyerName",
  o.first_title as "productTitle", r.amount_fen as "amountFen", r.reason, r.state, r.kind as why, r.wanted_at as "wantedAt",
  r.done_at as "doneAt", l.attempts, case when l.state = 'waiting' then l.next_try_at end as "nextTryAt", l.last_error as "lastError",
  ${refundHasStopped} as "isDead"`

const tables = sql`refund r join orders o on o.store_id = r.store_id and o.id = r.order_id ${letterOfRefund}`

/** Newest first. */
export const listRefunds = async (
  deps: Deps,
  scope: Scope,
  { tab, page, pageSize }: Pick<Input, 'tab' | 'page' | 'pageSize'>,
): Promise<RefundRecord[]> =>
  (
    await sql<RefundRecord>`
      select ${columns} from ${tables}
      where ${visible(deps, scope)} and ${statesOf[tab]} and ${inTab[tab]}
      order by r.id desc limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(deps.db)
  ).rows

export type RefundCounts = { open: number; failed: number; done: number; openFen: number }

/** The finished ones are only counted; letters are looked at for those that are not. */
export const countRefunds = async (deps: Deps, scope: Scope): Promise<RefundCounts> => {
  const { rows } = await sql<RefundCounts>`
    select n.*, (select count(*)::int from refund r join orders o on o.store_id = r.store_id and o.id = r.order_id
      where ${visible(deps, scope)} and r.state = 'done') as done
    from (
      select count(*) filter (where ${open})::int as open, count(*) filter (where ${refundHasStopped})::int as failed,
        coalesce(sum(r.amount_fen), 0)::bigint as "openFen"
      from ${tables} where ${visible(deps, scope)} and r.state in ('wanted', 'sent', 'failed')
    ) n`.execute(deps.db)
  return rows[0] ?? { open: 0, failed: 0, done: 0, openFen: 0 }
}

export const findRefund = async (
  db: Db | Trx,
  deps: Deps,
  scope: Scope,
  refundId: RefundId,
): Promise<RefundRecord | null> =>
  (
    await sql<RefundRecord>`
      select ${columns} from ${tables} where ${visible(deps, scope)} and r.id = ${refundId}`.execute(db)
  ).rows[0] ?? null

/** True if it is there to be locked; the end of a refund is written to the same row. */
export const lockRefund = async (trx: Trx, deps: Deps, refundId: RefundId): Promise<boolean> =>
  (await trx
    .selectFrom('refund')
    .select('id')
    .where('store_id', '=', deps.storeId)
    .where('id', '=', refundId)
    .forUpdate()
    .executeTakeFirst()) !== undefined

/** WeChat Pay wants a failed refund asked for again under the same number, so the row stays and its letter starts anew. */
export const wakeRefund = async (trx: Trx, deps: Deps, refundId: RefundId): Promise<boolean> => {
  await trx
    .updateTable('refund')
    .set({ state: 'wanted' })
    .where('store_id', '=', deps.storeId)
    .where('id', '=', refundId)
    .where('state', '=', 'failed')
    .execute()
  const { numAffectedRows = 0n } = await sql`
    update outbox set state = 'waiting', attempts = 0, next_try_at = ${new Date(deps.now())}, done_at = null
    where store_id = ${deps.storeId} and id = (
      select id from outbox where store_id = ${deps.storeId} and subject = ${refundId} and topic = 'refund.send' order by id desc limit 1
    )`.execute(trx)
  return numAffectedRows > 0n
}
