import { promotionFaults } from '@/domain/promotion/promotion-faults'
import type { Promotion } from '@/domain/promotion/promotion'
import { aLinePromotion, anOrderPromotion, NOW } from './pricing/baskets'

const buy = (pieces: number, free: number) => aLinePromotion(1, { kind: 'buy-n', pieces, free })
const nth = (n: number, offBp: number) => aLinePromotion(1, { kind: 'nth', nth: n, offBp })
const ladder = (...tiers: [pieces: number, offBp: number][]) =>
  aLinePromotion(1, { kind: 'ladder', tiers: tiers.map(([pieces, offBp]) => ({ pieces, offBp })) })

test.each<[string, Promotion]>([
  ['买二送一', buy(3, 1)],
  ['第二件半价', nth(2, 5_000)],
  ['第二件 0 元', nth(2, 10_000)],
  ['2 件 9 折 3 件 8 折', ladder([2, 1_000], [3, 2_000])],
  ['满 99 减 10', anOrderPromotion(1, [[9_900, 1_000]])],
])('%s is sound', (_, promotion) => expect(promotionFaults(promotion)).toEqual([]))

test.each<[string, Promotion, string]>([
  ['all of them free', buy(2, 2), 'free.range'],
  ['every piece at half price', nth(1, 5_000), 'pieces.range'],
  ['more than the price off', nth(2, 10_001), 'off.range'],
  ['a ladder down to nothing', ladder([2, 10_000]), 'off.range'],
  ['a ladder that falls', ladder([3, 2_000], [2, 1_000]), 'tiers.not-rising'],
  ['no tier', anOrderPromotion(1, []), 'tiers.empty'],
  ['满 10 减 10', anOrderPromotion(1, [[1_000, 1_000]]), 'off.range'],
  ['given no times', aLinePromotion(1, { kind: 'nth', nth: 2, offBp: 5_000 }, { mostTimes: 0 }), 'times.range'],
  ['over before it begins', { ...buy(3, 1), startsAt: NOW, endsAt: NOW }, 'dates.backwards'],
  ['for no goods', { ...buy(3, 1), scope: { kind: 'categories', ids: [] } }, 'scope.empty'],
  ['without a name', { ...buy(3, 1), name: ' ' }, 'name.empty'],
])('%s is faulty', (_, promotion, code) => expect(promotionFaults(promotion).map((f) => f.code)).toContain(code))

test('the fault says what would be allowed', () =>
  expect(promotionFaults(anOrderPromotion(1, [[1_000, 1_000]]))).toEqual([{ code: 'off.range', least: 1, most: 999 }]))
