/** Statements about attempts to pay. */
import { sql } from 'kysely'
import type { GroupId, MemberId, OrderId } from '@/domain/ids'
import { followedCte } from '../earning/follow-letter'
import { dealsUsedCtes } from '../order/use-deals.sql'
import { isPaidInSale, joinedChainCtes, saleLockedForPaying } from '../sale/pay-in-sale.sql'
import type { Statement } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'

export type Attempt = {
  trade: string
  money: string
  firstTitle: string
  storeName: string
  openid: string | null
  payDeadlineAt: Date
  /** Null where no attempt is open. */
  outTradeNo: string | null
  amountFen: number
  prepayId: string | null
  prepaidAt: Date | null
}

const findAttemptStatement = {
  name: 'payment.find-attempt',
  text: `
select o.trade, o.money, o.first_title as "firstTitle", s.name as "storeName", m.openid, o.pay_deadline_at as "payDeadlineAt",
  p.out_trade_no as "outTradeNo", p.amount_fen as "amountFen", p.prepay_id as "prepayId", p.prepaid_at as "prepaidAt"
from orders o
join member m on m.store_id = o.store_id and m.id = o.member_id
join store s on s.id = o.store_id
left join payment p on p.store_id = o.store_id and p.order_id = o.id and p.state = 'open'
where o.store_id = $1 and o.id = $2 and o.member_id = $3`,
}

export const findAttempt = async (deps: Deps, orderId: OrderId, memberId: MemberId): Promise<Attempt | null> =>
  (await deps.database.run<Attempt>(findAttemptStatement, [deps.storeId, orderId, memberId]))[0] ?? null

const markAskedStatement = {
  name: 'payment.mark-asked',
  text: `update payment set prepaid_at = $3 where store_id = $1 and out_trade_no = $2 and state = 'open' returning 1`,
}

/** False where the attempt has been closed meanwhile. */
export const markAsked = async (deps: Deps, outTradeNo: string): Promise<boolean> =>
  (await deps.database.run(markAskedStatement, [deps.storeId, outTradeNo, new Date(deps.now())])).length > 0

const savePrepayStatement = {
  name: 'payment.save-prepay',
  text: `update payment set prepay_id = $3 where store_id = $1 and out_trade_no = $2 and state = 'open' returning 1`,
}

export const savePrepay = async (deps: Deps, outTradeNo: string, prepayId: string): Promise<boolean> =>
  (await deps.database.run(savePrepayStatement, [deps.storeId, outTradeNo, prepayId])).length > 0

export type PaidFacts = { outTradeNo: string; transactionId: string; paidFen: number; paidAt: Date }

/**
 * The usual way of a payment, in one guarded statement: the order's row decides. No row comes back where the order is not
 * awaiting payment any more, holds deals, earns somebody a commission, stands in a group sale, the amount differs or the
 * attempt is unknown; then nothing at all was written.
 */
const payText = (which: string, more = '', before = ''): string => `
with attempt as (
  select order_id, amount_fen from payment where store_id = $1 and out_trade_no = $2 and amount_fen = $4 and state = 'open'
), ${before}moved as (
  -- the empty string keeps the planner off the index of unpaid orders, which it would walk to the end instead of the one id
  update orders o set trade = 'fulfilling', money = 'paid', fulfilment = 'to-ship', paid_fen = $4, paid_at = $5::timestamptz,
    ship_deadline_at = $6::timestamptz, event_count = o.event_count + 2
  where o.store_id = $1 and o.id = (select order_id from attempt) and o.trade || '' = 'awaiting-payment' and o.group_id is null
    and ${which}
  returning o.id, o.event_count, o.member_id, o.deals, o.leader_id
), paid as (
  update payment p set state = 'paid', transaction_id = $3, paid_at = $5::timestamptz
  from moved where p.store_id = $1 and p.out_trade_no = $2
), told as (
  insert into order_event (store_id, order_id, seq, at, event, by_kind)
  select $1, moved.id, moved.event_count - 1, $7::timestamptz, $8::jsonb, 'wechat' from moved
  union all
  select $1, moved.id, moved.event_count, $7::timestamptz, '{"kind":"fulfilling"}'::jsonb, 'clock' from moved
), sold as (
  update product p set sold_count = p.sold_count + l.quantity
  from (select product_id, sum(quantity)::int as quantity from order_line, moved
        where store_id = $1 and order_id = moved.id group by product_id order by product_id) l
  where p.store_id = $1 and p.id = l.product_id
)${more}
select id from moved`

const payStatement = {
  name: 'payment.mark-paid',
  text: payText('o.deals is null and o.leader_id is null and o.sale_id is null'),
}
const payWithMoreStatement = {
  name: 'payment.mark-paid-with-more',
  text: payText(
    '(o.deals is not null or o.leader_id is not null) and o.sale_id is null',
    `, ${dealsUsedCtes('$7', '$9')}, ${followedCte('$10', '$7')}`,
  ),
}

const payInSaleStatement = {
  name: 'payment.mark-paid-in-sale',
  text: payText(
    isPaidInSale,
    `, ${dealsUsedCtes('$7', '$9')}, ${followedCte('$10', '$7')}, ${joinedChainCtes('$5')}`,
    `${saleLockedForPaying}, `,
  ),
}

export const writePaid = (deps: Deps, facts: PaidFacts, shipBy: Date): Promise<OrderId | null> =>
  write(deps, payStatement, paramsOf(deps, facts, shipBy))

/** The same for an order that holds coupons or points, which are used with it, or that led a leader to a commission. */
export const writePaidWithMore = (deps: Deps, facts: PaidFacts, shipBy: Date): Promise<OrderId | null> =>
  write(deps, payWithMoreStatement, [...paramsOf(deps, facts, shipBy), deps.newId('pte'), deps.newId('obx')])

/** The same for an order of a group sale, which joins its chain. */
export const writePaidInSale = (deps: Deps, facts: PaidFacts, shipBy: Date): Promise<OrderId | null> =>
  write(deps, payInSaleStatement, [...paramsOf(deps, facts, shipBy), deps.newId('pte'), deps.newId('obx')])

const write = async ({ database }: Deps, statement: Statement, params: unknown[]): Promise<OrderId | null> =>
  (await database.run<{ id: OrderId }>(statement, params))[0]?.id ?? null

const paramsOf = (deps: Deps, facts: PaidFacts, shipBy: Date): unknown[] => {
  const event = { kind: 'paid', paidFen: facts.paidFen, transactionTail: facts.transactionId.slice(-4) }
  return [
    deps.storeId,
    facts.outTradeNo,
    facts.transactionId,
    facts.paidFen,
    facts.paidAt,
    shipBy,
    new Date(deps.now()),
    JSON.stringify(event),
  ]
}

export type AttemptState = {
  orderId: OrderId
  groupId: GroupId | null
  state: 'open' | 'paid' | 'closed'
  amountFen: number
  transactionId: string | null
  /** Coupons, points or a leader: what the usual way leaves to `writePaidWithMore`. */
  hasMore: boolean
  /** Ordered in a group sale: `writePaidInSale`, with or without more. */
  inSale: boolean
}

export const findAttemptByNumber = async (deps: Deps, outTradeNo: string): Promise<AttemptState | null> => {
  const result = await sql<AttemptState>`
    select p.order_id as "orderId", p.state, p.amount_fen as "amountFen", p.transaction_id as "transactionId", o.group_id as "groupId",
      o.deals is not null or o.leader_id is not null as "hasMore", o.sale_id is not null as "inSale"
    from payment p join orders o on o.store_id = p.store_id and o.id = p.order_id
    where p.store_id = ${deps.storeId} and p.out_trade_no = ${outTradeNo}`.execute(deps.db)
  return result.rows[0] ?? null
}
