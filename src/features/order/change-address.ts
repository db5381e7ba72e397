/** Sends an order to another of one's own addresses. */
import type { OrderView } from '@/contract/order'
import type { OrderId } from '@/domain/ids'
import { call, read } from '@/platform/call'
import { saidOf } from '@/platform/said'
import { notify } from '@/ui/notice'
import { copy, refused } from './copy'

/** The order as it is now, or null where it was refused; then it has been said why. */
export const changeAddress = async (orderId: OrderId, addressId: string): Promise<OrderView | null> => {
  const book = await read('member', 'addresses', {})
  const found = book.ok ? book.data.addresses.find(({ id }) => id === addressId) : undefined
  if (!found) return null
  const { id: _id, isDefault: _isDefault, ...address } = found
  const changed = await call('order', 'changeAddress', { orderId, address })
  if (!changed.ok) {
    notify(saidOf(changed, refused))
    return null
  }
  notify(copy.done['change-address'], 'check')
  return changed.data
}
