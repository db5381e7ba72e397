/** Puts what an order had into the cart once more; what is gone by now is left out and said. */
import type { OrderId } from '@/domain/ids'
import { call, read } from '@/platform/call'
import { saidOf } from '@/platform/said'
import { showCartCount } from '@/platform/tab-badge'
import { notify } from '@/ui/notice'
import { refused } from './copy'

/** True if at least one thing is in the cart now. */
export const buyAgain = async (orderId: OrderId): Promise<boolean> => {
  const order = await read('order', 'detail', { orderId })
  if (!order.ok) {
    notify(saidOf(order, refused))
    return false
  }
  const items = order.data.lines.map(({ skuId, quantity }) => ({ skuId, quantity }))
  const merged = await call('cart', 'merge', { items })
  if (!merged.ok) {
    notify(saidOf(merged, refused))
    return false
  }
  showCartCount(merged.data.cartCount)
  return true
}
