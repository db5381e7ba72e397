/** Pays an order: opens WeChat Pay, then asks the shop what is true, whatever the phone said. */
import type { CallRefusal } from '@/contract'
import type { OrderId } from '@/domain/ids'
import { call, read, type Answer } from './call'
import { pay } from './pay'

/** `waiting`: WeChat says paid, and the shop hasn't heard yet; it will. */
export type PayEnd = 'paid' | 'waiting' | 'cancelled' | 'failed'
type No = CallRefusal<'payment', 'start'>

export const payOrder = async (orderId: OrderId): Promise<Answer<PayEnd, No>> => {
  const started = await call('payment', 'start', { orderId })
  if (!started.ok) {
    // paid on another phone, or the notice was slow: the answer one hoped for
    return started.refusal?.code === 'order.was-paid' ? { ok: true, data: 'paid' } : started
  }
  const said = await pay(started.data.params, started.data.amountFen)
  if (said === 'cancelled') return { ok: true, data: 'cancelled' }
  const checked = await read('payment', 'check', { orderId })
  if (checked.ok && checked.data.isPaid) return { ok: true, data: 'paid' }
  return { ok: true, data: said === 'paid' ? 'waiting' : 'failed' }
}
