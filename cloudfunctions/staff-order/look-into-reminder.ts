/**
 * WeChat reminds that it knows of no shipping. Shipped here: then it is told again. Not shipped: then only people can help;
 * the letter is dead at once, stands among what waits for staff, and its button looks anew.
 */
import { enqueue, type LetterHandler } from '../runtime/outbox'
import { readOrder } from '../order/order.sql'
import type { OrderId } from '@/domain/ids'

export const lookIntoReminder: LetterHandler = async (deps, { subject }) => {
  const order = subject ? await readOrder(deps, subject as OrderId, null) : null
  if (!order || order.trade !== 'fulfilling') return
  if (order.fulfilment === 'to-ship' || order.fulfilment === 'part-shipped') throw new NotShipped()
  await enqueue(deps.db, deps, { topic: 'shipping.upload', subject: order.id })
}

class NotShipped extends Error {
  readonly giveUp = true
  constructor() {
    super('WeChat reminds: not shipped after 48 hours, the money stays frozen')
  }
}
