/** A group's card: handing it on, opening it, watching it count up; what strangers see, and what they never do. */
import type { GroupId, OrderId, ProductId } from '@/domain/ids'
import { HOUR } from '@/domain/time'
import { dataOf, openShop, refusalOf, type Shop } from '../../support/functions'
import {
  aCampaign,
  aKeptSeat,
  anOpenGroup,
  aPaidSeat,
  groupOf,
  orderOf,
  takePart,
  type Campaign,
  type Seat,
} from '../../support/shop/group-buying'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const openBy = (code: string, as: Parameters<Shop['call']>[3] = 'stranger') =>
  shop.call('group-buy', 'open', { code, scene: 1008 }, as)
const share = (seat: Seat) => shop.call('group-buy', 'share', { groupId: seat.groupId, channel: 'chat' }, seat.memberId)

test('who is in hands it on: the same code all day; a friend opens, joins by it, and the graph knows', async () => {
  const campaign = await aCampaign(shop)
  const openerId = await shop.aMember({ name: '顾晓棠' })
  const opener = await aPaidSeat(shop, campaign, { memberId: openerId })
  const card = dataOf(await share(opener))
  expect(dataOf(await share(opener)).code).toBe(card.code)
  expect(card).toMatchObject({
    path: `/packages/group/page/index?c=${card.code}`,
    title: '红颜草莓',
  })
  const friend = await shop.aMember({ name: '陈默' })
  const seen = dataOf(await openBy(card.code, friend))
  expect(seen).toMatchObject({
    id: opener.groupId,
    shareCode: card.code,
    sharer: { name: '顾*' },
    members: [{ name: '顾*', isLeader: true, isYou: false }],
    mine: null,
    acts: ['join', 'open-own'],
    others: [],
  })
  expect(dataOf(await openBy(card.code)).acts).toEqual(['join', 'open-own'])
  const own = dataOf(await openBy(card.code, openerId))
  expect([own.sharer, own.members[0]?.name]).toEqual([null, '顾晓棠'])
  const seat = await aPaidSeat(shop, campaign, { memberId: friend, groupId: opener.groupId, shareCode: card.code })
  const row = await shop.deps.db
    .selectFrom('orders')
    .select(['share_code', 'sharer_id'])
    .where('id', '=', seat.orderId)
    .executeTakeFirstOrThrow()
  expect(row).toEqual({ share_code: card.code, sharer_id: openerId })
  const opens = await shop.deps.db.selectFrom('share_open').select('member_id').where('code', '=', card.code).execute()
  expect(new Set(opens.map((open) => open.member_id))).toEqual(new Set([friend, null]))
})

test('the page watches: nothing while nothing changes, all of it when it does', async () => {
  const campaign = await aCampaign(shop)
  const [opener] = (await anOpenGroup(shop, campaign)) as [Seat]
  const watch = async (version: number) =>
    dataOf(await shop.call('group-buy', 'watch', { groupId: opener.groupId, version })).view
  const { version } = await groupOf(shop, opener)
  expect(await watch(version)).toBeNull()
  await aKeptSeat(shop, campaign, { groupId: opener.groupId })
  const kept = await watch(version)
  expect(kept).toMatchObject({ reserved: 1, missing: 2 })
  await aPaidSeat(shop, campaign, { groupId: opener.groupId })
  expect(await watch(kept?.version ?? 0)).toMatchObject({ reserved: 1, missing: 1, freesAt: expect.any(Number) })
})

test('the product page: all three prices, the fullest groups first, one’s own instead of opening', async () => {
  const campaign = await aCampaign(shop, { skus: 2, share: 8, memberPriceFen: 1690 })
  const [full] = (await anOpenGroup(shop, campaign, 2)) as [Seat]
  const waiting: Seat[] = []
  for (let n = 0; n < 6; n++) waiting.push(...(await anOpenGroup(shop, campaign)))
  const seen = dataOf(await shop.call('catalog', 'product', { productId: campaign.productId }))
  expect(seen.skus[0]).toMatchObject({ priceFen: 1990, memberPriceFen: 1690 })
  expect(seen.group).toMatchObject({
    campaignId: campaign.campaignId,
    size: 3,
    minSize: null,
    lifeMs: 24 * HOUR,
    mostPieces: 2,
    openCount: 7,
    mine: null,
    prices: [
      { skuId: campaign.skuIds[0], priceFen: 1290, left: 0 },
      { skuId: campaign.skuIds[1], priceFen: 1290, left: 8 },
    ],
  })
  expect(seen.group?.open).toHaveLength(5)
  expect(seen.group?.open[0]).toMatchObject({ id: full.groupId, missing: 1 })
  expect(seen.group?.open[0]?.leader).toMatch(/^.\*$/)
  const own = dataOf(await shop.call('catalog', 'product', { productId: campaign.productId }, full.memberId))
  expect(own.group).toMatchObject({ mine: full.groupId, openCount: 6 })
  const all = dataOf(await shop.call('group-buy', 'joinable', { productId: campaign.productId }))
  expect(all.items.map((item) => item.id)).toEqual([full.groupId, ...waiting.map((seat) => seat.groupId)])
  const plain = await shop.aProduct()
  const ordinary = dataOf(await shop.call('catalog', 'product', { productId: plain.productId }))
  expect(ordinary.group).toBeNull()
  for (const [{ categoryId }, group] of [
    [seen, { priceFen: 1290, size: 3 }],
    [ordinary, null],
  ] as const)
    expect(dataOf(await shop.call('catalog', 'list', { categoryId })).items).toMatchObject([{ group }])
})

test('joinable groups and my groups go on page by page, each once', async () => {
  const campaign = await aCampaign(shop, { perPerson: 20, share: 100 })
  const memberId = await shop.aMember()
  const mine: GroupId[] = []
  for (let n = 0; n < 13; n++) {
    shop.clock.advance(1000)
    mine.push((await aPaidSeat(shop, campaign, { memberId })).groupId)
  }
  await aKeptSeat(shop, campaign, { memberId })
  const pages = async <T extends { id: GroupId }>(
    turn: (cursor?: string) => Promise<{ items: readonly T[]; next: string | null }>,
  ): Promise<GroupId[]> => {
    const first = await turn()
    const second = await turn(first.next ?? undefined)
    expect([first.items.length, second.next]).toEqual([10, null])
    return [...first.items, ...second.items].map((item) => item.id)
  }
  const { productId } = campaign
  const joinable = await pages(async (cursor) =>
    dataOf(await shop.call('group-buy', 'joinable', { productId, ...(cursor ? { cursor } : {}) })),
  )
  expect(joinable).toEqual(mine)
  const listed = await pages(async (cursor) =>
    dataOf(await shop.call('group-buy', 'mine', cursor ? { cursor } : {}, memberId)),
  )
  expect(listed.slice(1)).toEqual([...mine].reverse())
  const [first] = dataOf(await shop.call('group-buy', 'mine', {}, memberId)).items
  expect(first).toMatchObject({ state: 'forming', seat: 'reserved', paidFen: 0, refund: null, title: '红颜草莓' })
})

describe('what is none of one’s business does not exist', () => {
  let campaign: Campaign
  let opener: Seat
  let forming: Seat
  beforeAll(async () => {
    campaign = await aCampaign(shop)
    ;[opener] = (await anOpenGroup(shop, campaign)) as [Seat]
    forming = await aKeptSeat(shop, campaign)
  })

  test('a group whose opener has not paid', async () => {
    const { groupId } = forming
    const stranger = await shop.aMember()
    for (const as of [stranger, 'stranger'] as const) {
      expect(refusalOf(await shop.call('group-buy', 'open', { groupId }, as)).code).toBe('group.unknown')
      expect(refusalOf(await shop.call('group-buy', 'watch', { groupId, version: 0 }, as)).code).toBe('group.unknown')
    }
    expect(refusalOf(await shop.call('group-buy', 'leave', { groupId }, stranger)).code).toBe('group.unknown')
    expect(refusalOf(await shop.call('group-buy', 'share', { groupId, channel: 'chat' }, stranger)).code).toBe(
      'group.unknown',
    )
    expect(refusalOf(await takePart(shop, campaign, stranger, { kind: 'join', groupId })).code).toBe('group.unknown')
    expect(refusalOf(await share(forming))).toEqual({ code: 'group.over', state: 'forming' })
  })

  test('a group one is not in can’t be left or handed on', async () => {
    const stranger = await shop.aMember()
    const { groupId } = opener
    expect(refusalOf(await shop.call('group-buy', 'leave', { groupId }, stranger)).code).toBe('group.unknown')
    expect(refusalOf(await shop.call('group-buy', 'share', { groupId, channel: 'link' }, stranger)).code).toBe(
      'group.unknown',
    )
  })

  test('the code of a product’s card opens no group, and a group’s no product', async () => {
    const ordinary = dataOf(
      await shop.call('share', 'create', { productId: campaign.productId, channel: 'chat' }, opener.memberId),
    )
    const group = dataOf(await share(opener))
    expect(ordinary.code).not.toBe(group.code)
    expect(refusalOf(await openBy(ordinary.code)).code).toBe('group.unknown')
    expect(refusalOf(await shop.call('share', 'open', { code: group.code })).code).toBe('share.unknown')
    expect(refusalOf(await openBy('nobodysCode1')).code).toBe('group.unknown')
  })

  test('ids of nothing', async () => {
    const groupId = 'grp_0000000000' as GroupId
    const memberId = opener.memberId
    expect(refusalOf(await shop.call('group-buy', 'open', { groupId })).code).toBe('group.unknown')
    expect(refusalOf(await takePart(shop, campaign, await shop.aMember(), { kind: 'join', groupId })).code).toBe(
      'group.unknown',
    )
    const campaignId = 'gcp_0000000000' as Campaign['campaignId']
    expect(refusalOf(await takePart(shop, campaign, memberId, { kind: 'open', campaignId })).code).toBe('campaign.over')
    const productId = 'prd_0000000000' as ProductId
    expect(dataOf(await shop.call('group-buy', 'joinable', { productId, cursor: '9.9.9' }))).toEqual({
      items: [],
      next: null,
    })
    expect(dataOf(await shop.call('group-buy', 'mine', { cursor: 'x' }, memberId)).items).not.toHaveLength(0)
  })

  test('a basket of two SKUs, or of one that takes no part', async () => {
    const stranger = await shop.aMember()
    const { skuId } = await shop.aProduct()
    const group = { kind: 'join', groupId: opener.groupId } as const
    expect(refusalOf(await takePart(shop, campaign, stranger, group, { skuId, totalFen: 1990 })).code).toBe(
      'group.one-product',
    )
    const two = [
      { skuId, quantity: 1 },
      { skuId: campaign.skuId, quantity: 1 },
    ]
    expect(refusalOf(await shop.call('order', 'checkout', { basket: two, group }, stranger)).code).toBe(
      'group.one-product',
    )
  })

  test('without a session nothing but looking', async () => {
    const { groupId } = opener
    for (const [action, input] of [
      ['leave', { groupId }],
      ['share', { groupId, channel: 'chat' }],
      ['mine', {}],
      ['choose', { orderId: 'ord_0000000000' as OrderId, choice: { kind: 'open' } }],
    ] as const)
      expect(refusalOf(await shop.call('group-buy', action, input as never)).code).toBe('sign-in.required')
  })
})

test('the page of a group is one small answer', async () => {
  const campaign = await aCampaign(shop, { size: 5, skus: 4 })
  const seats = await anOpenGroup(shop, campaign, 4)
  for (let n = 0; n < 5; n++) await anOpenGroup(shop, campaign)
  await aPaidSeat(shop, campaign, { groupId: (seats[0] as Seat).groupId, skuId: campaign.skuIds[1] as Seat['skuId'] })
  const full = await groupOf(shop, seats[0] as Seat)
  expect(full).toMatchObject({ state: 'full', others: [{}, {}, {}, {}, {}] })
  expect(Buffer.byteLength(JSON.stringify(full))).toBeLessThan(6 * 1024)
  expect((await orderOf(shop, seats[0] as Seat)).group?.state).toBe('full')
})
