/** Facts of an order as lines that a person reads. */
import type { OrderView, TimelineEntry } from '@/contract/order'
import { yuanText, type Fen } from '@/domain/money'
import { carrierName } from '@/domain/order/carrier'
import { axisOf, type OrderEvent } from '@/domain/order/events'
import { dayStart, shopClock, type EpochMs } from '@/domain/time'
import type { AxisState, TimelineStep } from '@/ui/order-timeline'
import { axisText, copy, fulfilmentText, goodsAxis, moneyText, next, story, tradeText } from './copy'
import { saleCopy } from './sale-copy'
import { saleHead, waitsForEnd } from './sale-words'

const two = (n: number): string => String(n).padStart(2, '0')

/** 「09:42」 today, 「11-20」 before. */
export const whenText = (at: EpochMs, now: EpochMs): string => {
  const c = shopClock(at)
  return dayStart(at) === dayStart(now) ? `${two(c.hour)}:${two(c.minute)}` : `${two(c.month)}-${two(c.day)}`
}

/** 「2611 2234 9201 2373 05」: in fours, to be read out. */
export const numberText = (number: string): string => number.replace(/(\d{4})(?=\d)/g, '$1 ')

const yuan = (amount: Fen): string => yuanText(amount)

const eventText = (e: OrderEvent): string => {
  switch (e.kind) {
    case 'placed':
    case 'address-changed':
    case 'fulfilling':
    case 'ready':
    case 'completed':
    case 'stopped':
    case 'rest-refunded':
    case 'closed':
    case 'seat-lost':
    case 'group-expired':
    case 'group-left':
      return story[e.kind]
    case 'awaiting-group':
      return story['awaiting-group'][e.opened ? 'opened' : 'joined'](e.missing)
    case 'group-full':
      return story['group-full'](e.size)
    case 'price-changed':
      return story[e.kind](yuan(e.toFen))
    case 'paid':
      return story[e.kind](yuan(e.paidFen))
    case 'cancelled':
      return story.cancelled[e.reason]
    case 'late-paid':
      return story['late-paid'][e.outcome]
    case 'shipped':
      return story.shipped(carrierName(e.carrier), e.quantity)
    case 'received':
      return story.received[e.by]
    case 'refund-wanted':
    case 'refund-done':
    case 'refund-failed':
      return story[e.kind](yuan(e.refundFen))
    case 'remarked':
      return ''
    default:
      return e satisfies never
  }
}

const past = (entry: TimelineEntry, nth: number, order: OrderView, now: EpochMs): TimelineStep => {
  const axis = axisOf[entry.event.kind]
  return {
    key: String(nth),
    time: whenText(entry.at, now),
    title: titleOf(entry.event, order),
    axis: axis === 'fulfilment' ? goodsAxis[order.deliveryKind] : axisText[axis],
    when: 'past',
  }
}

/** In a group sale being paid is having joined; goods are made ready only when it has ended. */
const titleOf = (event: OrderEvent, { sale }: OrderView): string =>
  event.kind === 'fulfilling' && sale?.number ? saleCopy.story.joined(sale.number) : eventText(event)

/** What happened, where it stands now, and what comes. */
export const timelineOf = (order: OrderView, now: EpochMs): TimelineStep[] => {
  const steps = order.timeline.map((entry, nth) => past(entry, nth, order, now))
  const stands = standing(order)
  if (stands) steps.push({ key: 'now', time: '现在', when: 'now', ...stands })
  if (isInGroup(order))
    steps.push({ key: 'full', time: '成团后', title: next.full.title, axis: axisText.trade, when: 'next' })
  const isOpen = order.trade === 'fulfilling' || order.trade === 'awaiting-payment'
  if (isOpen && order.money !== 'refunding')
    steps.push({
      key: 'next',
      time: order.deliveryKind === 'pickup' ? '取后' : '收到后',
      title: next.receive.title,
      axis: axisText.trade,
      note: next.receive[order.deliveryKind],
      when: 'next',
    })
  return steps
}

/** Paid, and the group is still filling or the shopper is choosing another one. */
const isInGroup = (order: OrderView): boolean => order.trade === 'awaiting-group' && order.money === 'paid'
const hasLostSeat = (order: OrderView): boolean => order.group?.seat === 'lost'

type Standing = Pick<TimelineStep, 'title' | 'axis' | 'note'>

const standing = (order: OrderView): Standing | null => {
  const goods = goodsAxis[order.deliveryKind]
  const said = (words: { title: string; note: string }, axis: string): Standing => ({
    title: words.title,
    axis,
    ...(words.note ? { note: words.note } : {}),
  })
  if (order.trade === 'awaiting-payment') return said(next.pay, axisText.money)
  if (isInGroup(order)) return said(next[hasLostSeat(order) ? 'choose' : 'group'], axisText.trade)
  if (order.trade !== 'fulfilling' || order.money === 'refunding') return null
  if (order.fulfilment === 'ready') return said(next.collect, goods)
  if (waitsForEnd(order)) return said({ title: saleCopy.story.waitEnd, note: '' }, goods)
  if (order.fulfilment === 'shipped') return said(next.arrive, goods)
  return order.fulfilment === 'stopped' ? null : said(next.prepare, goods)
}

export const axesOf = (order: OrderView): AxisState[] => {
  const isOver = order.trade === 'completed' || order.trade === 'cancelled' || order.trade === 'closed'
  const paid =
    order.paidFen > 0 && order.money === 'paid'
      ? `${moneyText.paid} ¥${yuan(order.paidFen).replace(/\.00$/, '')}`
      : moneyText[order.money]
  return [
    {
      name: axisText.trade,
      state: tradeText[order.trade],
      look: order.trade === 'completed' ? 'done' : isOver ? 'plain' : 'now',
    },
    {
      name: axisText.money,
      state: paid,
      look: order.money === 'unpaid' ? (isOver ? 'plain' : 'now') : order.money === 'refunding' ? 'now' : 'done',
    },
    {
      name: goodsAxis[order.deliveryKind],
      state: waitsForEnd(order) ? saleCopy.untilEnd : fulfilmentText[order.fulfilment],
      look:
        order.fulfilment === 'received'
          ? 'done'
          : order.fulfilment === 'none' || order.fulfilment === 'stopped'
            ? 'plain'
            : 'now',
    },
  ]
}

/** The page's first words: what the person should know now. */
export const headOf = (order: OrderView, now: EpochMs): { title: string; note: string } => {
  const { head, headNote } = copy
  const point = order.pickup ? `${order.pickup.point.hours} · ${order.pickup.point.name}` : ''
  if (order.trade === 'awaiting-payment') return { title: head.pay, note: headNote.pay }
  if (order.money === 'refunding') {
    const what = order.refunds.some(({ state }) => state === 'failed') ? 'refundFailed' : 'refunding'
    return { title: head[what], note: headNote[what] }
  }
  if (isInGroup(order)) {
    const { size = 0, confirmed = 0 } = order.group ?? {}
    return hasLostSeat(order)
      ? { title: head.choose, note: headNote.choose }
      : { title: head.group(size - confirmed), note: headNote.group }
  }
  const inSale = saleHead(order, now)
  if (inSale) return inSale
  if (order.trade === 'cancelled') return { title: head.cancelled, note: headNote.cancelled }
  if (order.trade === 'closed' || order.trade === 'late-paid') return { title: head.closed, note: headNote.closed }
  if (order.trade === 'completed') return { title: head.done, note: headNote.done }
  if (order.fulfilment === 'ready') return { title: head.ready, note: point }
  if (order.fulfilment === 'shipped') return { title: head.shipped, note: addressText(order) }
  return { title: order.fulfilment === 'part-shipped' ? head.part : head.prepare, note: point || addressText(order) }
}

export const addressText = (order: OrderView): string => {
  const a = order.address
  return a ? `${a.district}${a.detail} · ${a.name}` : ''
}
