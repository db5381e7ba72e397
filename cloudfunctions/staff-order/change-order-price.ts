/**
 * The one price change of an unpaid order. Its attempt at WeChat Pay can't change its amount, so it is closed there first,
 * before anything is locked; then the order is changed if nothing has happened to it meanwhile.
 */
import { sql } from 'kysely'
import type { staffOrder as contract, StaffOrderView } from '@/contract/staff-order'
import type { ParsedOf, RefusalOf } from '@/contract/define'
import type { OrderId } from '@/domain/ids'
import { fen } from '@/domain/money'
import { staffActs } from '@/domain/order/order'
import { changePrice } from '@/domain/pricing/change-price'
import type { Quote } from '@/domain/pricing/quote'
import { ok, refuse, type Result } from '@/domain/result'
import type { StaffCaller } from '../runtime/caller'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import { askedAttempts } from '../order/cancel-order'
import { moveOrder, type OrderRow } from '../order/lock-order'
import { stateOf } from '../order/order-view'
import { actOnOrder, type Told } from './act-on-order'
import { readScoped, unknownOrder } from './staff-scope'

type Input = ParsedOf<typeof contract.changePrice>
type No = RefusalOf<typeof contract.changePrice>

const notOpen = () => refuse({ code: 'order.act-not-open', act: 'change-price' })

export const changeOrderPrice = async (
  deps: Deps,
  caller: StaffCaller,
  input: Input,
): Promise<Result<StaffOrderView, No>> => {
  const order = await readScoped(deps, caller, input.orderId)
  if (!order) return unknownOrder()
  if (!staffActs(stateOf(order)).includes('change-price')) return notOpen()
  if (order.priceChanged) return refuse({ code: 'price.already-changed' })
  const wanted = changePrice(order.quote, input.totalFen)
  if (!wanted.ok) return wanted
  const closed = await closeAtWechatPay(deps, input.orderId)
  // money has come or is coming in: the notice will move the order
  if (!closed) return notOpen()
  return actOnOrder(deps, caller, input.orderId, 'change-price', (trx, row) =>
    change(trx, deps, caller, row, input, closed),
  )
}

const change = async (
  trx: Trx,
  deps: Deps,
  caller: StaffCaller,
  row: OrderRow,
  input: Input,
  closed: readonly string[],
): Promise<Result<Told, No>> => {
  if (row.price_changed) return refuse({ code: 'price.already-changed' })
  const quote = changePrice(row.quote, input.totalFen)
  if (!quote.ok) return quote
  if (!(await closeAttempts(trx, deps, row.id, closed))) return notOpen()
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

/** Trade numbers that nobody can pay any more, or null where one has been paid or is being paid. */
const closeAtWechatPay = async (deps: Deps, orderId: OrderId): Promise<string[] | null> => {
  const asked = await askedAttempts(deps, orderId)
  for (const outTradeNo of asked) if ((await deps.pay.close(outTradeNo)) !== 'closed') return null
  return asked
}

/** False, and nothing written, where the shopper opened WeChat Pay after we had closed what was open there. */
const closeAttempts = async (trx: Trx, deps: Deps, orderId: string, closed: readonly string[]): Promise<boolean> => {
  const open = await trx
    .selectFrom('payment')
    .select(['out_trade_no', 'prepaid_at'])
    .where('store_id', '=', deps.storeId)
    .where('order_id', '=', orderId)
    .where('state', '=', 'open')
    .forUpdate()
    .execute()
  if (open.some((attempt) => attempt.prepaid_at !== null && !closed.includes(attempt.out_trade_no))) return false
  await trx
    .updateTable('payment')
    .set({ state: 'closed' })
    .where('store_id', '=', deps.storeId)
    .where('order_id', '=', orderId)
    .where('state', '=', 'open')
    .execute()
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
