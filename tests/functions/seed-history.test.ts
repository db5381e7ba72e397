/** The demo's past at any hour of any day: plausible, and with something in every tab. */
import type { StoreId } from '@/domain/ids'
import { foldEvents, type OrderEvent } from '@/domain/order/events'
import { HOUR, MINUTE, dayStart, later, shopClock, type EpochMs } from '@/domain/time'
import { planStock } from '../../cloudfunctions/runtime/db/seed/history/plan-stock'
import { makeHistory } from '../../cloudfunctions/runtime/db/seed/write-history'
import type { ToldOrder } from '../../cloudfunctions/runtime/db/seed/history/told'
import { TEN_O_CLOCK } from '../support/shop/clock'

const historyAt = (now: EpochMs): readonly ToldOrder[] =>
  makeHistory({ storeId: 'sto_0000000001' as StoreId, now: () => now }).orders

const eventsOf = ({ events }: ToldOrder): OrderEvent[] => events.map(({ event }) => JSON.parse(event) as OrderEvent)

/** Around the clock, each time at another minute. */
const hours = [0, 3, 5, 7, 11, 16, 20, 23].map((hour) =>
  later(dayStart(TEN_O_CLOCK), hour * HOUR + ((hour * 7) % 60) * MINUTE),
)

describe.each(hours.map((now) => [`${shopClock(now).hour}:${shopClock(now).minute}`, now] as const))(
  'at %s',
  (_, now) => {
    const orders = historyAt(now)
    const withStates = (trade: string, fulfilment: string) =>
      orders.filter(({ order }) => order.trade === trade && order.fulfilment === fulfilment)

    test('nothing happens after now, or before what led to it', () => {
      for (const { events, order } of orders) {
        const times = [order.placed_at, ...events.map(({ at }) => at)].map((at) => at.getTime())
        expect(times).toEqual([...times].sort((a, b) => a - b))
        expect(times.at(-1)).toBeLessThanOrEqual(now)
      }
    })

    test('three orders, the opener of a group and three neighbours of a sale wait for their payment and have time left', () => {
      const waiting = withStates('awaiting-payment', 'none')
      expect(waiting).toHaveLength(7)
      expect(waiting.filter(({ order }) => order.sale_id)).toHaveLength(3)
      for (const { order } of waiting) expect(order.pay_deadline_at.getTime()).toBeGreaterThan(now + MINUTE)
    })

    test('the shelf to ship is full, every clock still runs and one has little left', () => {
      const toShip = withStates('fulfilling', 'to-ship')
      const left = toShip.map(({ order }) => (order.ship_deadline_at?.getTime() ?? 0) - now)
      expect(toShip.length).toBeGreaterThanOrEqual(13)
      expect(Math.min(...left)).toBeGreaterThan(0)
      expect(Math.min(...left)).toBeLessThan(12 * HOUR)
    })

    test('some stand ready, some are on the road, one is half sent', () => {
      expect(withStates('fulfilling', 'ready').length).toBeGreaterThanOrEqual(4)
      expect(withStates('fulfilling', 'shipped').length).toBeGreaterThanOrEqual(5)
      expect(withStates('fulfilling', 'part-shipped')).toHaveLength(1)
    })

    test('no receipt is overdue: the clock has nothing to catch up with', () => {
      for (const { order } of orders.filter(({ order: { trade } }) => trade === 'fulfilling'))
        expect(order.auto_confirm_at?.getTime() ?? Infinity).toBeGreaterThan(now)
    })

    test('states are the fold of events', () => {
      for (const told of orders) {
        const { trade, money, fulfilment } = told.order
        expect({ trade, money, fulfilment }).toEqual(foldEvents(eventsOf(told)))
      }
    })
  },
)

test('the same instant gives the same past', () => {
  expect(historyAt(TEN_O_CLOCK)).toEqual(historyAt(TEN_O_CLOCK))
})

describe('the ledger around the orders', () => {
  const changes = [-4, -9, 3, -12, -2].map((quantity, i) => ({ at: later(TEN_O_CLOCK, (i - 40) * 5 * HOUR), quantity }))

  test.each([0, 3, 12, 80])('ends with %i on the shelf and is never below zero on the way', (left) => {
    const entries = [...planStock(changes, left, TEN_O_CLOCK), ...changes]
    const inOrder = entries.sort((a, b) => a.at - b.at || b.quantity - a.quantity)
    let balance = 0
    for (const { quantity } of inOrder) {
      balance += quantity
      expect(balance).toBeGreaterThanOrEqual(0)
    }
    expect(balance).toBe(left)
  })

  test('what was never sold came in once and lies there', () => {
    expect(planStock([], 5, TEN_O_CLOCK).reduce((sum, { quantity }) => sum + quantity, 0)).toBe(5)
  })
})
