import type { InboxMessage } from '@/contract/message'
import { go } from '@/platform/navigate'

/** Where a message leads: to what it is about. */
export const leadOn = ({ kind, facts }: InboxMessage): void => {
  switch (kind) {
    case 'group-full':
    case 'group-expired':
    case 'seat-lost':
      return go.group(facts.groupId)
    case 'coupon-ending':
      return go.myCoupons()
    case 'order-shipped':
    case 'order-ready':
    case 'refund-sent':
    case 'sale-unpaid':
    case 'sale-closed':
    case 'shortage-cut':
    case 'hand-over':
      return go.order(facts.orderId)
    case 'sale-opened':
      return go.sale(facts.saleId)
    case 'list-ready':
      return go.saleGoods(facts.saleId)
    case 'payout-waiting':
      return go.earnings()
    case 'leader-decided':
    case 'community-offered':
      return go.community()
    default:
      return kind satisfies never
  }
}
