/** What a sale's page works out by itself: the basket, the bar of its tiers, what a pulse changes, and the text for the chat. */
import * as fc from 'fast-check'
import type { SaleLineView, SalePulse, SaleView } from '@/contract/sale'
import type { ProductId, SaleId, SkuId } from '@/domain/ids'
import { fen } from '@/domain/money'
import { epochMs, MINUTE, SECOND } from '@/domain/time'
import { chosenOf, mostOf, totalOf, withQuantity, type Basket } from '@/features/sale/basket'
import { textOf } from '@/features/sale/chain-text'
import { newestOf, paceOf, pulsed } from '@/features/sale/pulse'
import { tiersOf } from '@/features/sale/tiers'

const now = epochMs(Date.UTC(2026, 10, 22, 2))
const picture = { url: '/x.750.webp', tone: ['#fff', '#eee'] as const }

const aLine = (more: Partial<SaleLineView> = {}): SaleLineView => ({
  skuId: 'sku_0000000001' as SkuId,
  productId: 'prd_0000000001' as ProductId,
  title: '丹东 99 草莓 500g',
  options: [],
  subtitle: '今早 6:20 到店',
  label: '草莓',
  picture,
  priceFen: fen(2990),
  shopFen: fen(3680),
  tiers: [
    { fromUnits: 1, priceFen: fen(3290) },
    { fromUnits: 20, priceFen: fen(2990) },
    { fromUnits: 50, priceFen: fen(2890) },
    { fromUnits: 80, priceFen: fen(2790) },
  ],
  sold: 46,
  left: 40,
  leftForYou: null,
  perPerson: null,
  ...more,
})

const aSale = (more: Partial<SaleView> = {}): SaleView => ({
  id: 'sal_0000000001' as SaleId,
  title: '周日鲜食接龙',
  state: 'open',
  community: null,
  leader: null,
  startsAt: epochMs(now - 60 * MINUTE),
  endsAt: epochMs(now + 300 * MINUTE),
  handOverFromAt: epochMs(now + 400 * MINUTE),
  handOverUntilAt: epochMs(now + 600 * MINUTE),
  pictures: [],
  lines: 1,
  people: 46,
  priceFromFen: fen(2990),
  version: 7,
  note: '',
  membership: null,
  shortagePolicy: 'first-paid',
  keepDays: 1,
  lineViews: [aLine()],
  pickupPoints: [],
  chain: [],
  chainCount: 46,
  totals: [],
  mine: [],
  isLeader: false,
  canOrder: true,
  cardPicture: null,
  sharer: null,
  shareCode: null,
  ...more,
})

describe('the basket', () => {
  test('never holds more than is left, on the shelf or for the person, whatever is tapped', () => {
    const quantity = fc.integer({ min: -3, max: 200 })
    fc.assert(
      fc.property(quantity, fc.nat(120), fc.option(fc.nat(20)), (wanted, left, leftForYou) => {
        const line = aLine({ left, leftForYou })
        const basket = withQuantity({}, line, wanted)
        const held = basket[line.skuId] ?? 0
        return held >= 0 && held <= mostOf(line) && held === Math.max(0, Math.min(wanted, left, leftForYou ?? left))
      }),
    )
  })

  test('costs what its lines cost now, and shrinks when somebody else was faster', () => {
    const [straw, eggs] = [aLine(), aLine({ skuId: 'sku_0000000002' as SkuId, priceFen: fen(2680), left: 5 })]
    const basket: Basket = { [straw.skuId]: 2, [eggs.skuId]: 4 }
    expect(totalOf(chosenOf(basket, [straw, eggs]))).toBe(2 * 2990 + 4 * 2680)
    const fewer = { ...eggs, left: 1 }
    expect(chosenOf(basket, [straw, fewer]).map(({ quantity }) => quantity)).toEqual([2, 1])
    expect(chosenOf(basket, [straw, { ...eggs, left: 0 }])).toHaveLength(1)
  })
})

describe('the bar of tiers', () => {
  test('fills between the step that is reached and the next, and says what is missing', () => {
    const { steps, filled, next } = tiersOf(aLine())
    expect(steps.map(({ at }) => at)).toEqual([0, 33, 67, 100])
    expect(steps.map(({ isReached }) => isReached)).toEqual([true, true, false, false])
    // 26 of the 30 from 20 to 50, on the second of three stretches
    expect(filled).toBe(Math.round(((1 + 26 / 30) / 3) * 100))
    expect(next).toEqual({ priceFen: 2890, missing: 4 })
  })

  test('a tier that was reached stays reached when somebody withdraws', () => {
    const { steps, next } = tiersOf(aLine({ sold: 12 }))
    expect(steps.map(({ isReached }) => isReached)).toEqual([true, true, false, false])
    expect(next).toEqual({ priceFen: 2890, missing: 38 })
  })

  test('is full on the last step', () => {
    expect(tiersOf(aLine({ sold: 90, priceFen: fen(2790) }))).toMatchObject({ filled: 100, next: null })
  })
})

describe('a pulse', () => {
  const pulse = (more: Partial<SalePulse> = {}): SalePulse => ({
    state: 'open',
    version: 8,
    endsAt: epochMs(now + 300 * MINUTE),
    chain: [{ number: 47, isPending: false, name: '莉*', avatar: null, text: '草莓×1', at: now, isYou: false }],
    chainCount: 47,
    totals: [{ label: '草莓', quantity: 47 }],
    people: 47,
    lines: [{ skuId: aLine().skuId, priceFen: fen(2990), sold: 47, left: 39, leftForYou: null }],
    mine: [],
    ...more,
  })

  test('moves what has moved and leaves the rest the same object', () => {
    const eggs = aLine({ skuId: 'sku_0000000002' as SkuId })
    const before = aSale({ lineViews: [aLine(), eggs] })
    const after = pulsed(before, pulse())
    expect(after).toMatchObject({ version: 8, chainCount: 47, title: before.title })
    expect(after.lineViews[0]).toMatchObject({ sold: 47, left: 39, title: '丹东 99 草莓 500g' })
    expect(after.lineViews[1]).toBe(eggs)
    expect(newestOf(before, after)).toBe('莉* 草莓×1')
    expect(newestOf(after, after)).toBeNull()
  })

  test('closes the page for orders when the sale has closed', () => {
    expect(pulsed(aSale(), pulse({ state: 'closed' })).canOrder).toBe(false)
  })

  test('comes briskly while something happens, seldom afterwards, never at the end', () => {
    expect(paceOf(aSale(), 0, now)).toBe(3 * SECOND)
    expect(paceOf(aSale(), 5 * MINUTE, now)).toBe(8 * SECOND)
    expect(paceOf(aSale(), 30 * MINUTE, now)).toBe(20 * SECOND)
    expect(paceOf(aSale({ endsAt: epochMs(now + 10 * SECOND) }), 30 * MINUTE, now)).toBe(3 * SECOND)
    expect(paceOf(aSale({ state: 'settled' }), 0, now)).toBeNull()
  })
})

test('the text for the chat has the sale, everybody in it and the way to join', () => {
  const entries = [
    { number: 1, isPending: false, name: '张*', avatar: null, text: '草莓×2', at: now, isYou: false },
    { number: 2, isPending: false, name: '许*', avatar: null, text: '草莓×1', at: now, isYou: false },
  ]
  expect(textOf(aSale(), entries, [{ label: '草莓', quantity: 3 }], 'https://shop/#/x?c=1', now)).toBe(
    [
      '【周日鲜食接龙】',
      '今天 15:00 截单 · 店里送到家',
      '1. 张* 草莓×2',
      '2. 许* 草莓×1',
      '共 2 位：草莓×3',
      '点开接龙：https://shop/#/x?c=1',
    ].join('\n'),
  )
})
