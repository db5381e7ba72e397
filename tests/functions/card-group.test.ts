/** The card of a group: drawn once a version, true in every state, and never older than what it replaces. */
import sharp from 'sharp'
import type { GroupId, MemberId, ProductId, SkuId } from '@/domain/ids'
import { epochMs, HOUR, later, MINUTE } from '@/domain/time'
import { groupChangedLetters } from '../../cloudfunctions/group-buy/card-letters'
import { readGroupFacts, setGroupCard } from '../../cloudfunctions/card/group-facts.sql'
import { groupCardWords, momentWords, type GroupCardStory } from '../../cloudfunctions/card/group-card-words'
import { dataOf, openShop, refusalOf, type Shop } from '../support/functions'
import { aGroup, aSeat, groupRow, setGroup } from '../support/shop/group-rows'

let shop: Shop
let product: { productId: ProductId; skuId: SkuId }
let people: MemberId[]
beforeAll(async () => {
  shop = await openShop()
  product = await shop.aProduct({ title: '丹东 99 红颜草莓 500g', skus: [{ priceFen: 3680 }] })
  people = [await shop.aMember({ name: '小美' }), await shop.aMember({ name: '🌸🌸' }), await shop.aMember()]
})
afterAll(() => shop.close())
beforeEach(() => shop.deps.db.deleteFrom('outbox').execute())

const changed = (groupId: GroupId) =>
  shop.deps.db.insertInto('outbox').values(groupChangedLetters(shop.deps, groupId)).execute()
const draw = async () => dataOf(await shop.call('card', 'run', {}, 'timer'))
const filesOf = (groupId: GroupId) => [...shop.files.kept.keys()].filter((key) => key.includes(groupId))
const opened = async (members = 1) =>
  (await aGroup(shop, { ...product, priceFen: 2990, members: people.slice(0, members) })).groupId

test('a group that opened has its card a round later: 1000 × 800, within WeChat’s 128 KB', async () => {
  const groupId = await opened()
  await changed(groupId)
  expect(await draw()).toEqual({ reports: [{ job: 'draw-cards', done: 1, failed: 0 }] })
  const { card_picture: url, card_version: drawn, version } = await groupRow(shop, groupId)
  expect(drawn).toBe(version)
  const bytes = shop.files.kept.get(url?.replace('/files/', '') ?? '')
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 1000, height: 800 })
  expect(bytes?.length).toBeLessThanOrEqual(128 * 1024)
})

test('many joins cost one drawing; the picture before goes once nobody hands it on any more', async () => {
  const groupId = await opened()
  await changed(groupId)
  await draw()
  const [first] = filesOf(groupId)
  for (const person of [1, 2]) {
    await aSeat(shop, groupId, people[person]!)
    await changed(groupId)
  }
  expect(await draw()).toEqual({ reports: [{ job: 'draw-cards', done: 2, failed: 0 }] })
  expect(filesOf(groupId)).toHaveLength(2)
  shop.clock.advance(11 * MINUTE)
  await draw()
  expect(filesOf(groupId)).toHaveLength(1)
  expect(filesOf(groupId)).not.toContain(first)
  expect((await groupRow(shop, groupId)).card_picture).toBe(`/files/${filesOf(groupId)[0]}`)
})

test('a card drawn too late does not replace a newer one, and leaves no file', async () => {
  const groupId = await opened()
  const slow = await readGroupFacts(shop.deps, groupId)
  await aSeat(shop, groupId, people[1]!)
  await changed(groupId)
  await draw()
  const { card_picture: newer } = await groupRow(shop, groupId)
  expect(await setGroupCard(shop.deps, slow!, '/files/cards/late.jpg')).toBe(false)
  expect((await groupRow(shop, groupId)).card_picture).toBe(newer)
})

test.each(['full', 'expired', 'refunded', 'dropped'] as const)('%s is another picture', async (state) => {
  const groupId = await opened(2)
  await changed(groupId)
  await draw()
  const before = (await groupRow(shop, groupId)).card_picture
  await setGroup(shop, groupId, state)
  await changed(groupId)
  await draw()
  const after = (await groupRow(shop, groupId)).card_picture
  const bytes = (url: string | null) => shop.files.kept.get(url?.replace('/files/', '') ?? '')
  expect(bytes(after)?.equals(bytes(before)!)).toBe(false)
})

test('what a picture does not show is not drawn again', async () => {
  const groupId = await opened(3)
  await setGroup(shop, groupId, 'full')
  await changed(groupId)
  await draw()
  const before = await groupRow(shop, groupId)
  await setGroup(shop, groupId, 'fulfilled')
  await changed(groupId)
  await draw()
  const after = await groupRow(shop, groupId)
  expect(after.card_picture).toBe(before.card_picture)
  expect(after.card_version).toBe(before.version + 1)
  shop.clock.advance(11 * MINUTE)
  await draw()
  expect(filesOf(groupId)).toHaveLength(1)
})

test('nothing is drawn of a group whose opener has not paid, and of no group', async () => {
  const { groupId } = await aGroup(shop, { ...product, state: 'forming' })
  await changed(groupId)
  await changed('grp_0000000000' as GroupId)
  expect(await draw()).toEqual({ reports: [{ job: 'draw-cards', done: 2, failed: 0 }] })
  expect(filesOf(groupId)).toEqual([])
})

test('a member’s own picture is drawn, a remote one is not fetched', async () => {
  const face = await sharp({ create: { width: 96, height: 96, channels: 3, background: '#2040c0' } })
    .png()
    .toBuffer()
  const url = await shop.files.put('avatars/mem_1/a.png', face, 'image/png')
  const [own, remote] = [await shop.aMember({ name: '蓝' }), await shop.aMember({ name: '远' })]
  const set = (id: MemberId, avatar: string) =>
    shop.deps.db.updateTable('member').set({ avatar }).where('id', '=', id).execute()
  await set(own, url)
  await set(remote, 'https://thirdwx.qlogo.cn/mmopen/avatar.png')
  const { groupId } = await aGroup(shop, { ...product, size: 2, members: [own, remote] })
  await changed(groupId)
  await draw()
  const { card_picture: card } = await groupRow(shop, groupId)
  const bytes = shop.files.kept.get(card?.replace('/files/', '') ?? '')
  const at = async (left: number, top: number) =>
    [...(await sharp(bytes).extract({ left, top, width: 1, height: 1 }).removeAlpha().raw().toBuffer())] as number[]
  const [red = 0, , blue = 0] = await at(728, 300)
  expect(blue).toBeGreaterThan(red + 80)
})

describe('its poster', () => {
  const shareOf = async (groupId: GroupId, memberId: MemberId) => {
    const code = shop.deps.newCode(12)
    await shop.deps.db
      .insertInto('share')
      .values({
        store_id: shop.deps.storeId,
        code,
        member_id: memberId,
        product_id: product.productId,
        group_id: groupId,
        channel: 'poster',
        day: '2026-11-22',
        created_at: new Date(shop.clock.now()),
      })
      .execute()
    return code
  }

  test('carries a code that leads to the group, and is drawn once while nothing changes', async () => {
    const groupId = await opened()
    const code = await shareOf(groupId, people[0]!)
    const asked = () => shop.wechat.callsTo('miniProgramCode').length
    const before = asked()
    const first = dataOf(await shop.call('card', 'poster', { code }, people[0]))
    expect(shop.wechat.callsTo('miniProgramCode').at(-1)).toMatchObject({
      scene: `c=${code}`,
      page: 'packages/group/page/index',
    })
    expect(dataOf(await shop.call('card', 'poster', { code }, people[0]))).toEqual(first)
    expect(asked()).toBe(before + 1)
    await aSeat(shop, groupId, people[1]!)
    expect(dataOf(await shop.call('card', 'poster', { code }, people[0])).url).not.toBe(first.url)
  })

  test('somebody else’s code gives none', async () => {
    const code = await shareOf(await opened(), people[0]!)
    expect(refusalOf(await shop.call('card', 'poster', { code }, people[1]))).toEqual({ code: 'share.unknown' })
  })
})

describe('what it says', () => {
  const TEN = epochMs(Date.UTC(2026, 10, 22, 2))
  const open: GroupCardStory = {
    state: 'open',
    size: 3,
    minSize: null,
    members: 2,
    deadlineAt: later(TEN, 11 * HOUR + 13 * MINUTE),
    filledAt: null,
  }
  const said = (change: Partial<GroupCardStory>) => {
    const { headline, count, moment, promise } = groupCardWords({ ...open, ...change }, TEN)
    return [headline.join(''), count, moment, promise]
  }

  test.each([
    ['one missing', {}, ['还差1人就成团', '当前 2 / 3 人', '今晚 21:13 前', '没拼成全额退']],
    [
      'a threshold',
      { members: 1, minSize: 2 },
      ['还差2人就成团', '当前 1 / 3 人', '今晚 21:13 前', '到点满 2 人也成 · 没拼成全额退'],
    ],
    ['a threshold reached', { minSize: 2 }, ['还差1人就成团', '当前 2 / 3 人', '今晚 21:13 前', '已满 2 人，到点也成']],
    ['full', { state: 'full', members: 3, filledAt: TEN }, ['拼成了', '3 人到齐', '11-22 10:00 成团', '']],
    ['over, money on its way', { state: 'expired' }, ['这团没拼成', '到点 2 / 3 人', '钱正在原路退回', '']],
    ['over, money back', { state: 'refunded' }, ['这团没拼成', '到点 2 / 3 人', '钱已原路退回', '']],
    ['nobody left', { state: 'dropped', members: 0 }, ['这团散了', '大家都退出了', '付过的钱原路退回', '']],
  ] as const)('%s', (_, change, words) => {
    expect(said(change)).toEqual(words)
  })

  test.each([
    [20 * HOUR, '周一 6:00'],
    [9 * HOUR, '今晚 19:00'],
    [3 * HOUR + 5 * MINUTE, '今天 13:05'],
    [30 * MINUTE, '今早 10:30'],
    [15 * HOUR, '周一 1:00'],
  ])('a moment keeps true until it has come (%i ms on)', (ms, words) => {
    expect(momentWords(later(TEN, ms), TEN)).toBe(words)
  })
})
