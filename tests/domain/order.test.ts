import * as fc from 'fast-check'
import { fen } from '@/domain/money'
import { epochMs, MINUTE } from '@/domain/time'
import { fulfilmentAfterRefund } from '@/domain/order/after-refund'
import { autoConfirmAt, payDeadline, shipDeadline } from '@/domain/order/clocks'
import { foldEvents, type OrderEvent } from '@/domain/order/events'
import { canMoveFulfilment } from '@/domain/order/fulfilment'
import { canMoveMoney } from '@/domain/order/money-state'
import { shopperActs, staffActs, type OrderState } from '@/domain/order/order'
import { canMoveTrade, isTradeOver, tradeMoves, type TradeState } from '@/domain/order/trade'

const t0 = epochMs(1_800_000_000_000)
const state = (over: Partial<OrderState> = {}): OrderState => ({
  trade: 'fulfilling',
  money: 'paid',
  fulfilment: 'to-ship',
  deliveryKind: 'express',
  payDeadlineAt: payDeadline(t0),
  paidAt: t0,
  isGrouped: false,
  ...over,
})

test('the clocks of an order', () => {
  expect(payDeadline(t0) - t0).toBe(30 * MINUTE)
  expect(shipDeadline(t0) - t0).toBe(48 * 60 * MINUTE)
  expect(autoConfirmAt('express', t0) - t0).toBe(10 * 24 * 60 * MINUTE)
  expect(autoConfirmAt('pickup', t0) - t0).toBe(2 * 24 * 60 * MINUTE)
})

test.each([
  [
    'unpaid',
    state({ trade: 'awaiting-payment', money: 'unpaid', fulfilment: 'none', paidAt: null }),
    t0,
    ['pay', 'cancel', 'change-address'],
  ],
  ['just paid', state(), t0, ['cancel-paid', 'change-address', 'buy-again']],
  ['paid eleven minutes ago', state(), epochMs(t0 + 11 * MINUTE), ['change-address', 'buy-again']],
  ['shipped', state({ fulfilment: 'shipped' }), t0, ['confirm-receipt', 'buy-again']],
  ['partly shipped', state({ fulfilment: 'part-shipped' }), t0, ['buy-again']],
  ['completed', state({ trade: 'completed', fulfilment: 'received' }), t0, ['buy-again']],
  ['cancelled', state({ trade: 'cancelled', money: 'unpaid', fulfilment: 'stopped', paidAt: null }), t0, ['buy-again']],
] as const)('what a shopper may do with an order that is %s', (_name, order, now, acts) => {
  expect(shopperActs(order, now)).toEqual(acts)
})

test('an unpaid order past its deadline can be cancelled but not paid', () => {
  const order = state({ trade: 'awaiting-payment', money: 'unpaid', fulfilment: 'none', paidAt: null })
  const acts = shopperActs(order, epochMs(t0 + 31 * MINUTE))
  expect(acts).not.toContain('pay')
  expect(acts).toContain('cancel')
})

test.each([
  ['to ship', state(), ['ship', 'refund', 'change-address', 'remark']],
  ['to pick up', state({ deliveryKind: 'pickup' }), ['make-ready', 'refund', 'remark']],
  ['ready', state({ deliveryKind: 'pickup', fulfilment: 'ready' }), ['hand-over', 'refund', 'remark']],
  [
    'unpaid',
    state({ trade: 'awaiting-payment', money: 'unpaid', fulfilment: 'none', paidAt: null }),
    ['change-price', 'cancel', 'change-address', 'remark'],
  ],
  ['being refunded', state({ money: 'refunding' }), ['ship', 'remark']],
] as const)('what the staff may do with an order that is %s', (_name, order, acts) => {
  expect(staffActs(order)).toEqual(acts)
})

test('a final trade state is left only by a refund, and nothing leaves closed', () => {
  for (const [from, to] of Object.entries(tradeMoves) as [TradeState, readonly TradeState[]][]) {
    if (from === 'closed') expect(to).toEqual([])
    if (from === 'completed') expect(to).toEqual(['closed'])
    if (from === 'cancelled') expect(to).toEqual(['late-paid'])
  }
  expect(isTradeOver('cancelled')).toBe(true)
})

test('the story of an order gives its three states back', () => {
  const story: OrderEvent[] = [
    { kind: 'placed', totalFen: fen(9400) },
    { kind: 'paid', paidFen: fen(9400), transactionTail: '7719' },
    { kind: 'fulfilling' },
    { kind: 'shipped', part: true, carrier: 'sf', trackingTail: '0001', quantity: 1 },
    { kind: 'shipped', part: false, carrier: 'sf', trackingTail: '0002', quantity: 1 },
    { kind: 'received', by: 'shopper' },
    { kind: 'completed' },
  ]
  expect(foldEvents(story)).toEqual({ trade: 'completed', money: 'paid', fulfilment: 'received' })
  expect(foldEvents(story.slice(0, 4))).toEqual({ trade: 'fulfilling', money: 'paid', fulfilment: 'part-shipped' })
})

/** Walks the three tables at random; the events of each walk must fold to where the walk ended. */
test('any lawful story folds along the move tables', () => {
  const steps: ((s: ReturnType<typeof foldEvents>) => OrderEvent[] | null)[] = [
    (s) =>
      s.trade === 'awaiting-payment'
        ? [{ kind: 'paid', paidFen: fen(10), transactionTail: '1' }, { kind: 'fulfilling' }]
        : null,
    (s) => (s.trade === 'awaiting-payment' ? [{ kind: 'cancelled', reason: 'deadline' }] : null),
    (s) =>
      s.trade === 'cancelled'
        ? [{ kind: 'late-paid', paidFen: fen(10), outcome: 'reopened' }, { kind: 'fulfilling' }]
        : null,
    (s) =>
      s.trade === 'fulfilling' && canMoveFulfilment(s.fulfilment, 'shipped')
        ? [{ kind: 'shipped', part: false, carrier: 'sf', trackingTail: '1', quantity: 1 }]
        : null,
    (s) =>
      s.trade === 'fulfilling' && s.fulfilment === 'shipped'
        ? [{ kind: 'received', by: 'clock' }, { kind: 'completed' }]
        : null,
    (s) =>
      canMoveMoney(s.money, 'refunding') && s.trade !== 'cancelled'
        ? [
            { kind: 'refund-wanted', refundFen: fen(1), reason: '' },
            { kind: 'refund-done', refundFen: fen(1), left: true },
          ]
        : null,
  ]
  fc.assert(
    fc.property(fc.array(fc.nat({ max: steps.length - 1 }), { maxLength: 12 }), (walk) => {
      const events: OrderEvent[] = [{ kind: 'placed', totalFen: fen(10) }]
      for (const n of walk) {
        const before = foldEvents(events)
        const more = steps[n]?.(before)
        if (!more) continue
        let at = before
        for (const event of more) {
          const next = foldEvents([...events, event])
          if (next.trade !== at.trade) expect(canMoveTrade(at.trade, next.trade)).toBe(true)
          if (next.fulfilment !== at.fulfilment) expect(canMoveFulfilment(at.fulfilment, next.fulfilment)).toBe(true)
          if (next.money !== at.money) expect(canMoveMoney(at.money, next.money)).toBe(true)
          events.push(event)
          at = next
        }
      }
    }),
  )
})

describe('a refund of what was still to be sent', () => {
  const line = (shippedQuantity: number, refundedQuantity = 0) => ({
    id: 'oln_a',
    quantity: 3,
    shippedQuantity,
    refundedQuantity,
  })
  test.each([
    ['ends an order of which nothing was sent', 'to-ship', line(0), 3, 'stopped'],
    ['ends a pick-up order that stood ready', 'ready', line(0), 3, 'stopped'],
    ['makes a part shipment the whole', 'part-shipped', line(2), 1, 'shipped'],
    ['counts what was refunded before', 'part-shipped', line(1, 1), 1, 'shipped'],
    ['leaves the rest to be sent', 'to-ship', line(0), 2, null],
    ['changes nothing once all is sent', 'shipped', line(3), 1, null],
  ] as const)('%s', (_name, state, one, quantity, after) => {
    expect(fulfilmentAfterRefund(state, [one], [{ lineId: 'oln_a', quantity }])).toBe(after)
  })
})
