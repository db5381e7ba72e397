/** A community's invite card and the posters of community and sale: true in every state, drawn anew when something changes. */
import { writeFileSync } from 'node:fs'
import sharp from 'sharp'
import { fen } from '@/domain/money'
import { DAY, epochMs, MINUTE } from '@/domain/time'
import { communityCardWords } from '../../cloudfunctions/card/community-card-words'
import { readCommunityFacts, setCommunityCard } from '../../cloudfunctions/card/community-facts.sql'
import { drawCommunityCard, type CommunityCardFacts } from '../../cloudfunctions/card/draw-community-card'
import { drawCommunityPoster } from '../../cloudfunctions/card/draw-community-poster'
import { drawSalePoster } from '../../cloudfunctions/card/draw-sale-poster'
import { drawPicture } from '../../cloudfunctions/runtime/db/seed/pictures/draw-picture'
import { dataOf, openShop, refusalOf, type Shop } from '../support/functions'
import { aNeighbour } from '../support/shop/communities'
import { move } from '../support/shop/handing-over'
import { aDesk, anOpenSale, toBuy, type Desk } from '../support/shop/writing-sales'

const sale = {
  title: '周日鲜食接龙',
  endsAt: epochMs(Date.UTC(2026, 10, 22, 13)),
  ...{ lines: 4, priceFromFen: fen(490), isFrom: true },
}
const story: CommunityCardFacts = {
  ...{ state: 'active', name: '梧桐里 · 小满邻里群', storeName: '晴川里鲜食', leaderName: '阿芳', members: 312, sale },
  ...{ face: { picture: null, sign: '阿', tint: 1 }, tiles: [] },
}

describe('its words', () => {
  test('say who leads it, how many there are, and what is open until when', () => {
    expect(communityCardWords(story)).toEqual({
      ...{ name: '梧桐里 · 小满邻里群', who: '阿芳 · 312 位邻居' },
      ...{
        title: '周日鲜食接龙',
        second: '11月22日 21:00 截单 · 4 样好货',
        price: { yuan: '4', cents: '.9' },
        isFrom: true,
      },
    })
  })

  test.each([
    ['nobody yet', { members: 0 }, '阿芳 · 等第一位邻居'],
    ['no leader', { leaderName: null, members: 8 }, '8 位邻居'],
    ['a leader of emoji alone', { leaderName: '🌸🌸', members: 8 }, '8 位邻居'],
  ] as const)('%s', (_, wish, who) => {
    expect(communityCardWords({ ...story, ...wish }).who).toBe(who)
  })

  test.each(['active', 'paused', 'closed'] as const)('%s and without a sale they name no price', (state) => {
    const words = communityCardWords({ ...story, state, sale: null })
    expect(words.price).toBeNull()
    expect(words.title).not.toBe('')
  })

  test('a name of emoji alone gives way to the store’s', () => {
    expect(communityCardWords({ ...story, name: '🏘️👨‍👩‍👧' }).name).toBe('晴川里鲜食')
  })
})

describe('the pictures', () => {
  let tiles: CommunityCardFacts['tiles']
  let code: Buffer
  beforeAll(async () => {
    const things = ['strawberry', 'kiwi', 'mango', 'blueberry'] as const
    tiles = await Promise.all(
      things.map(async (thing) => {
        const wish = { tone: 'rose', layout: 'punnet', things: [thing] } as const
        const scene = await drawPicture(wish, { width: 900, height: 720 })
        return { picture: await sharp(scene).jpeg({ quality: 88 }).toBuffer(), tone: ['#FFD9D3', '#FFF0EA'] as const }
      }),
    )
    code = await sharp({ create: { width: 430, height: 430, channels: 3, background: '#222' } })
      .png()
      .toBuffer()
  })

  const long = '🍓'.repeat(3) + '很长很长的名字一直写到二十四个字为止再也写不下了'
  const hard: readonly (readonly [string, Partial<CommunityCardFacts>, number])[] = [
    ['four goods', {}, 4],
    ['nobody yet', { members: 0, sale: null, state: 'paused' }, 0],
    ['long names and emoji', { name: long, leaderName: long, sale: { ...sale, title: long } }, 3],
  ]
  const keep = (name: string, picture: Buffer): void => {
    if (process.env['DUMP']) writeFileSync(`${process.env['DUMP']}/${name}.jpg`, picture)
  }

  test.each(hard)('of %s fit into what WeChat takes', async (name, wish, count) => {
    const facts = { ...story, ...wish, tiles: tiles.slice(0, count) }
    const card = await drawCommunityCard(facts)
    expect(await sharp(card).metadata()).toMatchObject({ format: 'jpeg', width: 1000, height: 800 })
    expect(card.length).toBeLessThanOrEqual(128 * 1024)
    keep(`community-${name}`, card)
    const poster = await drawCommunityPoster({ ...facts, recommendedBy: '小美', code })
    expect(await sharp(poster).metadata()).toMatchObject({ format: 'jpeg', width: 1080, height: 1620 })
    expect(poster.length).toBeLessThanOrEqual(400 * 1024)
    keep(`community-poster-${name}`, poster)
  })

  test.each([
    ['open', 46, 4],
    ['cancelled', 0, 3],
  ] as const)('of a poster for a sale that is %s, with %s people', async (state, people, count) => {
    const poster = await drawSalePoster({
      ...{ state, people, title: count === 3 ? long : sale.title, community: story.name, storeName: story.storeName },
      ...{ endsAt: sale.endsAt, handOverFromAt: epochMs(Date.UTC(2026, 10, 23, 9, 30)), isFetched: true },
      ...{ lines: count, priceFromFen: fen(490), isFrom: true, tiles: tiles.slice(0, count) },
      ...{ recommendedBy: '小美', code },
    })
    expect(await sharp(poster).metadata()).toMatchObject({ format: 'jpeg', width: 1080, height: 1620 })
    keep(`sale-poster-${state}-${people}`, poster)
  })
})

describe('their keeping', () => {
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
})
