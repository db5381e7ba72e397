import * as fc from 'fast-check'
import type { MemberId, OrderId, OrderLineId, PickupPointId, SkuId } from '@/domain/ids'
import { fen } from '@/domain/money'
import { refundLine } from '@/domain/pricing/refund-amount'
import { driverList, packingSlips } from '@/domain/sale/packing'
import { lineAfterTier, mayReckon, reckonSale, tierBack, type PaidLine } from '@/domain/sale/reckon'
import { rollUp } from '@/domain/sale/roll-up'
import type { SoldLine } from '@/domain/sale/sold-line'
import { reachedPrice, tierProgress } from '@/domain/sale/tier'
import { epochMs } from '@/domain/time'

const berry = 'sku_berry' as SkuId
const egg = 'sku_egg' as SkuId
const north = 'pup_north' as PickupPointId
const south = 'pup_south' as PickupPointId
const price = {
  priceFen: fen(3190),
  tiers: [
    { fromUnits: 20, priceFen: fen(2990) },
    { fromUnits: 50, priceFen: fen(2890) },
  ],
}
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)

describe('tiers', () => {
  test('the card says what is reached and what is missing', () => {
    expect(tierProgress(price, 46)).toEqual({ priceFen: 2990, next: { fromUnits: 50, priceFen: 2890, missing: 4 } })
    expect(tierProgress(price, 50)).toEqual({ priceFen: 2890, next: null })
    expect(tierProgress(price, 0)).toMatchObject({ priceFen: 3190, next: { missing: 20 } })
  })

  const aLine = (over: Partial<PaidLine> = {}): PaidLine => ({
    id: 'oln_1' as OrderLineId,
    orderId: 'ord_1' as OrderId,
    skuId: berry,
    quantity: 2,
    unitPriceFen: fen(2990),
    paidFen: fen(5980),
    refundedQuantity: 0,
    ...over,
  })

  test('who paid first gets the difference back, who paid the reached tier nothing', () => {
    const late = aLine({
      id: 'oln_2' as OrderLineId,
      orderId: 'ord_2' as OrderId,
      unitPriceFen: fen(2890),
      paidFen: fen(5780),
    })
    expect(reckonSale([{ skuId: berry, ...price, reachedUnits: 50 }], [aLine(), late])).toEqual([
      { orderId: 'ord_1', backFen: 200, lines: [{ lineId: 'oln_1', units: 2, backFen: 200 }] },
    ])
  })

  test('a unit that a coupon made nearly free gives back no more than it cost', () => {
    expect(tierBack(aLine({ quantity: 2, paidFen: fen(101) }), fen(2890))).toMatchObject({ backFen: 101 })
  })

  test('a sale is reckoned once, when nobody can pay any more', () => {
    const orders = { unpaid: 0, unpaidUntilAt: null, paid: 1, running: 1, openAfterSales: 0 }
    const now = epochMs(1_800_000_000_000)
    expect(mayReckon({ state: 'closed', reckonedAt: null, orders }).ok).toBe(true)
    expect(mayReckon({ state: 'closed', reckonedAt: null, orders: { ...orders, unpaid: 2 } })).toMatchObject({
      refusal: { code: 'sale.has-unpaid' },
    })
    expect(mayReckon({ state: 'closed', reckonedAt: now, orders })).toMatchObject({
      refusal: { code: 'sale.reckoned' },
    })
    expect(mayReckon({ state: 'open', reckonedAt: null, orders })).toMatchObject({
      refusal: { code: 'sale.not-closed' },
    })
  })

  /** Orders come one after another, each at the tier its predecessors had reached; some take units back. */
  const someOrders = fc.array(
    fc.record({
      quantity: fc.integer({ min: 1, max: 9 }),
      back: fc.integer({ min: 0, max: 9 }),
      permille: fc.integer({ min: 1, max: 1000 }),
    }),
    { maxLength: 40 },
  )
  const played = (orders: readonly { quantity: number; back: number; permille: number }[]) => {
    let reachedUnits = 0
    const lines = orders.map(({ quantity, back, permille }, i): PaidLine => {
      const unitPriceFen = reachedPrice(price, reachedUnits)
      reachedUnits += quantity
      return aLine({
        id: `oln_${i}` as OrderLineId,
        orderId: `ord_${i}` as OrderId,
        quantity,
        unitPriceFen,
        paidFen: fen(Math.max(1, Math.floor((unitPriceFen * quantity * permille) / 1000))),
        refundedQuantity: Math.min(quantity, back),
      })
    })
    return { lines, reachedUnits }
  }

  test('without discounts the refunds are exactly what was paid above the reached tier, for units not refunded', () => {
    fc.assert(
      fc.property(someOrders, (orders) => {
        const { lines, reachedUnits } = played(orders.map((order) => ({ ...order, permille: 1000 })))
        const backs = reckonSale([{ skuId: berry, ...price, reachedUnits }], lines)
        const reached = reachedPrice(price, reachedUnits)
        const expected = lines.map((l) => (l.unitPriceFen - reached) * (l.quantity - l.refundedQuantity))
        expect(sum(backs.map((b) => b.backFen))).toBe(sum(expected))
      }),
    )
  })

  test('refunds before, the difference, and refunds after in any pieces are together what was paid', () => {
    fc.assert(
      fc.property(someOrders, fc.integer({ min: 1, max: 3 }), (orders, piece) => {
        const { lines, reachedUnits } = played(orders)
        for (const line of lines) {
          const back = tierBack(line, reachedPrice(price, reachedUnits))
          let paidBack = back.backFen + refundLine({ ...line, refundedQuantity: 0 }, line.refundedQuantity)
          for (let refunded = line.refundedQuantity; refunded < line.quantity;) {
            const quantity = Math.min(piece, line.quantity - refunded)
            const part = refundLine(lineAfterTier({ ...line, refundedQuantity: refunded }, back), quantity)
            expect(part).toBeGreaterThanOrEqual(0)
            paidBack += part
            refunded += quantity
          }
          expect(paidBack).toBe(line.paidFen)
        }
      }),
    )
  })
})

const line = (number: number, over: Partial<SoldLine> = {}): SoldLine => ({
  orderId: `ord_${number}` as OrderId,
  memberId: `mem_${number}` as MemberId,
  number,
  skuId: berry,
  label: '草莓',
  pickupPointId: north,
  sold: 2,
  cut: 0,
  ...over,
})

describe('the roll-up', () => {
  const lines = [
    line(1),
    line(1, { skuId: egg, label: '鸡蛋', sold: 1 }),
    line(2, { pickupPointId: south, sold: 3, cut: 1 }),
    line(3, { pickupPointId: null, sold: 1 }),
  ]
  const skus = [
    { skuId: berry, label: '草莓', received: 4 },
    { skuId: egg, label: '鸡蛋', received: null },
  ]
  const list = rollUp(lines, skus, [north, south, null])

  test('is products by places, with what was cut', () => {
    expect(list.rows[0]).toEqual({
      skuId: berry,
      label: '草莓',
      cells: [
        { place: north, sold: 2, cut: 0 },
        { place: south, sold: 3, cut: 1 },
        { place: null, sold: 1, cut: 0 },
      ],
      sold: 6,
      cut: 1,
      orders: 3,
      received: 4,
      difference: -1,
    })
    expect(list.rows[1]).toMatchObject({ received: null, difference: null, sold: 1 })
  })

  test('adds up along both edges', () => {
    expect(list).toMatchObject({ people: 3, orders: 3, sold: 7, cut: 1 })
    expect(list.places.map((p) => [p.sold, p.people])).toEqual([
      [3, 1],
      [3, 1],
      [1, 1],
    ])
    expect(sum(list.rows.map((row) => row.sold))).toBe(sum(list.places.map((p) => p.sold)))
  })
})

describe('packing', () => {
  const people = [
    { memberId: 'mem_1' as MemberId, name: '张小敏', phone: '13800001234' },
    { memberId: 'mem_2' as MemberId, name: '李', phone: null },
  ]

  test('two orders of one neighbour are one bag, under the lower number, and the name stays masked', () => {
    const again = line(7, { memberId: 'mem_1' as MemberId, sold: 1 })
    expect(packingSlips([again, line(1), line(2)], people, [north])).toEqual([
      {
        place: north,
        numbers: [1, 7],
        name: '张*',
        phoneTail: '1234',
        units: 3,
        items: [{ skuId: berry, label: '草莓', quantity: 3, cut: 0 }],
      },
      {
        place: north,
        numbers: [2],
        name: '李*',
        phoneTail: null,
        units: 2,
        items: [{ skuId: berry, label: '草莓', quantity: 2, cut: 0 }],
      },
    ])
  })

  test('what was cut stays on the slip while something is left, an empty bag is not packed', () => {
    const eggs = line(1, { skuId: egg, label: '鸡蛋', sold: 1, cut: 1 })
    const slips = packingSlips([line(1), eggs, line(2, { cut: 2 })], people, [north])
    expect(slips).toHaveLength(1)
    expect(slips[0]?.items[1]).toMatchObject({ label: '鸡蛋', quantity: 0, cut: 1 })
  })

  test('the driver reads stop by stop what to unload', () => {
    const route = [south, north, null]
    expect(driverList([line(1), line(2), line(3, { pickupPointId: south, cut: 1 })], route)).toEqual([
      { place: south, bags: 1, units: 1, items: [{ skuId: berry, label: '草莓', quantity: 1 }] },
      { place: north, bags: 2, units: 4, items: [{ skuId: berry, label: '草莓', quantity: 4 }] },
    ])
  })

  test('what is packed is what is unloaded is what the roll-up promises', () => {
    const anyLine = fc
      .record({
        person: fc.integer({ min: 1, max: 9 }),
        order: fc.integer({ min: 1, max: 20 }),
        sku: fc.constantFrom(berry, egg),
        place: fc.constantFrom(north, south, null),
        sold: fc.integer({ min: 0, max: 9 }),
        cut: fc.nat(9),
      })
      .map((l) =>
        line(l.order, {
          memberId: `mem_${l.person}` as MemberId,
          skuId: l.sku,
          pickupPointId: l.place,
          sold: l.sold,
          cut: Math.min(l.cut, l.sold),
        }),
      )
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 30 }), (lines) => {
        const places = [north, south, null]
        const skus = [berry, egg].map((skuId) => ({ skuId, label: '', received: null }))
        const { sold, cut } = rollUp(lines, skus, places)
        expect(sum(packingSlips(lines, [], places).map((slip) => slip.units))).toBe(sold - cut)
        expect(sum(driverList(lines, places).map((stop) => stop.units))).toBe(sold - cut)
      }),
    )
  })
})
