/** A message may have waited through the night. What is not so any more is not told; of coupons only those that are left. */
import type { Message } from '@/domain/message/kinds'
import { epochMs } from '@/domain/time'
import { isOnShelf } from '@/domain/pickup/bag'
import type { HandOverId, OrderId, TransferId } from '@/domain/ids'
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

const isOrder = async (deps: Deps, orderId: OrderId, among: readonly string[]): Promise<boolean> =>
  (await deps.db
    .selectFrom('orders')
    .select('id')
    .where('store_id', '=', deps.storeId)
    .where('id', '=', orderId)
    .where('trade', '=', 'fulfilling')
    .where('fulfilment', 'in', [...among])
    .executeTakeFirst()) !== undefined

const isUnpaid = async (deps: Deps, orderId: OrderId): Promise<boolean> =>
  (await deps.db
    .selectFrom('orders')
    .select('id')
    .where('store_id', '=', deps.storeId)
    .where('id', '=', orderId)
    .where('trade', '=', 'awaiting-payment')
    .executeTakeFirst()) !== undefined

/** The bag may have been fetched, or the order given back. */
const isToFetch = async (deps: Deps, orderId: OrderId): Promise<boolean> => {
  const bag = await deps.db
    .selectFrom('sale_order')
    .select(['bag_state', 'gone_at'])
    .where('store_id', '=', deps.storeId)
    .where('order_id', '=', orderId)
    .executeTakeFirst()
  return bag !== undefined && bag.gone_at === null && isOnShelf(bag.bag_state)
}

const isToConfirm = async (deps: Deps, transferId: TransferId): Promise<boolean> =>
  (await deps.db
    .selectFrom('transfer')
    .select('id')
    .where('store_id', '=', deps.storeId)
    .where('id', '=', transferId)
    .where('state', '=', 'awaiting-confirm')
    .executeTakeFirst()) !== undefined

const standsSo = async (
  deps: Deps,
  { memberId, facts }: Extract<Message, { kind: 'leader-decided' }>,
): Promise<boolean> =>
  (await deps.db
    .selectFrom('leader')
    .select('state')
    .where('store_id', '=', deps.storeId)
    .where('member_id', '=', memberId)
    .where('state', '=', facts.state)
    .executeTakeFirst()) !== undefined

const isOffered = async (deps: Deps, handOverId: HandOverId): Promise<boolean> =>
  (await deps.db
    .selectFrom('community_hand_over')
    .select('id')
    .where('store_id', '=', deps.storeId)
    .where('id', '=', handOverId)
    .where('state', '=', 'offered')
    .executeTakeFirst()) !== undefined

const mustChoose = async (deps: Deps, orderId: OrderId): Promise<boolean> =>
  (await deps.db
    .selectFrom('group_seat')
    .select('order_id')
    .where('store_id', '=', deps.storeId)
    .where('order_id', '=', orderId)
    .where('state', '=', 'lost')
    .where('choose_by', '>', new Date(deps.now()))
    .executeTakeFirst()) !== undefined

const couponsLeft = async (
  deps: Deps,
  message: Extract<Message, { kind: 'coupon-ending' }>,
): Promise<Message | null> => {
  const left = await deps.db
    .selectFrom('coupon')
    .select(['id', 'name', 'expires_at'])
    .where('store_id', '=', deps.storeId)
    .where('member_id', '=', message.memberId)
    .where('id', 'in', [...message.facts.couponIds])
    .where('state', '=', 'claimed')
    .where('expires_at', '>', new Date(deps.now()))
    .orderBy('expires_at')
    .orderBy('id')
    .execute()
  const [first] = left
  if (!first) return null
  const couponIds = message.facts.couponIds.filter((id) => left.some((coupon) => coupon.id === id))
  return {
    ...message,
    facts: { couponIds, name: first.name, expiresAt: epochMs(first.expires_at.getTime()) },
  }
}
