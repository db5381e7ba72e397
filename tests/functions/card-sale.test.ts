/** The card of a group sale: drawn when it opens, anew while it grows, true in every state. */
import { writeFileSync } from 'node:fs'
import sharp from 'sharp'
import { fen } from '@/domain/money'
import { epochMs, MINUTE } from '@/domain/time'
import { readSaleFacts, setSaleCard } from '../../cloudfunctions/card/sale-facts.sql'
import { drawSaleCard, type SaleCardFacts } from '../../cloudfunctions/card/draw-sale-card'
import { saleCardWords } from '../../cloudfunctions/card/sale-card-words'
import { drawPicture } from '../../cloudfunctions/runtime/db/seed/pictures/draw-picture'
import { dataOf, openShop, type Shop } from '../support/functions'
import { aPaidSaleOrder, aSaleOrder, saleRow } from '../support/shop/group-sales'
import { aDesk, aDraft, anOpenSale, toBuy, type Desk } from '../support/shop/writing-sales'

const story: SaleCardFacts = {
  ...{
    state: 'open',
    title: '周日鲜食接龙',
    community: '梧桐里 · 小满邻里群',
    storeName: '晴川里鲜食',
    isFetched: true,
  },
  endsAt: epochMs(Date.UTC(2026, 10, 22, 13)),
  handOverFromAt: epochMs(Date.UTC(2026, 10, 23, 9, 30)),
  ...{ people: 46, lines: 4, priceFromFen: fen(490), isFrom: true, tiles: [] },
}

describe('its words', () => {
  test('count who has joined and say when to fetch, with the date', () => {
    expect(saleCardWords(story)).toEqual({
      ...{ headline: ['已有', '46', '位邻居接龙'], mood: 'open', whose: '梧桐里 · 小满邻里群 · 4 样好货' },
      ...{ title: '周日鲜食接龙', second: '11月23日 周一 17:30 取货', until: '11月22日 21:00 截单' },
      price: { yuan: '4', cents: '.9' },
    })
  })

  test.each([
    ['open', 0, '开团了，来接龙'],
    ['closed', 0, '已经截单'],
    ['picking', 3, '3 位邻居接好了'],
    ['settled', 46, '46 位邻居接好了'],
    ['cancelled', 0, '这次接龙取消了'],
  ] as const)('%s with %s people: %s', (state, people, headline) => {
    const words = saleCardWords({ ...story, state, people })
    expect(words.headline[0]).toBe(headline)
    expect(words.until === '').toBe(state !== 'open')
    expect(words.second.includes('取货')).toBe(state !== 'cancelled')
  })

  test('leave out what can’t be drawn, and are never empty', () => {
    const words = saleCardWords({ ...story, title: '🍓🍓', community: '🏘️👨‍👩‍👧', isFetched: false })
    expect(words).toMatchObject({
      title: '晴川里鲜食',
      whose: '晴川里鲜食 · 4 样好货',
      second: '11月23日 周一 17:30 送到家',
    })
  })
})

describe('its picture', () => {
  let tiles: SaleCardFacts['tiles']
  beforeAll(async () => {
    const things = ['strawberry', 'kiwi', 'mango', 'blueberry'] as const
    tiles = await Promise.all(
      things.map(async (thing) => ({
        picture: await sharp(
          await drawPicture({ tone: 'rose', layout: 'punnet', things: [thing] }, { width: 900, height: 720 }),
        )
          .jpeg({ quality: 88 })
          .toBuffer(),
        tone: ['#FFD9D3', '#FFF0EA'] as const,
      })),
    )
  })

  const hard: readonly (readonly [string, Partial<SaleCardFacts>, number])[] = [
    ['four goods', {}, 4],
    ['three', { people: 0 }, 3],
    ['two', { state: 'picking', people: 1_024 }, 2],
    ['one', { lines: 1, isFrom: false, priceFromFen: fen(9_999_900) }, 1],
    ['none that can be drawn', { state: 'cancelled', people: 0 }, 0],
    [
      'long names and emoji',
      { title: '🍓'.repeat(3) + '很长很长的接龙名字一直写到二十四个字为止', community: '长'.repeat(60) },
      4,
    ],
  ]
  test.each(hard)('of %s fits into 128 KB', async (name, wish, count) => {
    const shown = count === 0 ? [{ picture: null, tone: ['#FFD9D3', '#FFF0EA'] as const }] : tiles.slice(0, count)
    const picture = await drawSaleCard({ ...story, ...wish, tiles: shown })
    expect(await sharp(picture).metadata()).toMatchObject({ format: 'jpeg', width: 1000, height: 800 })
    expect(picture.length).toBeLessThanOrEqual(128 * 1024)
    if (process.env['DUMP']) writeFileSync(`${process.env['DUMP']}/sale-${name}.jpg`, picture)
  })
})

describe('its keeping', () => {
  let shop: Shop
  let desk: Desk
  beforeAll(async () => {
    shop = await openShop()
    desk = await aDesk(shop)
    // the card of its community
    await draw()
  })
  afterAll(() => shop.close())
  beforeEach(() => shop.deps.db.deleteFrom('outbox').execute())

  const draw = async () => dataOf(await shop.call('card', 'run', {}, 'timer')).reports[0]?.done ?? 0
  const filesOf = (saleId: string) => [...shop.files.kept.keys()].filter((key) => key.includes(saleId))

  test('a sale has its card a round after it opened, a draft has none', async () => {
    const [draft, sale] = [await aDraft(shop, desk), await anOpenSale(shop, desk)]
    // its card, and its neighbours hear of it
    expect(await draw()).toBe(2)
    expect(filesOf(draft.id)).toEqual([])
    const { card_picture, card_version, version } = await saleRow(shop, { saleId: sale.id })
    expect(card_version).toBe(version)
    expect(card_picture).toBe(`/files/${filesOf(sale.id)[0]}`)
    expect(await draw()).toBe(0)
  })

  test('while neighbours order it is drawn anew every two minutes at most, and only when it says something else', async () => {
    const sale = await anOpenSale(shop, desk)
    const buy = toBuy(desk, sale)
    await draw()
    await aSaleOrder(shop, buy)
    const { card_picture: before } = await saleRow(shop, { saleId: sale.id })
    await shop.deps.db.deleteFrom('outbox').where('topic', '<>', 'sale-card.draw').execute()
    await draw()
    shop.clock.advance(2 * MINUTE)
    await draw()
    expect((await saleRow(shop, { saleId: sale.id })).card_picture).toBe(before)
    for (let i = 0; i < 3; i++) await aPaidSaleOrder(shop, buy)
    for (let i = 0; i < 3; i++) await draw()
    expect((await saleRow(shop, { saleId: sale.id })).card_picture).toBe(before)
    shop.clock.advance(2 * MINUTE)
    await draw()
    const after = await saleRow(shop, { saleId: sale.id })
    expect(after.card_picture).not.toBe(before)
    expect(after.card_version).toBe(after.version)
    shop.clock.advance(11 * MINUTE)
    await draw()
    expect(filesOf(sale.id)).toHaveLength(1)
  })

  test('a card drawn too late does not replace a newer one', async () => {
    const sale = await anOpenSale(shop, desk)
    const slow = await readSaleFacts(shop.deps, sale.id)
    await aPaidSaleOrder(shop, toBuy(desk, sale))
    await draw()
    const { card_picture: newer } = await saleRow(shop, { saleId: sale.id })
    expect(slow && (await setSaleCard(shop.deps, slow, '/files/cards/late.jpg'))).toBe(false)
    expect((await saleRow(shop, { saleId: sale.id })).card_picture).toBe(newer)
  })
})
