/** A member's orders by tab, newest first, with the counts of the tabs on the first page. */
import type { order as contract, OrderCard, OrderTab } from '@/contract/order'
import type { OutputOf, ParsedOf } from '@/contract/define'
import type { Picture } from '@/contract/views'
import type { OrderId } from '@/domain/ids'
import { fen } from '@/domain/money'
import { shopperActs, type OrderState } from '@/domain/order/order'
import { ok, type Ok } from '@/domain/result'
import type { MemberCaller } from '../runtime/caller'
import type { Deps } from '../runtime/deps'
import { at, atOrNull } from './order-view'

const PAGE = 10

type Row = Omit<OrderState, 'payDeadlineAt' | 'paidAt'> & {
  id: OrderId
  number: string
  totalFen: number
  pieces: number
  firstTitle: string
  placedAt: Date
  payDeadlineAt: Date
  paidAt: Date | null
  pictures: readonly Picture[]
  sale: OrderCard['sale']
}

/** One condition a tab; the same words count them. */
const tabCondition = {
  all: 'true',
  'to-pay': `o.trade = 'awaiting-payment'`,
  'to-ship': `o.trade in ('fulfilling', 'awaiting-group') and o.fulfilment in ('none', 'to-ship', 'part-shipped')`,
  'to-receive': `o.trade = 'fulfilling' and o.fulfilment in ('part-shipped', 'shipped', 'ready')`,
  done: `o.trade = 'completed'`,
} as const satisfies Record<OrderTab, string>

const listStatement = (tab: OrderTab) => ({
  name: `order.list.${tab}`,
  text: `
select o.id, o.number, o.trade, o.money, o.fulfilment, o.delivery_kind as "deliveryKind", o.total_fen as "totalFen", o.pieces,
  o.group_id is not null as "isGrouped", coalesce((select s.state <> 'open' from sale s where s.store_id = o.store_id and s.id = o.sale_id), false) as "isListFinal", o.first_title as "firstTitle", o.placed_at as "placedAt", o.pay_deadline_at as "payDeadlineAt", o.paid_at as "paidAt",
  (select json_agg(picture order by line_no) from (
    select picture, line_no from order_line where store_id = o.store_id and order_id = o.id order by line_no limit 4) l) as pictures,
  case when o.sale_id is not null then (
    select json_build_object('title', s.title, 'state', s.state, 'number', c.number)
    from sale s join sale_order c on c.store_id = s.store_id and c.order_id = o.id
    where s.store_id = o.store_id and s.id = o.sale_id) end as sale
from orders o
where o.store_id = $1 and o.member_id = $2 and ($3::text is null or o.id < $3) and ${tabCondition[tab]}
order by o.id desc limit ${PAGE + 1}`,
})

const countStatement = {
  name: 'order.count-tabs',
  text: `
select count(*) filter (where ${tabCondition['to-pay']})::int as "to-pay", count(*) filter (where ${tabCondition['to-ship']})::int as "to-ship",
  count(*) filter (where ${tabCondition['to-receive']})::int as "to-receive"
from orders o where o.store_id = $1 and o.member_id = $2 and o.trade in ('awaiting-payment', 'awaiting-group', 'fulfilling')`,
}

export const listOrders = async (
  deps: Deps,
  caller: MemberCaller,
  input: ParsedOf<typeof contract.list>,
): Promise<Ok<OutputOf<typeof contract.list>>> => {
  const rows = await deps.database.run<Row>(listStatement(input.tab), [
    deps.storeId,
    caller.memberId,
    input.cursor || null,
  ])
  const counts = input.cursor
    ? {}
    : ((
        await deps.database.run<Partial<Record<OrderTab, number>>>(countStatement, [deps.storeId, caller.memberId])
      )[0] ?? {})
  const items = rows.slice(0, PAGE).map((row) => cardOf(deps, row))
  return ok({ items, next: rows.length > PAGE ? (items.at(-1)?.id ?? null) : null, counts })
}

const cardOf = (deps: Deps, row: Row): OrderCard => {
  const { paidAt, isGrouped: _isGrouped, isListFinal: _isListFinal, ...rest } = row
  const payDeadlineAt = at(row.payDeadlineAt)
  return {
    ...rest,
    totalFen: fen(row.totalFen),
    placedAt: at(row.placedAt),
    payDeadlineAt: row.trade === 'awaiting-payment' ? payDeadlineAt : null,
    acts: shopperActs({ ...row, payDeadlineAt, paidAt: atOrNull(paidAt) }, deps.now()),
  }
}
