/** A quote in words: each step with its reason, each rule that was left out with what it lacks, and what moved between two. */
import { cheapestTotal, couponsOf } from '@/features/checkout/best'
import { changesBetween } from '@/features/checkout/changes'
import { priceReason, quoteRows, titlesOf, unusedRows, whyWords } from '@/features/checkout/explain'
import { fen } from '@/domain/money'
import type { QuoteStep, Why } from '@/domain/pricing/quote'
import {
  aCheckout,
  allCoupon,
  aQuote,
  berries,
  freshCoupon,
  milk,
  NOW,
  options,
  TONIGHT,
} from '../support/taro-dom/a-checkout'

const about = { deliveryKind: 'pickup' as const, titles: titlesOf(aCheckout().lines), now: NOW }
const read = (quote = aQuote(), how = about) =>
  quoteRows(quote, how).map(({ title, note, amount }) => [title, note, amount].filter(Boolean).join(' | '))

test('it is read downwards, from the original to the delivery, each with its reason and its sum', () => {
  expect(read()).toEqual([
    '商品原价 | 4 件 | ¥107.20',
    '会员价 | 丹东草莓 ¥36.80 → ¥34.90，2 件 | −¥3.80',
    '第二件半价 | 鲜牛乳：第 2 件半价，便宜了 1 件 | −¥8.40',
    '果蔬券 满 ¥59 减 ¥8 | 适用的商品 ¥69.80，够了 · 今晚到期 | −¥8.00',
    '自取 | 免运费',
  ])
})

test('an order of last month is not told what ends tonight', () => {
  const { deliveryKind, titles } = about
  expect(quoteRows(aQuote(), { deliveryKind, titles })[3]?.note).toBe('适用的商品 ¥69.80，够了')
})

test('the other steps: 满减 with its next tier, points, a price the shop changed, a fee with what is missing', () => {
  const quote = aQuote({
    steps: [
      {
        ...{ kind: 'order-promotion', id: 'prm_1' as never, name: '满 ¥99 减 ¥10', amountFen: fen(-1000) },
        ...{ overFen: fen(9900), baseFen: fen(11_480) },
        next: { overFen: fen(19_900), offFen: fen(2500), missingFen: fen(2420) },
      },
      { kind: 'points', amountFen: fen(-280), points: 280 },
      { kind: 'price-change', amountFen: fen(-100) },
      { kind: 'delivery', amountFen: fen(600), rule: 'template', thresholdFen: fen(9900), missingFen: fen(1200) },
    ],
  })
  expect(read(quote, { ...about, deliveryKind: 'local' as never })).toEqual([
    '满 ¥99 减 ¥10 | 适用的商品 ¥114.80，够了 · 再买 ¥24.20 可减 ¥25.00 | −¥10.00',
    '280 积分 | 100 积分抵 ¥1 | −¥2.80',
    '店家改价 | −¥1.00',
    '运费 | 满 ¥99.00 免运费，还差 ¥12.00 | ¥6.00',
  ])
})

test('a next tier that asks for more than it gives is not mentioned', () => {
  const step = { kind: 'order-promotion' as const, id: 'prm_1' as never, name: '满减', amountFen: fen(-1000) }
  const next = { overFen: fen(19_900), offFen: fen(2500), missingFen: fen(2501) }
  const [only] = quoteRows(aQuote({ steps: [{ ...step, overFen: fen(9900), baseFen: fen(9900), next }] }), about)
  expect(only?.note).toBe('适用的商品 ¥99.00，够了')
})

test('what was left out says what it lacks', () => {
  expect(unusedRows(aQuote(), NOW)).toEqual([
    { key: allCoupon, title: '全场券', missing: '还差 ¥3.20', why: '适用的商品 ¥104.80，满 ¥108 能用' },
  ])
})

const whys: [Why, string, string][] = [
  [{ code: 'too-few', pieces: 1, missing: 1 }, '还差 1 件', '再加 1 件'],
  [{ code: 'no-goods' }, '没用上', '没有它适用的商品'],
  [{ code: 'not-together', with: ['flash'] }, '不能和秒杀同享', '秒杀'],
  [{ code: 'after-another', id: 'prm_0123456789' as never }, '没用上', '「第二件半价」'],
  [{ code: 'gave-way', to: freshCoupon, offFen: fen(1000) }, '和券二选一', '「果蔬券」'],
  [{ code: 'not-chosen', totalFen: fen(8850) }, '用了会多付 ¥1.50', '更省'],
  [{ code: 'not-chosen', totalFen: fen(8700) }, '一样的价', '留着'],
  [{ code: 'not-chosen', totalFen: fen(8600) }, '用它能少付 ¥1.00', '换回来'],
  [{ code: 'no-fee' }, '替你留着', '不收运费'],
  [{ code: 'not-yet', validFromAt: TONIGHT }, '还没到时候', '明天 0:00 起可用'],
  [{ code: 'expired', expiresAt: NOW }, '已过期', '今天'],
  [{ code: 'switched-off', points: 280, offFen: fen(280) }, '没有用', '280 积分可抵 ¥2.80'],
]
test.each(whys)('%j', (why, missing, said) => {
  const words = whyWords(why, aQuote(), NOW)
  expect(words.missing).toBe(missing)
  expect(words.why).toContain(said)
})

test('below each line stands the rule that made its price', () => {
  expect(priceReason(aQuote(), berries)).toBe('会员价')
  expect(priceReason(aQuote(), milk)).toBe('第二件半价')
})

describe('the picker', () => {
  test('coupons for goods and for the delivery stand apart; the best is the one that saves', () => {
    const { goods, delivery } = couponsOf(aCheckout().deals)
    expect([goods.usable.length, goods.unusable.length, goods.bestId]).toEqual([1, 1, freshCoupon])
    expect([delivery.usable.length, delivery.unusable.length, delivery.bestId]).toEqual([0, 1, null])
  })

  test('the lowest total is known whatever was taken by hand', () => {
    expect(cheapestTotal(fen(9500), options)).toBe(8700)
    expect(cheapestTotal(fen(8700), [])).toBe(8700)
  })
})

test('a price that moved is told line by line: what changed, what came, what is gone', () => {
  const newest = aQuote({
    steps: aQuote().steps.flatMap((step): QuoteStep[] =>
      step.kind === 'coupon'
        ? []
        : step.kind === 'goods'
          ? [{ ...step, amountFen: fen(11_000) }]
          : [
              step,
              ...(step.kind === 'member-price' ? [{ kind: 'points' as const, amountFen: fen(-100), points: 100 }] : []),
            ],
    ),
  })
  expect(changesBetween(aQuote(), newest, about)).toEqual([
    { key: 'goods', title: '商品原价', was: '¥107.20', now: '¥110.00' },
    { key: 'points', title: '100 积分', was: null, now: '−¥1.00' },
    { key: freshCoupon, title: '果蔬券 满 ¥59 减 ¥8', was: '−¥8.00', now: null },
  ])
})
