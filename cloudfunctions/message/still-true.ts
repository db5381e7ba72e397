/** A message may have waited through the night. What is not so any more is not told; of coupons only those that are left. */
import { sql, type RawBuilder } from 'kysely'
import type { Message } from '@/domain/message/kinds'
import { epochMs } from '@/domain/time'
import { bagMoves, isOnShelf, type BagState } from '@/domain/pickup/bag'
import type { HandOverId, OrderId, SaleId, TransferId } from '@/domain/ids'
import type { Deps } from '../runtime/deps'

/** The message as it is true now, or null. */
export const asItIsNow = async (deps: Deps, message: Message): Promise<Message | null> => {
  switch (message.kind) {
    case 'order-shipped':
      return (await isOrder(deps, message.facts.orderId, ['shipped', 'part-shipped'])) ? message : null
    case 'order-ready':
      return (await isOrder(deps, message.facts.orderId, ['ready'])) ? message : null
    case 'sale-unpaid':
      return deps.now() < message.facts.payBy && (await isUnpaid(deps, message.facts.orderId)) ? message : null
    case 'sale-opened':
      return (await isOpenTo(deps, message.memberId, message.facts.saleId)) ? message : null
    case 'hand-over':
      return deps.now() < message.facts.untilAt && (await isToFetch(deps, message.facts.orderId)) ? message : null
    case 'seat-lost':
      return (await mustChoose(deps, message.facts.orderId)) ? message : null
    case 'coupon-ending':
      return couponsLeft(deps, message)
    case 'payout-waiting':
      return deps.now() < message.facts.confirmBy && (await isToConfirm(deps, message.facts.transferId))
        ? message
        : null
    case 'leader-decided':
      return (await standsSo(deps, message)) ? message : null
    case 'community-offered':
      return deps.now() < message.facts.answerBy && (await isOffered(deps, message.facts.handOverId)) ? message : null
    case 'group-full':
    case 'group-expired':
    case 'refund-sent':
    case 'sale-closed':
    case 'shortage-cut':
    case 'list-ready':
      return message
    default:
      return message satisfies never
  }
}

/** Whether there is such a row. */
const isSo = async ({ db }: Deps, row: RawBuilder<unknown>): Promise<boolean> =>
  (await sql<{ is: boolean }>`select exists (${row}) as is`.execute(db)).rows[0]?.is === true

const isOrder = (deps: Deps, orderId: OrderId, among: readonly string[]) =>
  isSo(
    deps,
    sql`select from orders where store_id = ${deps.storeId} and id = ${orderId} and trade = 'fulfilling'
      and fulfilment = any(${among}::text[])`,
  )

const isUnpaid = (deps: Deps, orderId: OrderId) =>
  isSo(
    deps,
    sql`select from orders where store_id = ${deps.storeId} and id = ${orderId} and trade = 'awaiting-payment'`,
  )

/** The sale may be over early, or its neighbour gone or muted since. */
const isOpenTo = (deps: Deps, memberId: string, saleId: SaleId) =>
  isSo(
    deps,
    sql`select from sale s join community_member n on n.store_id = s.store_id and n.community_id = s.community_id
      where s.store_id = ${deps.storeId} and s.id = ${saleId} and s.state = 'open' and s.ends_at > ${new Date(deps.now())}
        and n.member_id = ${memberId} and n.state = 'joined'`,
  )

const ON_SHELF = (Object.keys(bagMoves) as BagState[]).filter(isOnShelf)

/** The bag may have been fetched, or the order given back. */
const isToFetch = (deps: Deps, orderId: OrderId) =>
  isSo(
    deps,
    sql`select from sale_order where store_id = ${deps.storeId} and order_id = ${orderId} and gone_at is null
      and bag_state = any(${ON_SHELF}::text[])`,
  )

const isToConfirm = (deps: Deps, transferId: TransferId) =>
  isSo(
    deps,
    sql`select from transfer where store_id = ${deps.storeId} and id = ${transferId} and state = 'awaiting-confirm'`,
  )

const standsSo = (deps: Deps, { memberId, facts }: Extract<Message, { kind: 'leader-decided' }>) =>
  isSo(
    deps,
    sql`select from leader where store_id = ${deps.storeId} and member_id = ${memberId} and state = ${facts.state}`,
  )

const isOffered = (deps: Deps, handOverId: HandOverId) =>
  isSo(
    deps,
    sql`select from community_hand_over where store_id = ${deps.storeId} and id = ${handOverId} and state = 'offered'`,
  )

const mustChoose = (deps: Deps, orderId: OrderId) =>
  isSo(
    deps,
    sql`select from group_seat where store_id = ${deps.storeId} and order_id = ${orderId} and state = 'lost'
      and choose_by > ${new Date(deps.now())}`,
  )

const couponsLeft = async (
  deps: Deps,
  message: Extract<Message, { kind: 'coupon-ending' }>,
): Promise<Message | null> => {
  const { rows: left } = await sql<{ id: string; name: string; expires_at: Date }>`
    select id, name, expires_at from coupon
    where store_id = ${deps.storeId} and member_id = ${message.memberId} and id = any(${message.facts.couponIds}::text[])
      and state = 'claimed' and expires_at > ${new Date(deps.now())}
    order by expires_at, id`.execute(deps.db)
  const [first] = left
  if (!first) return null
  const couponIds = message.facts.couponIds.filter((id) => left.some((coupon) => coupon.id === id))
  return {
    ...message,
    facts: { couponIds, name: first.name, expiresAt: epochMs(first.expires_at.getTime()) },
  }
}
