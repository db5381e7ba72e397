import { priceLines } from '@/features/product/price-lines'
import { clockText } from '@/features/product/clock-text'
import { dayWords, promiseLines } from '@/features/product/promise-lines'
import { asideOf, shortYuan, soldWords } from '@/features/product/shelf-copy'
import { skuOffers } from '@/features/product/sku-offers'
import type { DeliveryPromise, ProductCard, SkuView } from '@/contract/views'
import type { SkuId } from '@/domain/ids'
import { fen, ZERO } from '@/domain/money'
import { epochMs, HOUR, later } from '@/domain/time'
import { flashTag } from '@/ui/flash-tag'

/** 2026-11-22, 10:00 in the shop. */
const now = epochMs(Date.UTC(2026, 10, 22, 2))

const sku = (price: number, member: number | null = null, market: number | null = null, available = 9): SkuView => ({
  id: `sku_${price}` as SkuId,
  options: [],
  priceFen: fen(price),
  memberPriceFen: member === null ? null : fen(member),
  marketPriceFen: market === null ? null : fen(market),
  available,
  picture: null,
})
const pickup: DeliveryPromise = {
  kind: 'pickup',
  feeFen: ZERO,
  freeOverFen: null,
  fromAt: later(now, 7.5 * HOUR),
  untilAt: later(now, 10 * HOUR),
  orderBeforeAt: later(now, 6 * HOUR),
}

describe('the prices side by side', () => {
  const names = (skus: readonly SkuView[], isMember: boolean) => priceLines(skus, isMember).map(({ name }) => name)

  test('a member reads the own price first, everybody else the shop’s', () => {
    expect(names([sku(3680, 3490, 4580)], true)).toEqual(['会员价', '店价', '市价'])
    expect(names([sku(3680, 3490, 4580)], false)).toEqual(['店价', '会员价', '市价'])
  })

  test('a price that is no better leaves no empty place', () => {
    expect(names([sku(3680, 3680, 3680)], true)).toEqual(['店价'])
    expect(names([], true)).toEqual([])
  })

  test('the lowest price that can still be bought is shown', () => {
    const [first] = priceLines([sku(1000, null, null, 0), sku(2000)], false)
    expect(first).toEqual({ name: '店价', priceFen: 2000, isFrom: true })
  })
})

describe('the promises in words', () => {
  test('a day is named as people name it', () => {
    expect(dayWords(now, now)).toBe('今天')
    expect(dayWords(later(now, 24 * HOUR), now)).toBe('明天')
    expect(dayWords(later(now, 72 * HOUR), now)).toBe('11 月 25 日')
    expect(clockText(now)).toBe('10:00')
  })

  test('pick-up says when and by when, the assurance always closes', () => {
    const lines = promiseLines([pickup], null, now)
    expect(lines[0]).toMatchObject({ title: '今天 17:30 起可取', note: '今天 16:00 前下单' })
    expect(lines.at(-1)?.title).toBe('坏果拍照就赔，不用退货')
  })

  test('a delivery fee says from how much it is waived', () => {
    const local: DeliveryPromise = { ...pickup, kind: 'local', feeFen: fen(500), freeOverFen: fen(5900) }
    expect(promiseLines([local], null, now)[0]?.note).toBe('运费 ¥5，满 ¥59 免')
  })
})

describe('a card on the shelf', () => {
  const card = (memberPrice: number | null, soldCount: number) =>
    ({ priceFen: fen(1680), memberPriceFen: memberPrice === null ? null : fen(memberPrice), soldCount }) as ProductCard

  test('beside the price stands the member’s, else how many were sold, and nothing for none', () => {
    expect(asideOf(card(1580, 5))).toBe('会员 ¥15.8')
    expect(asideOf(card(1680, 5))).toBe('已售 5')
    expect(asideOf(card(null, 0))).toBe('')
  })

  test('a flash price runs: beside it what it costs otherwise, and until when', () => {
    const flash = { priceFen: fen(990), endsAt: epochMs(Date.UTC(2026, 5, 1, 6)) }
    expect(asideOf({ ...card(1580, 5), flash })).toBe('平时 ¥16.8')
    expect(flashTag(flash.endsAt)).toBe('秒杀 · 14:00 止')
  })

  test('amounts drop their last zeros, ten thousand sold are told roughly', () => {
    expect([fen(1280), fen(3000), fen(10)].map(shortYuan)).toEqual(['12.8', '30', '0.1'])
    expect([9_999, 12_345, 20_000].map(soldWords)).toEqual(['已售 9999', '已售 1.2 万', '已售 2 万'])
  })
})

test('the spec sheet names the price this shopper pays, and what others pay', () => {
  const [offer] = skuOffers([sku(3680, 3490)], 'member', '盒')
  expect(offer).toMatchObject({ priceFen: 3490, was: '店价 ¥36.8', stock: '店里还有 9 盒' })
  const [plain] = skuOffers([sku(3680, 3490)], 'ordinary', '盒')
  expect(plain?.priceFen).toBe(3680)
  expect(plain).not.toHaveProperty('was')
})
