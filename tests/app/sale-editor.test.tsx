/** Writing a sale on the phone: sensible at once, never outside what the store allows, and unchanged where neighbours have paid. */
import type { SaleDraftView, SaleGoods } from '@/contract/leader'
import type { CommunityId, PickupPointId, ProductId, SaleId, SkuId } from '@/domain/ids'
import { fen } from '@/domain/money'
import { DAY, dayStart, epochMs, HOUR, MINUTE } from '@/domain/time'
import {
  endingAt,
  endPresets,
  handOverPresets,
  inCommunity,
  inputOf,
  isChanged,
  keeping,
  leastLimit,
  mayChange,
  nextTier,
  priced,
  prolonged,
  whyNot,
  withGoods,
  withLine,
  withoutLine,
  withPoint,
  withTier,
  type DraftLine,
} from '@/features/leader/edit-draft'
import { EditScreen } from '@/features/leader/edit-screen'
import { draw } from '../support/taro-dom/draw'

jest.mock('@tarojs/taro', () => ({ __esModule: true, ...jest.requireActual('../support/taro-dom/taro') }))

/** A Sunday at ten in the morning. */
const NOW = epochMs(Date.UTC(2026, 10, 22, 2))
const TONIGHT = epochMs(dayStart(NOW) + 21 * HOUR)
const POINT = 'pup_0123456789' as PickupPointId
const OTHER = 'pup_0123456780' as PickupPointId
const COMMUNITY = 'com_0123456789' as CommunityId

const goods = (n: number, more: Partial<SaleGoods> = {}): SaleGoods => ({
  skuId: `sku_012345678${n}` as SkuId,
  productId: `prd_012345678${n}` as ProductId,
  title: `商品 ${n}`,
  options: [],
  picture: { url: '', tone: ['#fff', '#eee'] },
  shopFen: fen(3680),
  floorFen: fen(2576),
  available: 60,
  proposedLabel: '草莓',
  ...more,
})
const blank: SaleDraftView = {
  id: 'sal_0123456789' as SaleId,
  state: 'draft',
  version: 0,
  communityId: COMMUNITY,
  title: '周日鲜食接龙',
  note: '',
  startsAt: NOW,
  endsAt: TONIGHT,
  pickupPointIds: [POINT],
  handOverFromAt: epochMs(dayStart(NOW) + DAY + 17.5 * HOUR),
  handOverUntilAt: epochMs(dayStart(NOW) + DAY + 20.5 * HOUR),
  keepDays: 1,
  shortagePolicy: 'first-paid',
  lines: [],
  acts: ['open', 'cancel'],
  communities: [
    { id: COMMUNITY, name: '梧桐里', pickupPointIds: [POINT] },
    { id: 'com_0123456780' as CommunityId, name: '东门', pickupPointIds: [OTHER] },
  ],
  pickupPoints: [],
}
const one = withGoods(blank, goods(1))
const line = one.lines[0] as DraftLine

describe('goods', () => {
  test('a product comes in a tenth below the shop, to the tenth of a yuan, and only once', () => {
    expect(line).toMatchObject({ priceFen: 3310, label: '草莓', tiers: [], stockLimit: null, perPerson: null })
    expect(withGoods(one, goods(1))).toBe(one)
    expect(withoutLine(one, line.skuId).lines).toEqual([])
  })

  test.each([
    ['below the floor', 100, 2576],
    ['above the shop', 9_999, 3680],
    ['between two tenths', 2_994, 2_990],
  ])('a price %s ends where it may be', (_, wish, price) => expect(priced(line, wish).priceFen).toBe(price))

  test('a product that may not be cheaper stays at the price of the shop', () => {
    const fixed = withGoods(blank, goods(2, { floorFen: fen(3680) })).lines[0] as DraftLine
    expect(priced(fixed, 1_000).priceFen).toBe(3680)
    expect(nextTier(fixed)).toBeNull()
  })

  test('tiers go up in count and down in price, until the floor; a lower price takes along what is no step any more', () => {
    let tiered = line
    for (let tier = nextTier(tiered); tier; tier = nextTier(tiered))
      tiered = withTier(tiered, tiered.tiers.length, tier)
    expect(tiered.tiers.map((tier) => tier.fromUnits)).toEqual([20, 40, 80, 160, 320])
    const prices = tiered.tiers.map((tier) => tier.priceFen as number)
    expect(prices).toEqual([...prices].sort((a, b) => b - a))
    expect(Math.min(...prices)).toBeGreaterThanOrEqual(2576)
    expect(priced(tiered, prices[1] ?? 0).tiers[0]?.priceFen).toBe(prices[2])
    expect(withTier(tiered, 0, null).tiers).toHaveLength(4)
  })
})

describe('clocks', () => {
  test('three evenings to choose from, less the one that is over', () => {
    expect(endPresets(NOW).map(({ key }) => key)).toEqual(['tonight', 'tomorrow', 'later'])
    expect(endPresets(epochMs(TONIGHT - 5 * MINUTE)).map(({ key }) => key)).toEqual(['tomorrow', 'later'])
  })

  test('a later end takes the evening of the hand-over with it, an earlier one leaves it', () => {
    const later = endingAt(one, epochMs(TONIGHT + 2 * DAY))
    expect(later.handOverFromAt).toBe(dayStart(NOW) + 3 * DAY + 17.5 * HOUR)
    expect(endingAt(one, epochMs(TONIGHT - HOUR)).handOverFromAt).toBe(one.handOverFromAt)
    expect(handOverPresets(TONIGHT).every(({ fromAt }) => fromAt >= TONIGHT)).toBe(true)
    expect(prolonged(one, 24).endsAt).toBe(TONIGHT + DAY)
  })
})

describe('whether it may open', () => {
  test.each([
    ['complete', one, null],
    ['without a name', { ...one, title: ' ' }, 'sale.title'],
    ['without goods', blank, 'sale.no-lines'],
    ['with no place', withPoint(one, POINT), 'sale.no-point'],
    ['over before it is read', { ...one, endsAt: epochMs(NOW + MINUTE) }, 'sale.window'],
    ['handed over before it ends', { ...one, handOverFromAt: epochMs(TONIGHT - HOUR) }, 'sale.hand-over-window'],
    [
      'dearer the more one buys',
      withLine(one, line.skuId, (each) => ({ ...each, tiers: [{ fromUnits: 5, priceFen: fen(3400) }] })),
      'sale.tiers',
    ],
    ['in no community', { ...one, communityId: null }, 'community.not-yours'],
  ])('%s', (_, draft, code) => expect(whyNot(draft, NOW)?.code ?? null).toBe(code))

  test('a draft of yesterday begins when it is opened, and is still in time', () => {
    const old = { ...one, startsAt: epochMs(NOW - DAY) }
    expect(whyNot(old, NOW)).toBeNull()
    expect(inputOf(old, true, NOW)?.startsAt).toBe(NOW)
    expect(inputOf({ ...old, state: 'open' }, false, NOW)?.startsAt).toBe(NOW - DAY)
  })

  test('what is sent is the draft and nothing that the shop knows by itself', () => {
    expect(inputOf(one, true, NOW)).toMatchObject({ saleId: one.id, version: 0, opens: true, communityId: COMMUNITY })
    expect(inputOf(one, true, NOW)?.lines[0]).toEqual({
      ...{ skuId: line.skuId, label: '草莓', priceFen: 3310, tiers: [], stockLimit: null, perPerson: null },
    })
    expect(inputOf({ ...one, communityId: null }, true, NOW)).toBeNull()
  })
})

test('another community brings its own points; days of keeping stay between none and a week', () => {
  expect(inCommunity(one, 'com_0123456780' as CommunityId).pickupPointIds).toEqual([OTHER])
  expect(keeping(one, 99).keepDays).toBe(7)
  expect(keeping(one, -1).keepDays).toBe(0)
  expect(isChanged(one, one)).toBe(false)
  expect(isChanged(keeping(one, 3), one)).toBe(true)
})

describe('a sale that runs', () => {
  const limited = { ...line, stockLimit: 40, taken: 12 }
  const running = { ...one, state: 'open' as const, lines: [limited] }

  test('its limits only grow, its window only moves on, its prices stand', () => {
    expect(leastLimit(limited, limited, 'stockLimit')).toBe(40)
    expect(leastLimit(limited, undefined, 'stockLimit')).toBe(12)
    expect(mayChange(running, 'window')).toBe(true)
    expect(mayChange({ state: 'picking' }, 'window')).toBe(false)
    expect(mayChange({ state: 'picking' }, 'note')).toBe(true)
  })

  test('the screen offers no slider, no way to take goods out or in, and says why', () => {
    const screen = draw(<EditScreen draft={running} saved={running} onChange={() => undefined} />)
    expect(screen.text()).toContain('开团后价格、阶梯、取货点不变')
    expect(screen.text()).not.toContain('加商品')
    expect(screen.has('拿掉商品 1')).toBe(false)
    expect(screen.text()).toContain('延 1 小时')
  })

  test('a draft offers all of it', () => {
    const screen = draw(<EditScreen draft={one} saved={one} onChange={() => undefined} />)
    expect(screen.text()).toContain('加商品')
    expect(screen.has('拿掉商品 1')).toBe(true)
    expect(screen.text()).toContain('便宜 10%')
  })
})
