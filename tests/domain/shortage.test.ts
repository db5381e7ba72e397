import * as fc from 'fast-check'
import type { OrderId, OrderLineId, PickupPointId } from '@/domain/ids'
import { fen } from '@/domain/money'
import { refundLine } from '@/domain/pricing/refund-amount'
import { allocate, type Policy, type ShortLine } from '@/domain/shortage/allocate'
import { cutsByOrder, outlineOf } from '@/domain/shortage/order-cuts'
import { epochMs, later } from '@/domain/time'

const t0 = epochMs(1_800_000_000_000)
const north = 'pup_north' as PickupPointId
const south = 'pup_south' as PickupPointId
const policies: Policy[] = ['first-paid', 'proportional']
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)

const aLine = (n: number, quantity: number, over: Partial<ShortLine> = {}): ShortLine => ({
  id: `oln_${n}` as OrderLineId,
  orderId: `ord_${n}` as OrderId,
  quantity,
  paidFen: fen(quantity * 1680),
  refundedQuantity: 0,
  paidAt: later(t0, n),
  pickupPointId: north,
  ...over,
})
const cuts = (policy: Policy, received: number, lines: readonly ShortLine[]) =>
  allocate(policy, received, lines).shares.map((share) => share.cut)

test('first paid: the last to pay go short, the one at the edge gets a part', () => {
  const allocation = allocate('first-paid', 4, [aLine(3, 2), aLine(1, 2), aLine(2, 3)])
  expect(allocation.shares.map((s) => [s.lineId, s.got, s.cut, s.refundFen])).toEqual([
    ['oln_1', 2, 0, 0],
    ['oln_2', 2, 1, 1680],
    ['oln_3', 0, 2, 3360],
  ])
  expect(allocation.shares[2]?.reason).toEqual({ policy: 'first-paid', place: 3, ahead: 5 })
  expect(allocation).toMatchObject({ sold: 7, given: 4, refundFen: 5040 })
})

test('proportional: everybody the same share, spare units to the largest remainder, the earlier first', () => {
  expect(cuts('proportional', 6, [aLine(1, 2), aLine(2, 2), aLine(3, 4)])).toEqual([0, 1, 1])
  expect(cuts('proportional', 2, [aLine(1, 1), aLine(2, 1), aLine(3, 1)])).toEqual([0, 0, 1])
})

test('proportional: no place bears more than its share, however late its people paid', () => {
  const lines = [
    ...[1, 2, 3, 4].map((n) => aLine(n, 1)),
    ...[5, 6, 7, 8].map((n) => aLine(n, 1, { pickupPointId: south })),
  ]
  expect(cuts('first-paid', 4, lines)).toEqual([0, 0, 0, 0, 1, 1, 1, 1])
  expect(cuts('proportional', 4, lines)).toEqual([0, 0, 1, 1, 0, 0, 1, 1])
  const [share] = allocate('proportional', 4, lines).shares
  expect(share?.reason).toEqual({ policy: 'proportional', placeGot: 2, placeSold: 4, isUp: true })
})

test('units that were refunded before are neither counted nor cut', () => {
  const { sold, shares } = allocate('first-paid', 1, [
    aLine(1, 3, { refundedQuantity: 2 }),
    aLine(2, 2, { refundedQuantity: 2 }),
  ])
  expect([sold, shares.length, shares[0]?.cut]).toEqual([1, 1, 0])
})

test('a count below zero or a fraction is a bug', () => {
  expect(() => allocate('first-paid', -1, [])).toThrow(RangeError)
  expect(() => allocate('first-paid', 1.5, [])).toThrow(RangeError)
})

test('two products short in one order are one refund and one message', () => {
  const milk = allocate('first-paid', 0, [aLine(1, 1), aLine(2, 1)])
  const eggs = allocate('first-paid', 0, [aLine(9, 1, { orderId: 'ord_1' as OrderId, paidFen: fen(320) })])
  expect(cutsByOrder([milk, eggs]).map((cut) => [cut.orderId, cut.refundFen, cut.shares.length])).toEqual([
    ['ord_1', 2000, 2],
    ['ord_2', 1680, 1],
  ])
  expect(outlineOf('first-paid', [milk, eggs])).toEqual({ policy: 'first-paid', orders: 2, refundFen: 3680 })
})

describe('whatever was ordered and came', () => {
  const someLines = fc
    .array(
      fc.record({
        quantity: fc.integer({ min: 1, max: 9 }),
        refunded: fc.nat(9),
        paidFen: fc.integer({ min: 1, max: 100_000 }),
        paidAt: fc.nat(5),
        place: fc.constantFrom(north, south, null),
      }),
      { maxLength: 40 },
    )
    .map((rows) =>
      rows.map((r, i) =>
        aLine(i, r.quantity, {
          refundedQuantity: Math.min(r.refunded, r.quantity),
          paidFen: fen(r.paidFen),
          paidAt: later(t0, r.paidAt),
          pickupPointId: r.place,
        }),
      ),
    )

  test.each(policies)(
    '%s hands out exactly what there is, to nobody more than ordered, and refunds the rest',
    (policy) => {
      fc.assert(
        fc.property(someLines, fc.nat(200), (lines, received) => {
          const { shares, sold, given, refundFen } = allocate(policy, received, lines)
          expect(given).toBe(Math.min(received, sold))
          expect(sum(shares.map((s) => s.got))).toBe(given)
          for (const share of shares) {
            const line = lines.find((l) => l.id === share.lineId)
            if (!line) throw new Error('a share without a line')
            expect(share.got).toBeGreaterThanOrEqual(0)
            expect(share.got + share.cut).toBe(line.quantity - line.refundedQuantity)
            expect(share.refundFen).toBe(refundLine(line, share.cut))
          }
          expect(refundFen).toBe(sum(shares.map((s) => s.refundFen)))
        }),
      )
    },
  )

  test.each(policies)('%s does not depend on the order of the rows', (policy) => {
    fc.assert(
      fc.property(someLines, fc.nat(200), (lines, received) => {
        expect(allocate(policy, received, [...lines].reverse())).toEqual(allocate(policy, received, lines))
      }),
    )
  })

  test('first paid: nobody gets a unit while somebody who paid earlier misses one', () => {
    fc.assert(
      fc.property(someLines, fc.nat(200), (lines, received) => {
        const short = allocate('first-paid', received, lines).shares.findIndex((share) => share.cut > 0)
        const after = allocate('first-paid', received, lines).shares.slice(short + 1)
        if (short >= 0) expect(sum(after.map((share) => share.got))).toBe(0)
      }),
    )
  })

  test('proportional: within a place nobody is a unit or more away from the exact share', () => {
    fc.assert(
      fc.property(someLines, fc.nat(200), (lines, received) => {
        for (const { ordered, got, reason } of allocate('proportional', received, lines).shares) {
          if (reason.policy !== 'proportional') throw new Error('another policy')
          const exact = (ordered * reason.placeGot) / reason.placeSold
          expect(Math.abs(got - exact)).toBeLessThan(1)
          expect(reason.isUp).toBe(got > Math.floor(exact))
        }
      }),
    )
  })
})
