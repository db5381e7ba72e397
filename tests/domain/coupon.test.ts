import * as fc from 'fast-check'
import { decideClaim, type ClaimFacts } from '@/domain/coupon/claim'
import { plainCode } from '@/domain/coupon/code'
import {
  canMoveCoupon,
  giveBackCoupon,
  isOver,
  lockCoupon,
  useCoupon,
  voidCoupon,
  type Claimed,
  type Coupon,
} from '@/domain/coupon/coupon'
import { dueReminders, remindAt } from '@/domain/coupon/reminder'
import { mostCostFen, validityFrom, type CouponTemplate } from '@/domain/coupon/template'
import { templateFaults, termsFaults } from '@/domain/coupon/template-faults'
import type { CouponTemplateId, OrderId } from '@/domain/ids'
import { fen } from '@/domain/money'
import { DAY, dayStart, epochMs, HOUR, later, MINUTE } from '@/domain/time'

const NOW = later(dayStart(epochMs(1_763_776_800_000)), 15 * HOUR)
const order = 'ord_0000000001' as OrderId
const other = 'ord_0000000002' as OrderId

const claimed: Claimed = { state: 'claimed', validFromAt: later(NOW, -DAY), expiresAt: later(NOW, DAY) }
const lockedBy = (coupon: Coupon, id = order) => {
  const result = lockCoupon(coupon, id, NOW)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

describe('a coupon', () => {
  test('is locked by one order only; the same order may ask again', () => {
    const locked = lockedBy(claimed)
    expect(lockedBy(locked)).toEqual(locked)
    expect(lockCoupon(locked, other, NOW)).toEqual({ ok: false, refusal: { code: 'coupon.taken', orderId: order } })
    expect(lockCoupon(useCoupon(locked), order, NOW)).toMatchObject({ refusal: { code: 'coupon.taken' } })
  })

  test.each<[string, Coupon, string]>([
    ['its last moment is not in it', { ...claimed, expiresAt: NOW }, 'coupon.expired'],
    ['it is not valid yet', { ...claimed, validFromAt: later(NOW, 1) }, 'coupon.not-yet'],
    ['it was taken back', { ...claimed, state: 'voided', reason: '刷助力' }, 'coupon.voided'],
    ['the clock has been by', { ...claimed, state: 'expired' }, 'coupon.expired'],
  ])('is refused where %s', (_, coupon, code) =>
    expect(lockCoupon(coupon, order, NOW)).toMatchObject({ ok: false, refusal: { code } }),
  )

  test('comes back with the days it has left when the order is cancelled', () => {
    expect(giveBackCoupon(lockedBy(claimed), 'shopper', NOW)).toEqual(claimed)
  })

  test('that ran out meanwhile is gone if the shopper cancelled, and gets three days if the shop did', () => {
    const late = later(NOW, 2 * DAY)
    expect(giveBackCoupon(lockedBy(claimed), 'shopper', late)).toMatchObject({ state: 'expired' })
    expect(giveBackCoupon(lockedBy(claimed), 'shop', late)).toMatchObject({
      state: 'claimed',
      expiresAt: later(late, 3 * DAY),
    })
  })

  test('that is used stays used where the shopper sends all back after its end', () => {
    const used = useCoupon(lockedBy(claimed))
    expect(giveBackCoupon(used, 'shopper', later(NOW, 2 * DAY))).toEqual(used)
    expect(giveBackCoupon(used, 'shopper', NOW)).toMatchObject({ state: 'claimed' })
  })

  test('can be taken back only while nobody’s order has it', () => {
    expect(voidCoupon(claimed, '刷助力')).toMatchObject({ ok: true, value: { state: 'voided', reason: '刷助力' } })
    expect(voidCoupon(lockedBy(claimed), '刷助力')).toEqual({
      ok: false,
      refusal: { code: 'coupon.not-voidable', state: 'locked' },
    })
  })

  test('is over at its end, but a locked one waits for its order', () => {
    const atEnd = claimed.expiresAt
    expect([isOver(claimed, NOW), isOver(claimed, atEnd), isOver(lockedBy(claimed), atEnd)]).toEqual([
      false,
      true,
      false,
    ])
  })

  test('never makes a move that is not in the table', () => {
    const acts = fc.array(fc.constantFrom('lock', 'use', 'back', 'shop-back', 'void'), { maxLength: 12 })
    fc.assert(
      fc.property(acts, fc.nat(4 * DAY), (list, wait) => {
        let coupon: Coupon = claimed
        for (const act of list) {
          const next = step(coupon, act, later(NOW, wait))
          if (next.state !== coupon.state) expect(canMoveCoupon(coupon.state, next.state)).toBe(true)
          coupon = next
        }
      }),
    )
  })
})

const step = (coupon: Coupon, act: string, now: typeof NOW): Coupon => {
  if (act === 'lock') {
    const locked = lockCoupon(coupon, order, now)
    return locked.ok ? locked.value : coupon
  }
  if (act === 'void') {
    const voided = voidCoupon(coupon, '测试')
    return voided.ok ? voided.value : coupon
  }
  if (act === 'use') return coupon.state === 'locked' ? useCoupon(coupon) : coupon
  if (coupon.state !== 'locked' && coupon.state !== 'used') return coupon
  return giveBackCoupon(coupon, act === 'back' ? 'shopper' : 'shop', now)
}

const template = (over: Partial<CouponTemplate> = {}): CouponTemplate => ({
  id: 'ctp_0000000001' as CouponTemplateId,
  name: '果蔬券',
  offer: { kind: 'amount', offFen: fen(800) },
  thresholdFen: fen(3_900),
  scope: { kind: 'all' },
  combines: [],
  status: 'live',
  isClaimable: true,
  claimFromAt: null,
  claimUntilAt: null,
  validity: { kind: 'days', days: 7 },
  budget: 100,
  perPerson: 2,
  perDay: 10,
  ...over,
})
const claiming = (over: Partial<ClaimFacts> = {}): ClaimFacts => ({
  template: template(),
  issued: 0,
  issuedToday: 0,
  mine: 0,
  ...over,
})

describe('claiming', () => {
  test('seven days last through the end of the seventh day after', () => {
    const claim = decideClaim(claiming({ mine: 1 }), 'claim', NOW)
    expect(claim).toEqual({ ok: true, value: { nth: 2, validFromAt: NOW, expiresAt: later(dayStart(NOW), 8 * DAY) } })
    const dates = { kind: 'dates', fromAt: NOW, untilAt: later(NOW, DAY) } as const
    expect(validityFrom(dates, NOW)).toEqual({ validFromAt: NOW, expiresAt: later(NOW, DAY) })
  })

  const tomorrow = later(dayStart(NOW), DAY)
  test.each<[string, ClaimFacts, object]>([
    ['a draft', claiming({ template: template({ status: 'draft' }) }), { code: 'coupon.unknown' }],
    [
      'one that is not in the claim centre',
      claiming({ template: template({ isClaimable: false }) }),
      { code: 'coupon.unknown' },
    ],
    [
      'before the window',
      claiming({ template: template({ claimFromAt: tomorrow }) }),
      { code: 'coupon.not-open', opensAt: tomorrow },
    ],
    [
      'after the window',
      claiming({ template: template({ claimUntilAt: NOW }) }),
      { code: 'coupon.not-open', opensAt: null },
    ],
    [
      'a paused one',
      claiming({ template: template({ status: 'paused' }) }),
      { code: 'coupon.not-open', opensAt: null },
    ],
    [
      'one whose dates are over',
      claiming({ template: template({ validity: { kind: 'dates', fromAt: later(NOW, -DAY), untilAt: NOW } }) }),
      { code: 'coupon.not-open', opensAt: null },
    ],
    ['more than one person may have', claiming({ mine: 2, issued: 100 }), { code: 'coupon.limit-reached', limit: 2 }],
    ['when all are gone', claiming({ issued: 100 }), { code: 'coupon.sold-out' }],
    [
      'when today’s are gone',
      claiming({ issuedToday: 10 }),
      { code: 'coupon.day-limit', limit: 10, againAt: tomorrow },
    ],
  ])('%s is refused', (_, facts, refusal) => expect(decideClaim(facts, 'claim', NOW)).toEqual({ ok: false, refusal }))

  test('what the shop hands out itself knows no window and no daily limit, but the budget', () => {
    const closed = template({ isClaimable: false, claimUntilAt: NOW })
    for (const source of ['staff', 'assist', 'new-member'] as const) {
      expect(decideClaim(claiming({ template: closed, issuedToday: 10 }), source, NOW).ok).toBe(true)
      expect(decideClaim(claiming({ template: closed, issued: 100 }), source, NOW).ok).toBe(false)
    }
    expect(decideClaim(claiming({ template: closed }), 'code', NOW)).toMatchObject({
      refusal: { code: 'coupon.not-open' },
    })
  })

  test('a code is read however it is typed', () => {
    expect(plainCode(' qj-8o1l ｋ9 ')).toBe('QJ8011K9')
    expect(plainCode('QJ80 1I-K9')).toBe('QJ8011K9')
  })
})

describe('a draft', () => {
  test('that is sound has no faults, and says what it can cost at most', () => {
    expect(templateFaults(template(), NOW)).toEqual([])
    expect(mostCostFen(template(), fen(600))).toBe(80_000)
    expect(mostCostFen(template({ offer: { kind: 'delivery', offFen: null } }), fen(600))).toBe(60_000)
  })

  test.each<[string, Partial<CouponTemplate>, string]>([
    ['giving as much as its threshold', { thresholdFen: fen(800) }, 'threshold.below-off'],
    ['10 折', { offer: { kind: 'percent', offBp: 0, capFen: fen(100) } }, 'off.range'],
    ['a percentage without a cap', { offer: { kind: 'percent', offBp: 2_000, capFen: fen(0) } }, 'cap.missing'],
    ['for no goods', { scope: { kind: 'products', ids: [] } }, 'scope.empty'],
    ['without a budget', { budget: 0 }, 'budget.empty'],
    ['with more for one than there are', { perPerson: 101 }, 'per-person.above-budget'],
    ['with a window that ends before it begins', { claimFromAt: NOW, claimUntilAt: NOW }, 'dates.backwards'],
    ['good for no day', { validity: { kind: 'days', days: 0 } }, 'days.range'],
    ['that is over', { validity: { kind: 'dates', fromAt: later(NOW, -DAY), untilAt: NOW } }, 'dates.past'],
    [
      'claimed when it is dead',
      { validity: { kind: 'dates', fromAt: NOW, untilAt: later(NOW, DAY) }, claimUntilAt: later(NOW, 2 * DAY) },
      'claim.after-validity',
    ],
  ])('%s is faulty', (_, over, code) => expect(templateFaults(template(over), NOW).map((f) => f.code)).toContain(code))

  test('a coupon without a threshold may give any sum', () => {
    expect(termsFaults({ ...template(), thresholdFen: fen(0) })).toEqual([])
  })
})

describe('the reminder', () => {
  const day = dayStart(NOW)
  const held = {
    claimedAt: later(day, -5 * DAY),
    validFromAt: later(day, -5 * DAY),
    expiresAt: later(day, 2 * DAY),
    remindedAt: null,
  }

  test('goes at ten in the morning of the day before the last', () => {
    expect(remindAt(held)).toBe(later(day, 10 * HOUR))
    expect(remindAt({ ...held, claimedAt: later(day, HOUR) })).toBeNull()
  })

  test('names all that are due in one message, in waking hours, once a day', () => {
    const sooner = { ...held, expiresAt: later(day, DAY + 20 * HOUR) }
    const far = { ...held, expiresAt: later(day, 9 * DAY) }
    expect(dueReminders([held, far, sooner], NOW)).toEqual([sooner, held])
    expect(dueReminders([held], later(day, 10 * HOUR - MINUTE))).toEqual([])
    expect(dueReminders([held], later(day, 22 * HOUR))).toEqual([])
    expect(dueReminders([held, { ...sooner, remindedAt: later(day, 11 * HOUR) }], NOW)).toEqual([])
  })
})
