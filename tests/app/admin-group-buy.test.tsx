/** The editor of a campaign: what a draft becomes, what is said of it, and what it shows. */
import type { CampaignSku, CampaignView } from '@/contract/staff-group-buy'
import type { GroupCampaignId, ProductId, SkuId } from '@/domain/ids'
import { fen } from '@/domain/money'
import { DAY, HOUR, MINUTE, epochMs, later } from '@/domain/time'
import { ChecksCard } from '@/admin/group-buy/checks-card'
import { campaignState } from '@/admin/group-buy/copy'
import { durationText } from '@/admin/group-buy/duration-text'
import {
  checkDraft,
  copyOf,
  countChanges,
  draftOf,
  emptyDraft,
  marginOf,
  saveInput,
  withPrice,
  withProduct,
  withSize,
  type Draft,
} from '@/admin/group-buy/draft'
import { groupState } from '@/admin/group-buy/groups-copy'
import { PreviewCard } from '@/admin/group-buy/preview-card'
import { refundState } from '@/admin/group-buy/refunds-copy'
import { calendarOf, instantOf } from '@/admin/group-buy/wall-clock'
import { draw } from '../support/taro-dom/draw'

const now = epochMs(Date.UTC(2026, 10, 22, 2, 20))
const productId = 'prd_0000000000aa' as ProductId
const berry = 'sku_0000000000aa' as SkuId

const sku = (wish: Partial<CampaignSku> = {}): CampaignSku => ({
  ...{ skuId: berry, options: ['500g'], isOff: false, salePriceFen: fen(3590), memberPriceFen: fen(3390) },
  ...{ costFen: fen(2400), available: 50, groupPriceFen: null, stockShare: 0, taken: 0 },
  ...wish,
})
const drafted = (priceFen: number, share = 30): Draft => ({
  ...emptyDraft(now),
  ...{ name: '草莓三人团', productId },
  prices: { [berry]: { priceFen: fen(priceFen), stockShare: share } },
})
const campaign: CampaignView = {
  ...{ id: 'gcp_0000000000aa' as GroupCampaignId, version: 4, name: '草莓三人团', status: 'live', phase: 'running' },
  ...{ product: { id: productId, title: '丹东草莓', picture: null }, size: 3, minSize: 2, lifeMinutes: 1440 },
  ...{ perPerson: 2, mostPieces: 2, priceFromFen: fen(2690), salePriceFromFen: fen(3590), openGroups: 2 },
  ...{ startsAt: later(now, -DAY), endsAt: later(now, DAY), acts: ['edit', 'pause', 'end'] },
  skus: [sku({ groupPriceFen: fen(2690), stockShare: 30, taken: 4 }), sku({ skuId: 'sku_0000000000bb' as SkuId })],
  numbers: { opened: 0, filled: 0, expired: 0, medianFillMs: null, paidFen: fen(0), pieces: 0, funnel: [] },
}

describe('a draft', () => {
  test('begins with three people, a day, and a week from this hour on', () => {
    const draft = emptyDraft(now)
    expect(draft).toMatchObject({ size: 3, minSize: null, lifeMinutes: 1440, startsAt: later(now, -20 * MINUTE) })
    expect(saveInput(draft, null)).toBeNull()
    expect(checkDraft(draft, []).missing).toBe('先选商品')
  })

  test('of a campaign is the campaign, and goes back under its version', () => {
    const draft = draftOf(campaign)
    expect(countChanges(draft, draftOf(campaign))).toBe(0)
    expect(saveInput(draft, campaign)).toMatchObject({
      ...{ campaignId: campaign.id, version: 4, minSize: 2 },
      prices: [{ skuId: berry, priceFen: 2690, stockShare: 30 }],
    })
  })

  test('a copy is a new one with the same bargain, for days to come', () => {
    const draft = copyOf(campaign, now)
    expect(draft).toMatchObject({ name: '草莓三人团（2）', size: 3, endsAt: later(draft.startsAt, 7 * DAY) })
    expect(saveInput(draft, null)).not.toHaveProperty('campaignId')
  })

  test('a threshold that no longer fits the size falls away, one that fits stays', () => {
    const draft = { ...drafted(2690), size: 4, minSize: 3 }
    expect(withSize(draft, 5).minSize).toBe(3)
    expect(withSize(draft, 3).minSize).toBeNull()
  })

  test('a first price brings the shelf as its share; another product starts from none', () => {
    const priced = withPrice(emptyDraft(now), sku(), { priceFen: fen(2690) })
    expect(priced.prices[berry]).toEqual({ priceFen: 2690, stockShare: 50 })
    const cheaper = withPrice(withPrice(priced, sku(), { stockShare: 10 }), sku(), { priceFen: fen(2590) })
    expect(cheaper.prices[berry]).toEqual({ priceFen: 2590, stockShare: 10 })
    expect(withProduct({ ...cheaper, productId }, 'prd_0000000000bb' as ProductId).prices).toEqual({})
    expect(withProduct({ ...cheaper, productId }, productId).prices).toEqual(cheaper.prices)
  })

  test('counts what differs; a price taken out again is no change', () => {
    const kept = draftOf(campaign)
    expect(countChanges({ ...kept, name: '新名字', lifeMinutes: 60 }, kept)).toBe(2)
    const other = campaign.skus[1] as CampaignSku
    const added = withPrice(kept, other, { priceFen: fen(2000) })
    expect(countChanges(added, kept)).toBe(1)
    expect(countChanges(withPrice(added, other, { priceFen: null }), kept)).toBe(0)
  })
})

test('margin is of the group price, unknown without a cost', () => {
  expect(marginOf(fen(3000), fen(2400))).toBeCloseTo(0.2)
  expect(marginOf(fen(2000), fen(2400))).toBeCloseTo(-0.2)
  expect(marginOf(fen(2000), null)).toBeNull()
})

describe('the checks', () => {
  const checks = (draft: Draft, skus = [sku()]) => {
    let changed = draft
    const onDraft = (change: (now: Draft) => Draft) => void (changed = change(changed))
    const drawn = draw(<ChecksCard draft={draft} skus={skus} checked={checkDraft(draft, skus)} onDraft={onDraft} />)
    return { drawn, changed: () => changed }
  }

  test('a good draft shows only what the shop keeps by itself, with the clauses', () => {
    const { drawn } = checks(drafted(2690))
    expect(drawn.text()).toContain('6 项通过')
    expect(drawn.text()).toContain('5.1.8')
    expect(drawn.all('.checks__finding')).toHaveLength(0)
  })

  test('a price that is not lower is refused in words, one below cost is warned of with the loss', () => {
    expect(checks(drafted(3590)).drawn.text()).toContain('500g 拼团价要低于售价 ¥35.90')
    const { drawn } = checks(drafted(2300))
    expect(drawn.text()).toContain('1 处提醒')
    expect(drawn.text()).toContain('成本 ¥24.00，每卖一件亏 ¥1.00')
  })

  test('one tap mends a share that is larger than the shelf, or smaller than what was taken', () => {
    const large = checks(drafted(2690, 80))
    large.drawn.tap('改为 50 件')
    expect(large.changed().prices[berry]?.stockShare).toBe(50)
    const small = checks(drafted(2690, 3), [sku({ groupPriceFen: fen(2690), stockShare: 30, taken: 4 })])
    small.drawn.tap('改为 4 件')
    expect(small.changed().prices[berry]?.stockShare).toBe(4)
  })
})

test('the preview puts the three prices side by side and says what happens when time is up', () => {
  const draft = { ...drafted(2690), minSize: 2 }
  const drawn = draw(<PreviewCard draft={draft} skus={[sku()]} product={{ title: '丹东草莓', picture: null }} />)
  for (const words of ['3 人拼团', '会员价', '单独购买', '开 3 人团', '每件省 ¥9.00', '当前 2 / 3 人'])
    expect(drawn.text()).toContain(words)
  expect(drawn.text()).toContain('付款开团，24 小时内凑齐；到时满 2 人也按拼团价成团')
  drawn.again(<PreviewCard draft={emptyDraft(now)} skus={[]} product={null} />)
  expect(drawn.text()).toContain('选好商品')
})

test('states say who has to act: a stopped refund is late, what the system does is blue', () => {
  expect(campaignState('live', 'before')).toEqual({ tone: 'quiet', text: '未开始' })
  expect(campaignState('live', 'running')).toEqual({ tone: 'doing', text: '进行中' })
  expect(campaignState('paused', 'running').tone).toBe('todo')
  expect(groupState('expired', 0)).toEqual({ tone: 'doing', text: '退款中' })
  expect(groupState('expired', 1).tone).toBe('late')
  expect(refundState({ state: 'wanted', isDead: true })).toEqual({ tone: 'late', text: '停了，等你' })
  expect(refundState({ state: 'done', isDead: false }).tone).toBe('done')
})

test('lengths of time are read as people say them', () => {
  const texts = [30_000, 42 * MINUTE, HOUR, 3 * HOUR + 5 * MINUTE, DAY].map(durationText)
  expect(texts).toEqual(['不到 1 分钟', '42 分钟', '1 小时', '3 小时 5 分', '24 小时'])
})

test('the calendar shows the shop’s clock on any computer, to the minute', () => {
  const shown = calendarOf(now)
  expect(shown.format('YYYY-MM-DD HH:mm')).toBe('2026-11-22 10:20')
  expect(instantOf(shown)).toBe(now)
})
