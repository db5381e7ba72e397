/** What must hold for every basket: above zero, adding up, best, and the same whatever the order of the wallet. */
import * as fc from 'fast-check'
import { addFen, fen, timesFen } from '@/domain/money'
import type { BasketFacts } from '@/domain/pricing/basket'
import { changePrice } from '@/domain/pricing/change-price'
import { discountsOf, pointsOn } from '@/domain/pricing/line-discounts'
import type { Quote } from '@/domain/pricing/quote'
import { goBackWith } from '@/domain/pricing/refund-beside'
import { refundLine } from '@/domain/pricing/refund-amount'
import { baskets, best, couponsUpTo, quoted } from './baskets'

const RUNS = { numRuns: 250 }

const addsUp = (quote: Quote): void => {
  expect(quote.totalFen).toBeGreaterThan(0)
  expect(addFen(...quote.lines.map((l) => l.paidFen))).toBe(quote.goodsFen)
  expect(addFen(quote.goodsFen, quote.deliveryFen)).toBe(quote.totalFen)
  expect(addFen(...quote.steps.map((s) => s.amountFen))).toBe(quote.totalFen)
  expect(quote.deliveryFen).toBeGreaterThanOrEqual(0)
  for (const line of quote.lines) {
    expect(line.paidFen).toBeGreaterThanOrEqual(0)
    expect(line.paidFen + line.discountFen).toBe(timesFen(line.originalUnitFen, line.quantity))
    expect(addFen(...discountsOf(line).map((d) => d.amountFen))).toBe(line.discountFen)
  }
  for (const step of quote.steps) {
    const ofStep = (id: string) =>
      quote.lines.flatMap((l) => l.parts ?? []).filter((part) => 'id' in part && part.id === id)
    if (step.kind === 'line-promotion' || step.kind === 'order-promotion' || step.kind === 'coupon')
      expect(addFen(...ofStep(step.id).map((part) => part.amountFen))).toBe(-step.amountFen)
    if (step.kind === 'points') expect(quote.lines.reduce((n, l) => n + pointsOn(l), 0)).toBe(step.points)
  }
}

const allPairs = ({ deals }: BasketFacts) => {
  const ids = [null, ...(deals?.coupons ?? []).map((c) => c.id)]
  return ids.flatMap((couponId) => ids.map((deliveryCouponId) => ({ couponId, deliveryCouponId })))
}

test('every quote adds up, step by step and line by line, to a total above zero', () => {
  fc.assert(
    fc.property(baskets(), (facts) => {
      addsUp(quoted(facts))
      addsUp(best(facts).quote)
    }),
    RUNS,
  )
})

test('the best deal is the lowest of all that can be chosen by hand', () => {
  fc.assert(
    fc.property(baskets(4), (facts) => {
      const totals = allPairs(facts).map((choice) => quoted(facts, choice).totalFen)
      expect(best(facts).quote.totalFen).toBe(Math.min(...totals))
    }),
    RUNS,
  )
})

test('the choice that comes with the best deal quotes to the very same', () => {
  fc.assert(
    fc.property(baskets(), (facts) => {
      const { quote, choice } = best(facts)
      expect(quoted(facts, choice)).toEqual(quote)
    }),
    RUNS,
  )
})

test('one more coupon never raises the total', () => {
  fc.assert(
    fc.property(baskets(), couponsUpTo(3), (facts, more) => {
      const deals = facts.deals
      if (!deals?.coupons) return
      const known = new Set(deals.coupons.map((c) => c.id))
      const wallet = [...deals.coupons, ...more.map((c) => ({ ...c, id: `${c.id}x` as typeof c.id }))]
      expect(known.size).toBe(deals.coupons.length)
      const richer = best({ ...facts, deals: { ...deals, coupons: wallet } })
      expect(richer.quote.totalFen).toBeLessThanOrEqual(best(facts).quote.totalFen)
    }),
    RUNS,
  )
})

test('spending points never raises the total', () => {
  fc.assert(
    fc.property(baskets(), fc.nat(5_000), (facts, balance) => {
      const pay = (use: boolean) =>
        best({ ...facts, deals: { ...facts.deals!, points: { balance, use } } }).quote.totalFen
      expect(pay(true)).toBeLessThanOrEqual(pay(false))
    }),
    RUNS,
  )
})

test('the order of the wallet makes no difference', () => {
  const shuffled = baskets().chain((facts) => {
    const coupons = [...(facts.deals?.coupons ?? [])]
    return fc.tuple(fc.constant(facts), fc.shuffledSubarray(coupons, { minLength: coupons.length }))
  })
  fc.assert(
    fc.property(shuffled, ([facts, coupons]) => {
      expect(best({ ...facts, deals: { ...facts.deals!, coupons } })).toEqual(best(facts))
    }),
    RUNS,
  )
})

test('the same facts give the same answer, and the answer survives the wire', () => {
  fc.assert(
    fc.property(baskets(), (facts) => {
      const once = best(facts)
      expect(best(JSON.parse(JSON.stringify(facts)) as BasketFacts)).toEqual(once)
      expect(JSON.parse(JSON.stringify(once))).toEqual(once)
    }),
    RUNS,
  )
})

test('the picker tells the truth: what an option says is what choosing it gives', () => {
  fc.assert(
    fc.property(baskets(), (facts) => {
      const { options } = best(facts)
      expect(options).toHaveLength(facts.deals?.coupons?.length ?? 0)
      for (const option of options) {
        const wish = option.kind === 'coupon' ? { couponId: option.id } : { deliveryCouponId: option.id }
        const { quote, choice } = best(facts, wish)
        const isUsed = choice.couponId === option.id || choice.deliveryCouponId === option.id
        expect(isUsed).toBe(option.isUsable)
        if (option.isUsable) expect(quote.totalFen).toBe(option.totalFen)
      }
    }),
    RUNS,
  )
})

/** Takes the units of every line back in cuts of 1, 2, 3 … and sums what goes back. */
const takeAllBack = (quote: Quote) => {
  const back = { money: 0, points: 0, delivery: 0 }
  const gone = quote.lines.map(() => 0)
  for (let cut = 1; gone.some((n, at) => n < (quote.lines[at]?.quantity ?? 0)); cut++)
    quote.lines.forEach((line, at) => {
      const refundedQuantity = gone[at] ?? 0
      const take = Math.min(cut, line.quantity - refundedQuantity)
      if (take === 0) return
      back.money += refundLine(
        { id: line.skuId, quantity: line.quantity, paidFen: line.paidFen, refundedQuantity },
        take,
      )
      const beside = goBackWith(quote, [{ at, refundedQuantity, quantity: take }])
      back.points += beside.points
      back.delivery += beside.deliveryFen
      gone[at] = refundedQuantity + take
    })
  return back
}

test('all partial refunds together give back what was paid, every point that was spent, and the delivery fee', () => {
  fc.assert(
    fc.property(baskets(), fc.nat(), (facts, salt) => {
      const { quote } = best(facts)
      const spent = quote.steps.reduce((n, s) => n + (s.kind === 'points' ? s.points : 0), 0)
      const changed = quote.totalFen > 1 && salt % 2 ? changePrice(quote, fen(1 + (salt % (quote.totalFen - 1)))) : null
      const paid = changed?.ok ? changed.value : quote
      const back = takeAllBack(paid)
      expect(back).toEqual({ money: paid.goodsFen, points: spent, delivery: paid.deliveryFen })
      expect(back.money + back.delivery).toBe(paid.totalFen)
    }),
    RUNS,
  )
})
