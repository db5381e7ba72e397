/** The one price change of an unpaid order. The old attempt at WeChat Pay is closed first, as its amount can't change. */
import { sql } from 'kysely'
import type { staffOrder as contract, StaffOrderView } from '@/contract/staff-order'
import type { ParsedOf, RefusalOf } from '@/contract/define'
import { fen } from '@/domain/money'
import { changePrice } from '@/domain/pricing/change-price'
import type { Quote } from '@/domain/pricing/quote'
import { ok, refuse, type Result } from '@/domain/result'
import type { StaffCaller } from '../runtime/caller'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import { moveOrder, type OrderRow } from '../order/lock-order'
import { actOnOrder, type Told } from './act-on-order'

type Input = ParsedOf<typeof contract.changePrice>
type No = RefusalOf<typeof contract.changePrice>

export const changeOrderPrice = (deps: Deps, caller: StaffCaller, input: Input): Promise<Result<StaffOrderView, No>> =>
  actOnOrder(deps, caller, input.orderId, 'change-price', (trx, row) => change(trx, deps, caller, row, input))

const change = async (
  trx: Trx,
  deps: Deps,
  caller: StaffCaller,
  row: OrderRow,
  input: Input,
): Promise<Result<Told, No>> => {
  if (row.price_changed) return refuse({ code: 'price.already-changed' })
  const quote = changePrice(row.quote, input.totalFen)
  if (!quote.ok) return quote
  if (!(await closeOpenAttempts(trx, deps, row.id))) return refuse({ code: 'order.act-not-open', act: 'change-price' })
  await openAttempt(trx, deps, row, input.totalFen)
  await writeLines(trx, deps, row.id, quote.value)
  await moveOrder(
    trx,
    deps,
    row,
    { kind: 'staff', staffId: caller.staffId },
    [{ kind: 'price-changed', fromFen: fen(row.total_fen), toFen: input.totalFen, reason: input.reason }],
    {
      quote: JSON.stringify(quote.value),
      total_fen: input.totalFen,
      delivery_fen: quote.value.deliveryFen,
      price_changed: true,
    },
  )
  return ok({ before: { totalFen: row.total_fen }, after: { totalFen: input.totalFen, reason: input.reason } })
}

/** False where money has come or is coming in; the notice will move the order then. */
const closeOpenAttempts = async (trx: Trx, deps: Deps, orderId: string): Promise<boolean> => {
  const open = await trx
    .selectFrom('payment')
    .select(['out_trade_no', 'prepaid_at'])
    .where('store_id', '=', deps.storeId)
    .where('order_id', '=', orderId)
    .where('state', '=', 'open')
    .execute()
  for (const attempt of open) {
    if (attempt.prepaid_at && (await deps.pay.close(attempt.out_trade_no)) !== 'closed') return false
    await trx
      .updateTable('payment')
      .set({ state: 'closed' })
      .where('store_id', '=', deps.storeId)
      .where('out_trade_no', '=', attempt.out_trade_no)
      .execute()
  }
  return true
}

const openAttempt = async (trx: Trx, deps: Deps, row: OrderRow, amountFen: number): Promise<void> => {
  await trx
    .insertInto('payment')
    .values({
      store_id: deps.storeId,
      out_trade_no: `${row.number}-2`,
      order_id: row.id,
      amount_fen: amountFen,
      state: 'open',
      created_at: new Date(deps.now()),
    })
    .execute()
}

const writeLines = async (trx: Trx, deps: Deps, orderId: string, quote: Quote): Promise<void> => {
  await sql`
    update order_line l set discount_fen = t."discountFen", paid_fen = t."paidFen"
    from jsonb_to_recordset(${JSON.stringify(quote.lines)}::jsonb) as t ("skuId" text, "discountFen" bigint, "paidFen" bigint)
    where l.store_id = ${deps.storeId} and l.order_id = ${orderId} and l.sku_id = t."skuId"`.execute(trx)
}
