/** A community's invite card and the posters of community and sale: drawn anew when something changes, each for its owner. */
import { DAY, epochMs, MINUTE } from '@/domain/time'
import { readCommunityFacts, setCommunityCard } from '../../cloudfunctions/card/community-facts.sql'
import { dataOf, openShop, refusalOf, type Shop } from '../support/functions'
import { aNeighbour } from '../support/shop/communities'
import { move } from '../support/shop/handing-over'
import { aDesk, anOpenSale, toBuy, type Desk } from '../support/shop/writing-sales'

let shop: Shop
let desk: Desk
beforeAll(async () => {
  shop = await openShop()
  desk = await aDesk(shop)
})
afterAll(() => shop.close())

const draw = async () => dataOf(await shop.call('card', 'run', {}, 'timer')).reports[0]?.done ?? 0
const filesOf = (id: string) => [...shop.files.kept.keys()].filter((key) => key.startsWith(`cards/${id}`))
const cardOf = async () =>
  (
    await shop.deps.db
      .selectFrom('community')
      .select('card_picture')
      .where('id', '=', desk.communityId)
      .executeTakeFirstOrThrow()
  ).card_picture
const shared = async (memberId = desk.leaderId) =>
  dataOf(await shop.call('community', 'share', { communityId: desk.communityId, channel: 'chat' }, memberId))

test('a community has its card a round after it was founded, and its invite carries it', async () => {
  await draw()
  const [file] = filesOf(desk.communityId)
  expect(await cardOf()).toBe(`/files/${file}`)
  expect((await shared()).cardPicture).toBe(`/files/${file}`)
  expect(dataOf(await shop.call('community', 'open', { communityId: desk.communityId })).cardPicture).toBe(
    `/files/${file}`,
  )
  expect(await draw()).toBe(0)
})

test('who joins and what opens is on it two minutes later; the file before goes', async () => {
  const before = await cardOf()
  shop.clock.advance(MINUTE)
  await aNeighbour(shop, desk.communityId)
  const opened = await anOpenSale(shop, desk)
  await draw()
  expect(await cardOf()).toBe(before)
  shop.clock.advance(2 * MINUTE)
  await draw()
  const after = await cardOf()
  expect(after).not.toBe(before)
  shop.clock.advance(MINUTE)
  await move(shop, toBuy(desk, opened), 'close')
  await draw()
  shop.clock.advance(2 * MINUTE)
  await draw()
  expect(await cardOf()).not.toBe(after)
  shop.clock.advance(11 * MINUTE)
  await draw()
  expect(filesOf(desk.communityId)).toHaveLength(1)
})

test('what no picture shows is looked at once and not drawn again; a late drawing replaces none', async () => {
  const neighbour = await aNeighbour(shop, desk.communityId)
  shop.clock.advance(3 * MINUTE)
  await draw()
  shop.clock.advance(2 * MINUTE)
  await draw()
  const before = await cardOf()
  const slow = await readCommunityFacts(shop.deps, desk.communityId, shop.deps.now())
  dataOf(await shop.call('community', 'moveMembership', { communityId: desk.communityId, act: 'mute' }, neighbour))
  shop.clock.advance(MINUTE)
  await draw()
  shop.clock.advance(2 * MINUTE)
  expect(await draw()).toBe(1)
  expect(await cardOf()).toBe(before)
  expect(await draw()).toBe(0)
  expect(slow && (await setCommunityCard(shop.deps, slow, epochMs(1), '/files/cards/late.jpg'))).toBe(false)
})

test('a poster of a community and of a sale carries a code that leads there, for its owner alone', async () => {
  const opened = await anOpenSale(shop, desk)
  const neighbour = await aNeighbour(shop, desk.communityId, '莉莉')
  const ofSale = dataOf(await shop.call('sale', 'share', { saleId: opened.id, channel: 'chat' }, neighbour))
  for (const [{ code }, page] of [
    [await shared(neighbour), 'packages/community/page/index'],
    [ofSale, 'packages/community/sale/index'],
  ] as const) {
    const first = dataOf(await shop.call('card', 'poster', { code }, neighbour))
    expect(shop.wechat.callsTo('miniProgramCode').at(-1)).toMatchObject({ scene: `c=${code}`, page })
    const asked = shop.wechat.callsTo('miniProgramCode').length
    expect(dataOf(await shop.call('card', 'poster', { code }, neighbour))).toEqual(first)
    expect(shop.wechat.callsTo('miniProgramCode')).toHaveLength(asked)
    expect(refusalOf(await shop.call('card', 'poster', { code }, desk.leaderId))).toEqual({ code: 'share.unknown' })
  }
})

test('who scans it is noted with the scene it was opened in', async () => {
  const { code } = await shared()
  dataOf(await shop.call('community', 'open', { code, scene: 1047 }, await shop.aMember()))
  const opening = await shop.deps.db.selectFrom('share_open').select('scene').where('code', '=', code).execute()
  expect(opening).toEqual([{ scene: 1047 }])
})

test('a leader’s new name is on it within a day, and who deletes themselves is gone from it two minutes later', async () => {
  const [before, leader] = [await cardOf(), shop.deps.db.updateTable('member').where('id', '=', desk.leaderId)]
  await leader.set({ name: '老周' }).execute()
  shop.clock.advance(DAY)
  await draw()
  shop.clock.advance(2 * MINUTE)
  await draw()
  const renamed = await cardOf()
  expect(renamed).not.toBe(before)
  shop.clock.advance(MINUTE)
  await leader.set({ deleted_at: new Date(shop.clock.now()) }).execute()
  await draw()
  shop.clock.advance(2 * MINUTE)
  await draw()
  expect(await cardOf()).not.toBe(renamed)
})
