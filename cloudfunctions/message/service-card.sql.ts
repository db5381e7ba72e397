/** Cards of orders in WeChat, and what they show. */
import type { OrderId } from '@/domain/ids'
import type { FulfilmentState } from '@/domain/order/fulfilment'
import type { EpochMs } from '@/domain/time'
import { cardWindow } from '@/domain/message/service-card'
import { demoOpenid } from '../runtime/db/demo-ids'
import type { Deps } from '../runtime/deps'

export type CardFacts = {
  readonly fulfilment: FulfilmentState
  readonly transactionId: string
  readonly openid: string
  readonly paidFen: number
  readonly paidAt: number
  readonly goods: readonly { id: string; title: string; picture: { url: string }; quantity: number; unitFen: number }[]
  /** The card as it is, or null. */
  readonly card: { readonly status: number; readonly activatedAt: number } | null
}

type Row = Omit<CardFacts, 'openid'> & { openid: string | null; memberId: string }

const statement = {
  name: 'message.read-card',
  text: `
select o.fulfilment, o.member_id as "memberId", m.openid, p.transaction_id as "transactionId", p.amount_fen as "paidFen",
  (extract(epoch from p.paid_at) * 1000)::bigint as "paidAt",
  (select json_agg(json_build_object('id', product_id, 'title', title, 'picture', picture, 'quantity', quantity,
      'unitFen', unit_price_fen) order by line_no) from order_line where store_id = $1 and order_id = $2) as goods,
  (select json_build_object('status', status, 'activatedAt', (extract(epoch from activated_at) * 1000)::bigint)
    from service_card where store_id = $1 and order_id = $2) as card
from orders o
join member m on m.store_id = $1 and m.id = o.member_id and m.deleted_at is null
join payment p on p.store_id = $1 and p.order_id = o.id and p.state = 'paid' and p.transaction_id is not null
where o.store_id = $1 and o.id = $2 and o.delivery_kind = 'express'
order by p.paid_at limit 1`,
}

/** Null where there is nobody to show a card to. */
export const readCard = async (deps: Deps, orderId: string): Promise<CardFacts | null> => {
  const [row] = await deps.database.run<Row>(statement, [deps.storeId, orderId])
  if (!row) return null
  const openid = row.openid ?? (deps.config.isDemo ? demoOpenid(row.memberId) : null)
  return openid === null ? null : { ...row, openid }
}

const dueStatement = {
  name: 'message.due-cards',
  text: `
select o.id from orders o
where o.store_id = $1 and o.paid_at > $2::timestamptz and o.paid_at <= $3::timestamptz and o.delivery_kind = 'express'
  and o.trade = 'fulfilling' and o.member_id is not null
  and not exists (select from service_card c where c.store_id = o.store_id and c.order_id = o.id)
order by o.paid_at limit $4`,
}

/** Orders whose payment has no card yet and may have one. */
export const dueCards = (deps: Deps, now: EpochMs, limit: number): Promise<readonly { id: OrderId }[]> => {
  const { after, until } = cardWindow(now)
  return deps.database.run<{ id: OrderId }>(dueStatement, [deps.storeId, new Date(after), new Date(until), limit])
}

export type Kept = { readonly status: number; readonly refused: number | null }

/** The instant it was activated stays. */
export const keepStatus = async (deps: Deps, orderId: string, { status, refused }: Kept): Promise<void> => {
  await deps.db
    .insertInto('service_card')
    .values({ store_id: deps.storeId, order_id: orderId, status, refused, activated_at: new Date(deps.now()) })
    .onConflict((c) => c.columns(['store_id', 'order_id']).doUpdateSet({ status, refused }))
    .execute()
}

/** Whether WeChat shows this order's way by a card already. */
export const hasCard = async (deps: Deps, orderId: string): Promise<boolean> =>
  (await deps.db
    .selectFrom('service_card')
    .select('order_id')
    .where('store_id', '=', deps.storeId)
    .where('order_id', '=', orderId)
    .where('status', '>', 0)
    .executeTakeFirst()) !== undefined
