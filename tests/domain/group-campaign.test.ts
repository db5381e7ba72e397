import fc from 'fast-check'
import {
  afterAct,
  campaignActs,
  campaignPhase,
  priceProblems,
  priceWarnings,
  termsProblems,
  type CampaignSkuFacts,
  type CampaignStatus,
  type CampaignTerms,
} from '@/domain/group-buy/campaign'
import type { SkuId } from '@/domain/ids'
import { fen } from '@/domain/money'
import { DAY, epochMs, later } from '@/domain/time'

const start = epochMs(1_800_000_000_000)
const terms: CampaignTerms = { size: 3, minSize: 2, lifeMinutes: 1440, startsAt: start, endsAt: later(start, 7 * DAY) }
const codes = (wish: Partial<CampaignTerms>) => termsProblems({ ...terms, ...wish }).map(({ code }) => code)

describe('acts', () => {
  test.each<[CampaignStatus, string]>([
    ['draft', 'edit publish end'],
    ['live', 'edit pause end'],
    ['paused', 'edit resume end'],
    ['ended', ''],
  ])('of a campaign that is %s: %s', (status, acts) => expect(campaignActs(status).join(' ')).toBe(acts))

  test('lead where they say, and nowhere else', () => {
    expect(afterAct('draft', 'publish')).toBe('live')
    expect(afterAct('live', 'pause')).toBe('paused')
    expect(afterAct('paused', 'resume')).toBe('live')
    expect(afterAct('live', 'end')).toBe('ended')
    expect(afterAct('live', 'publish')).toBeNull()
    expect(afterAct('ended', 'resume')).toBeNull()
  })
})

test('a campaign runs from its first instant and stops at its last, not one tick after', () => {
  const at = (ms: number) => campaignPhase(terms, epochMs(ms))
  expect([at(start - 1), at(start), at(terms.endsAt - 1), at(terms.endsAt)]).toEqual([
    'before',
    'running',
    'running',
    'after',
  ])
})

describe('terms', () => {
  test('two to five people, a threshold below them, ten minutes to a day, an end after the start', () => {
    expect(codes({})).toEqual([])
    expect(codes({ size: 2, minSize: null, lifeMinutes: 10 })).toEqual([])
    expect(codes({ size: 6 })).toEqual(['campaign.size'])
    expect(codes({ size: 1, minSize: null })).toEqual(['campaign.size'])
    expect(codes({ minSize: 3 })).toEqual(['campaign.threshold'])
    expect(codes({ minSize: 1 })).toEqual(['campaign.threshold'])
    expect(codes({ lifeMinutes: 1441 })).toEqual(['campaign.life'])
    expect(codes({ lifeMinutes: 9 })).toEqual(['campaign.life'])
    expect(codes({ endsAt: start })).toEqual(['campaign.dates'])
  })

  test('all that is wrong is said at once', () => {
    expect(codes({ size: 9, minSize: 9, lifeMinutes: 5000, endsAt: start })).toEqual([
      'campaign.size',
      'campaign.threshold',
      'campaign.life',
      'campaign.dates',
    ])
  })
})

const berry = 'sku_0000000000a' as SkuId
const sku = (wish: Partial<CampaignSkuFacts> = {}): CampaignSkuFacts => ({
  skuId: berry,
  salePriceFen: fen(3590),
  memberPriceFen: fen(3390),
  costFen: fen(2400),
  available: 50,
  groupPriceFen: null,
  taken: 0,
  ...wish,
})
const price = (priceFen: number, stockShare = 30) => [{ skuId: berry, priceFen: fen(priceFen), stockShare }]

describe('prices', () => {
  test('are lower than the sale price, always', () => {
    expect(priceProblems(price(2690), [sku()])).toEqual([])
    expect(priceProblems(price(3590), [sku()])).toEqual([
      { code: 'campaign.price-not-lower', skuId: berry, salePriceFen: 3590 },
    ])
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 1, max: 10_000 }), (sale, group) => {
        const problems = priceProblems(price(group), [sku({ salePriceFen: fen(sale) })])
        return group < sale ? problems.length === 0 : problems.length === 1
      }),
    )
  })

  test('a share never falls below what groups have taken, not even by leaving the SKU out', () => {
    const known = [sku({ groupPriceFen: fen(2690), taken: 12 })]
    const short = [{ code: 'campaign.share-below-taken', skuId: berry, taken: 12 }]
    expect(priceProblems(price(2690, 12), known)).toEqual([])
    expect(priceProblems(price(2690, 11), known)).toEqual(short)
    expect(priceProblems([], known)).toEqual(short)
    expect(priceProblems([], [sku({ groupPriceFen: fen(2690) })])).toEqual([])
  })

  test('belong to a SKU of the product', () => {
    expect(priceProblems(price(2690), [])).toEqual([{ code: 'campaign.sku-unknown', skuId: berry }])
  })

  test('warn, and no more, below cost, at the member price, and where the shelf is short', () => {
    const warned = (priceFen: number, share: number, wish: Partial<CampaignSkuFacts> = {}) =>
      priceWarnings(price(priceFen, share), [sku(wish)]).map(({ code }) => code)
    expect(warned(2690, 50)).toEqual([])
    expect(warned(2399, 50)).toEqual(['below-cost'])
    expect(warned(3390, 50)).toEqual(['above-member'])
    // refused for another reason already
    expect(warned(3590, 50)).toEqual([])
    expect(warned(2690, 51)).toEqual(['share-over-shelf'])
    expect(warned(2690, 62, { taken: 12 })).toEqual([])
    expect(warned(100, 999, { costFen: null, memberPriceFen: null })).toEqual(['share-over-shelf'])
  })
})
