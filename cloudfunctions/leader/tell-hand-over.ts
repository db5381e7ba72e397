/** Neighbours hear of the evening on its day: when to come, and where. Each once a sale, however many bags wait for them. */
import { sql } from 'kysely'
import type { MemberId, OrderId, SaleId } from '@/domain/ids'
import type { Message } from '@/domain/message/kinds'
import { tellsOfHandOver } from '@/domain/pickup/remind'
import type { SaleState } from '@/domain/sale/sale'
import { epochMs, later, DAY } from '@/domain/time'
import { tell } from '../message/tell'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import { eachDue, type Round } from '../runtime/each-due'

/** Columns of the sale. */
export type Evening = {
  readonly id: string
  readonly title: string
  readonly state: SaleState
  readonly hand_over_from_at: Date
  readonly hand_over_until_at: Date
}

const clocksOf = ({ state, hand_over_from_at, hand_over_until_at }: Evening) => ({
  state,
  fromAt: epochMs(hand_over_from_at.getTime()),
  untilAt: epochMs(hand_over_until_at.getTime()),
})

/** Where it is not time yet, nothing; whoever has been told is not told again. */
export const tellHandOver = async (trx: Trx, deps: Deps, sale: Evening): Promise<number> => {
  const { fromAt, untilAt } = clocksOf(sale)
  if (!tellsOfHandOver(clocksOf(sale), deps.now())) return 0
  const { rows } = await sql<{ orderId: OrderId; memberId: MemberId; point: string }>`
    select o.id as "orderId", o.member_id as "memberId", coalesce(p.name, '') as point
    from sale_order c join orders o on o.store_id = c.store_id and o.id = c.order_id
    left join pickup_point p on p.store_id = o.store_id and p.id = o.pickup_point_id
    where c.store_id = ${deps.storeId} and c.sale_id = ${sale.id} and c.number is not null and c.gone_at is null
      and c.bag_state = 'waiting' and o.delivery_kind = 'pickup' and o.trade = 'fulfilling' and o.member_id is not null
      and not exists (select from inbox_message i where i.store_id = o.store_id and i.member_id = o.member_id
        and i.kind = 'hand-over' and i.subject = ${sale.id})
    order by c.number`.execute(trx)
  const messages = rows.map(({ orderId, memberId, point }): Message => ({
    ...{ kind: 'hand-over', memberId, subject: sale.id },
    facts: { orderId, title: sale.title, point, fromAt, untilAt },
  }))
  await tell(trx, deps, messages)
  return messages.length
}

/** The clock's round. Goods that came on the day itself are told of when they came. */
export const tellHandOvers = async (deps: Deps): Promise<Round> => {
  const near = await deps.db
    .selectFrom('sale')
    .select(['id', 'title', 'state', 'hand_over_from_at', 'hand_over_until_at'])
    .where('store_id', '=', deps.storeId)
    .where('state', 'in', ['picking', 'delivered'])
    .where('hand_over_from_at', '<=', new Date(later(deps.now(), DAY)))
    .where('hand_over_until_at', '>', new Date(deps.now()))
    .execute()
  const due = near.filter((sale) => tellsOfHandOver(clocksOf(sale), deps.now()))
  const byId = new Map(due.map((sale) => [sale.id, sale]))
  let told = 0
  const { failed } = await eachDue<SaleId>(deps, due, async (id) => {
    const sale = byId.get(id)
    if (sale) told += await deps.db.transaction().execute((trx) => tellHandOver(trx, deps, sale))
  })
  return { done: told, failed }
}
