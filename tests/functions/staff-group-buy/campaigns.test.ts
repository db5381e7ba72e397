/** Campaigns from draft to end: what may be promised, what may change under way, and what each brought. */
import type { CallInput } from '@/contract/index'
import type { GroupCampaignId, ProductId, SkuId } from '@/domain/ids'
import { fen } from '@/domain/money'
import { DAY, HOUR, MINUTE, later } from '@/domain/time'
import { dataOf, openShop, refusalOf, type Shop } from '../../support/functions'
import type { StaffSeat } from '../../support/shop/builders'
import { someGroups } from './some-groups'

type Input = CallInput<'staff-group-buy', 'saveCampaign'>

let shop: Shop
let staff: StaffSeat
let groups: ReturnType<typeof someGroups>
beforeAll(async () => {
  shop = await openShop()
  staff = await shop.aStaff({ name: '何小满', role: 'operations' })
  groups = someGroups(shop)
})
afterAll(() => shop.close())

const aProduct = async (status: 'on' | 'draft' = 'on') =>
  shop.aProduct({
    title: '丹东草莓',
    status,
    skus: [
      { options: ['500g'], priceFen: 3590, memberPriceFen: 3390, stock: 50 },
      { options: ['1kg'], priceFen: 6590, stock: 8 },
    ],
  })
const inputOf = (productId: ProductId, skuId: SkuId, wish: Partial<Input> = {}): Input => ({
  name: '草莓三人团',
  productId,
  size: 3,
  minSize: 2,
  lifeMinutes: 1440,
  perPerson: 2,
  mostPieces: 2,
  startsAt: shop.clock.now(),
  endsAt: later(shop.clock.now(), 7 * DAY),
  prices: [{ skuId, priceFen: 2690, stockShare: 30 }],
  ...wish,
})
const save = (input: Input, as = staff) => shop.call('staff-group-buy', 'saveCampaign', input, as)
const aDraft = async (wish: Partial<Input> = {}) => {
  const product = await aProduct()
  const input = inputOf(product.productId, product.skuId, wish)
  return { ...product, input, draft: dataOf(await save(input)) }
}
const move = (
  { id, version }: { id: GroupCampaignId; version: number },
  act: CallInput<'staff-group-buy', 'moveCampaign'>['act'],
  as = staff,
) => shop.call('staff-group-buy', 'moveCampaign', { campaignId: id, version, act }, as)
const aLive = async (wish: Partial<Input> = {}) => {
  const made = await aDraft(wish)
  return { ...made, live: dataOf(await move(made.draft, 'publish')) }
}
const open = async (campaignId: GroupCampaignId) =>
  dataOf(await shop.call('staff-group-buy', 'campaign', { campaignId }, staff))
const trail = (subject: string) =>
  shop.deps.db.selectFrom('audit').selectAll().where('subject', '=', subject).orderBy('id').execute()

describe('a campaign', () => {
  test('begins as a draft with its prices, the facts beside them, and its trail', async () => {
    const { draft, productId, skuIds } = await aDraft()
    expect(draft).toMatchObject({
      ...{ name: '草莓三人团', status: 'draft', version: 0, size: 3, minSize: 2, lifeMinutes: 1440, openGroups: 0 },
      ...{ product: { id: productId, title: '丹东草莓' }, priceFromFen: 2690, salePriceFromFen: 3590 },
      ...{ acts: ['edit', 'publish', 'end'], phase: 'running' },
    })
    const part = { groupPriceFen: 2690, stockShare: 30, taken: 0, available: 50, memberPriceFen: 3390, isOff: false }
    expect(draft.skus).toMatchObject([
      { skuId: skuIds[0], options: ['500g'], ...part },
      { skuId: skuIds[1], options: ['1kg'], groupPriceFen: null, stockShare: 0, available: 8 },
    ])
    expect(draft.numbers).toMatchObject({ opened: 0, filled: 0, medianFillMs: null, paidFen: 0 })
    expect(await trail(draft.id)).toMatchObject([
      {
        action: 'campaign.add',
        subject_name: '草莓三人团',
        staff_id: staff.staffId,
        before: {},
        after: { size: 3, [`sku:${skuIds[0]}`]: { priceFen: 2690, stockShare: 30 } },
      },
    ])
  })

  test('goes live, rests, goes on and ends, each step in the trail, and never comes back', async () => {
    const { draft } = await aDraft()
    const live = dataOf(await move(draft, 'publish'))
    expect(live).toMatchObject({ status: 'live', version: 1, acts: ['edit', 'pause', 'end'] })
    const paused = dataOf(await move(live, 'pause'))
    const again = dataOf(await move(paused, 'resume'))
    const ended = dataOf(await move(again, 'end'))
    expect(ended).toMatchObject({ status: 'ended', acts: [] })
    expect(refusalOf(await move(ended, 'resume'))).toEqual({ code: 'campaign.act-not-open', act: 'resume' })
    const steps = (await trail(draft.id)).slice(1)
    expect(steps.map(({ action, before, after }) => [action, before, after])).toEqual([
      ['campaign.publish', { campaignStatus: 'draft' }, { campaignStatus: 'live' }],
      ['campaign.pause', { campaignStatus: 'live' }, { campaignStatus: 'paused' }],
      ['campaign.resume', { campaignStatus: 'paused' }, { campaignStatus: 'live' }],
      ['campaign.end', { campaignStatus: 'live' }, { campaignStatus: 'ended' }],
    ])
  })

  test('that a colleague changed meanwhile is neither saved over nor published unseen', async () => {
    const { draft, input } = await aDraft()
    const edit = { ...input, campaignId: draft.id, version: draft.version }
    expect(dataOf(await save({ ...edit, name: '草莓二人团', size: 2, minSize: null }))).toMatchObject({ version: 1 })
    expect(refusalOf(await save(edit))).toEqual({ code: 'campaign.changed' })
    expect(refusalOf(await move(draft, 'publish'))).toEqual({ code: 'campaign.changed' })
    expect((await trail(draft.id)).at(-1)).toMatchObject({
      action: 'campaign.change',
      before: { name: '草莓三人团', size: 3, minSize: 2 },
      after: { name: '草莓二人团', size: 2, minSize: null },
    })
  })

  test('is unknown under an id of nobody, and for those who may not see campaigns', async () => {
    const campaignId = 'gcp_0000000000' as GroupCampaignId
    expect(refusalOf(await shop.call('staff-group-buy', 'campaign', { campaignId }, staff)).code).toBe(
      'campaign.unknown',
    )
    const { input, draft } = await aDraft()
    expect(refusalOf(await save({ ...input, campaignId }))).toEqual({ code: 'campaign.unknown' })
    expect(refusalOf(await move({ id: campaignId, version: 0 }, 'publish'))).toEqual({ code: 'campaign.unknown' })
    const reader = await shop.aStaff({ role: 'customer-service' })
    expect((await shop.call('staff-group-buy', 'campaigns', {}, reader)).ok).toBe(true)
    expect(refusalOf(await save(input, reader)).code).toBe('role.required')
    expect(refusalOf(await move(draft, 'publish', reader)).code).toBe('role.required')
    const clerk = await shop.aStaff({ role: 'clerk' })
    expect(refusalOf(await shop.call('staff-group-buy', 'campaigns', {}, clerk)).code).toBe('role.required')
  })
})

describe('what is promised', () => {
  test.each<[string, Partial<Input>]>([
    ['campaign.size', { size: 6 }],
    ['campaign.threshold', { minSize: 3 }],
    ['campaign.life', { lifeMinutes: 1441 }],
    ['campaign.dates', { startsAt: 1_800_000_000_000, endsAt: 1_800_000_000_000 }],
  ])('is refused as %s', async (code, wish) => {
    const { productId, skuId } = await aProduct()
    expect(refusalOf(await save(inputOf(productId, skuId, wish))).code).toBe(code)
  })

  test('a group price is lower than the sale price of that SKU', async () => {
    const { productId, skuId } = await aProduct()
    const prices = [{ skuId, priceFen: 3590, stockShare: 30 }]
    expect(refusalOf(await save(inputOf(productId, skuId, { prices })))).toEqual({
      code: 'campaign.price-not-lower',
      skuId,
      salePriceFen: 3590,
    })
    const other = await aProduct()
    expect(refusalOf(await save(inputOf(productId, other.skuId)))).toEqual({
      code: 'campaign.sku-unknown',
      skuId: other.skuId,
    })
  })

  test('is looked at anew when it goes live: the shop’s prices may have moved', async () => {
    const { draft, skuId, productId } = await aDraft()
    await shop.deps.db.updateTable('sku').set({ price_fen: 2600 }).where('id', '=', skuId).execute()
    expect(refusalOf(await move(draft, 'publish')).code).toBe('campaign.price-not-lower')
    await shop.deps.db.updateTable('sku').set({ price_fen: 3590 }).where('id', '=', skuId).execute()
    await shop.deps.db.updateTable('product').set({ status: 'off' }).where('id', '=', productId).execute()
    expect(refusalOf(await move(draft, 'publish')).code).toBe('campaign.product-off')
    await shop.deps.db.updateTable('product').set({ status: 'on' }).where('id', '=', productId).execute()
    expect(dataOf(await move(draft, 'publish')).status).toBe('live')
  })

  test('is not for days that are over', async () => {
    const now = shop.clock.now()
    const { draft } = await aDraft({ startsAt: later(now, -2 * DAY), endsAt: later(now, -DAY) })
    expect(draft.phase).toBe('after')
    expect(refusalOf(await move(draft, 'publish')).code).toBe('campaign.dates')
  })

  test('one product has one campaign; the next may come when it has ended', async () => {
    const { live, input } = await aLive()
    const second = dataOf(await save({ ...input, name: '第二个' }))
    expect(refusalOf(await move(second, 'publish'))).toEqual({
      code: 'campaign.product-taken',
      campaignId: live.id,
      name: '草莓三人团',
    })
    const paused = dataOf(await move(live, 'pause'))
    expect(refusalOf(await move(second, 'publish')).code).toBe('campaign.product-taken')
    dataOf(await move(paused, 'end'))
    expect(dataOf(await move(second, 'publish')).status).toBe('live')
  })
})

describe('a live campaign', () => {
  test('changes for groups to come; open ones keep what they copied', async () => {
    const { live, input, productId } = await aLive()
    const groupId = await groups.aGroup({ campaignId: live.id, productId })
    const changed = dataOf(
      await save({ ...input, campaignId: live.id, version: live.version, size: 5, minSize: null, lifeMinutes: 120 }),
    )
    expect(changed).toMatchObject({ status: 'live', size: 5, lifeMinutes: 120, openGroups: 1 })
    const group = dataOf(await shop.call('staff-group-buy', 'group', { groupId }, staff))
    expect(group).toMatchObject({ size: 3, state: 'open' })
  })

  test('keeps its product, and never gives less than groups have taken', async () => {
    const { live, input, skuId, skuIds } = await aLive()
    const other = await aProduct()
    const edit = { ...input, campaignId: live.id, version: live.version }
    const moved = inputOf(other.productId, other.skuId, { campaignId: live.id, version: live.version })
    expect(refusalOf(await save(moved))).toEqual({ code: 'campaign.product-fixed' })
    await shop.deps.db.updateTable('group_price').set({ taken: 12 }).where('campaign_id', '=', live.id).execute()
    const short = { code: 'campaign.share-below-taken', skuId, taken: 12 }
    const withShare = (stockShare: number) => save({ ...edit, prices: [{ skuId, priceFen: 2590, stockShare }] })
    expect(refusalOf(await withShare(11))).toEqual(short)
    const elsewhere = [{ skuId: skuIds[1] ?? skuId, priceFen: 5990, stockShare: 5 }]
    expect(refusalOf(await save({ ...edit, prices: elsewhere }))).toEqual(short)
    const kept = dataOf(await withShare(12))
    expect(kept.skus[0]).toMatchObject({ groupPriceFen: 2590, stockShare: 12, taken: 12 })
  })

  test('a SKU nobody took is left out again, and ended campaigns stay as they were', async () => {
    const { live, input, skuIds } = await aLive()
    const edit = { ...input, campaignId: live.id, version: live.version }
    const prices = [{ skuId: skuIds[1] as SkuId, priceFen: 5990, stockShare: 5 }]
    const saved = dataOf(await save({ ...edit, prices }))
    expect(saved.skus.map((sku) => sku.groupPriceFen)).toEqual([null, 5990])
    const ended = dataOf(await move(saved, 'end'))
    expect(refusalOf(await save({ ...edit, version: ended.version }))).toEqual({
      code: 'campaign.act-not-open',
      act: 'edit',
    })
  })
})

describe('the numbers of a campaign', () => {
  test('tell how groups ended, the money that stayed, and the way from the card to the payment', async () => {
    const { live, productId } = await aLive()
    const of = { campaignId: live.id, productId }
    const [quick, slow] = [
      await groups.aGroup({ ...of, state: 'full', confirmed: 3, openedAgo: 5 * HOUR, filledIn: 20 * MINUTE }),
      await groups.aGroup({ ...of, state: 'fulfilled', confirmed: 3, openedAgo: 9 * HOUR, filledIn: 64 * MINUTE }),
    ]
    const filling = await groups.aGroup(of)
    const over = await groups.aGroup({ ...of, state: 'refunded', confirmed: 0 })
    await groups.aGroup({ ...of, state: 'forming', confirmed: 0, reserved: 1 })
    await groups.aGroup({ ...of, state: 'dropped', confirmed: 0 })

    const [friend, other] = [await shop.aMember(), await shop.aMember()]
    const code = await groups.aCard(filling, productId, [friend, friend, other, null, null])
    await groups.aCard(quick, productId, [friend])
    const seat = { campaignId: live.id }
    for (const groupId of [quick, quick, quick, slow])
      await groups.aSeat({ ...seat, groupId, pieces: 2, paidFen: 5380 })
    await groups.aSeat({ ...seat, groupId: filling, shareCode: code })
    await groups.aSeat({ ...seat, groupId: filling, shareCode: code, state: 'reserved' })
    await groups.aSeat({ ...seat, groupId: filling, shareCode: 'anotherCode1' })
    await groups.aSeat({ ...seat, groupId: over, state: 'refunded' })
    await groups.aSeat({ ...seat, groupId: over, state: 'moved', shareCode: code })

    const { numbers } = await open(live.id)
    expect(numbers).toEqual({
      // dropped groups were opened too; the one whose opener still pays was not
      opened: 5,
      filled: 2,
      expired: 1,
      medianFillMs: 42 * MINUTE,
      paidFen: fen(4 * 5380 + 2 * 2690),
      pieces: 10,
      funnel: [
        { step: 'shared', people: 2 },
        { step: 'opened', people: 4 },
        { step: 'joined', people: 2 },
        { step: 'paid', people: 1 },
      ],
    })
  })

  test('stand in the list as well, what changed last first, counted by tab', async () => {
    await shop.deps.db.deleteFrom('group_campaign').execute()
    const first = await aDraft()
    shop.clock.advance(MINUTE)
    const { live, productId } = await aLive()
    await groups.aGroup({ campaignId: live.id, productId })
    await groups.aGroup({ campaignId: live.id, productId, state: 'full', confirmed: 3, filledIn: MINUTE })
    const list = async (status: 'all' | 'live' | 'ended') =>
      dataOf(await shop.call('staff-group-buy', 'campaigns', { status }, staff))
    const all = await list('all')
    expect(all).toMatchObject({ total: 2, counts: { all: 2, draft: 1, live: 1, paused: 0, ended: 0 } })
    expect(all.rows.map(({ id }) => id)).toEqual([live.id, first.draft.id])
    expect(all.rows[0]).toMatchObject({
      openGroups: 1,
      opened: 2,
      filled: 1,
      taken: 0,
      stockShare: 30,
      phase: 'running',
    })
    expect((await list('live')).rows).toHaveLength(1)
    expect(await list('ended')).toMatchObject({ rows: [], total: 0 })
  })
})

test('SKUs of a product are shown before there is a campaign; those that are off stay out', async () => {
  const { productId, skuIds } = await aProduct()
  await shop.aSku(productId, { options: ['旧'], isOff: true })
  const { title, skus } = dataOf(await shop.call('staff-group-buy', 'skusOf', { productId }, staff))
  expect(title).toBe('丹东草莓')
  expect(skus.map(({ skuId, groupPriceFen }) => [skuId, groupPriceFen])).toEqual(skuIds.map((id) => [id, null]))
  const nobody = { productId: 'prd_0000000000' as ProductId }
  expect(refusalOf(await shop.call('staff-group-buy', 'skusOf', nobody, staff)).code).toBe('product.unknown')
})
