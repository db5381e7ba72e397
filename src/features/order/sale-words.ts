/** Facts of an order in a group sale as lines that a person reads. */
import type { OrderCard, OrderSaleView, OrderView } from '@/contract/order'
import { isOnShelf } from '@/domain/pickup/bag'
import type { SaleState } from '@/domain/sale/sale'
import type { EpochMs } from '@/domain/time'
import { dayText, momentText, spanText } from '@/ui/moment-text'
import { saleCopy } from './sale-copy'

type Window = Pick<OrderSaleView, 'handOverFromAt' | 'handOverUntilAt'>

/** The bags are at the door, so that what counts is the bag and not the sale. */
export const isDelivered = (state: SaleState): state is 'delivered' | 'settled' =>
  state === 'delivered' || state === 'settled'

/** Paid, and more may still join: nothing is packed before the list is whole. */
export const waitsForEnd = ({ trade, fulfilment, sale }: Listed): boolean =>
  trade === 'fulfilling' && fulfilment === 'to-ship' && sale?.state === 'open'
type Listed = Pick<OrderCard, 'trade' | 'fulfilment'> & { readonly sale: Pick<OrderSaleView, 'state'> | null }

/** Somebody may come for it: it is there and has not gone. */
export const canFetch = ({ trade, pickup, sale }: Pick<OrderView, 'trade' | 'pickup' | 'sale'>): boolean =>
  pickup !== null &&
  sale !== null &&
  sale.number !== null &&
  (trade === 'fulfilling' || trade === 'completed') &&
  isOnShelf(sale.bag)

export const windowText = ({ handOverFromAt, handOverUntilAt }: Window, now: EpochMs): string =>
  saleCopy.window(spanText(handOverFromAt, handOverUntilAt, now))

/** When, and where; a courier's day where there is no place to come to. */
const whenAndWhere = ({ pickup }: Pick<OrderView, 'pickup'>, sale: OrderSaleView, now: EpochMs): string =>
  pickup ? `${windowText(sale, now)} · ${pickup.point.name}` : saleCopy.deliver(dayText(sale.handOverFromAt, now))

/** How far it is, in a few words. */
export const saleStateText = ({ state, bag }: OrderSaleView): string =>
  isDelivered(state) || bag === 'handed' ? saleCopy.strip.bag[bag] : saleCopy.strip.state[state]

/** The first words of the page while the sale runs and the bag stands there; null where those of any order say it. */
export const saleHead = (order: OrderView, now: EpochMs): { title: string; note: string } | null => {
  const { sale, trade } = order
  if (!sale || sale.number === null || trade !== 'fulfilling') return null
  const { head, headNote } = saleCopy
  const note = whenAndWhere(order, sale, now)
  if (sale.bag === 'handed') return { title: head.handed, note: sale.title }
  if (sale.state === 'picking') return { title: head.picking, note }
  if (!isDelivered(sale.state)) return { title: head.joined(sale.number), note }
  // what a courier brings is told as any parcel is
  if (!order.pickup) return null
  switch (sale.bag) {
    case 'waiting':
      return { title: head.ready, note }
    case 'overdue':
      return {
        title: head.overdue,
        note: `${headNote.kept(momentText(sale.keptUntilAt, now))} · ${order.pickup.point.name}`,
      }
    case 'no-show':
      return { title: head.noShow, note: headNote.noShow }
    case 'returned':
      return { title: head.returned, note: headNote.returned }
    default:
      return sale.bag satisfies never
  }
}
