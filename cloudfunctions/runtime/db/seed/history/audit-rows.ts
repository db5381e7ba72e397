/** What the staff did to past orders in the last two weeks, as their acts would have written it. */
import type { Insertable } from 'kysely'
import type { OrderEvent } from '@/domain/order/events'
import { DAY, epochMs } from '@/domain/time'
import type { Deps } from '../../../deps'
import type { Tables } from '../../tables'
import { agedId } from '../demo-shop'
import type { ToldOrder } from './told'

const KEPT = 14 * DAY

export const auditRows = (orders: readonly ToldOrder[], { now }: Deps): Insertable<Tables['audit']>[] =>
  orders.flatMap(({ order, events }) =>
    events.flatMap(({ at, event, seq, staff_id: staffId }) => {
      const told = staffId && at.getTime() > now() - KEPT ? actOf(JSON.parse(event) as OrderEvent) : null
      if (!told || !staffId) return []
      return {
        store_id: order.store_id,
        id: agedId('aud', epochMs(at.getTime()), `${order.id}-${seq}`),
        at,
        staff_id: staffId,
        action: `order.${told.act}`,
        subject: order.id,
        subject_name: order.number,
        after: JSON.stringify(told.after),
        request_id: 'seed',
      }
    }),
  )

const actOf = (event: OrderEvent): { act: string; after: unknown } | null => {
  switch (event.kind) {
    case 'shipped': {
      const { carrier, trackingTail, quantity, part } = event
      return { act: 'ship', after: { carrier, trackingTail, quantity, isLast: !part } }
    }
    case 'ready':
      return { act: 'make-ready', after: { fulfilment: 'ready' } }
    case 'received':
      return { act: 'hand-over', after: { fulfilment: 'received' } }
    case 'refund-wanted':
      return { act: 'refund', after: { refundFen: event.refundFen, reason: event.reason } }
    default:
      return null
  }
}
