/** Cards and posters as pictures: their size in pixels and bytes, and ink where ink belongs and nowhere else. */
import sharp from 'sharp'
import { fen } from '@/domain/money'
import { epochMs, HOUR, later } from '@/domain/time'
import { communityCardWords } from '../../cloudfunctions/card/community-card-words'
import { drawCommunityCard, type CommunityCardFacts } from '../../cloudfunctions/card/draw-community-card'
import { drawCommunityPoster } from '../../cloudfunctions/card/draw-community-poster'
import { drawGroupPoster, type GroupPosterFacts } from '../../cloudfunctions/card/draw-group-poster'
import { drawPoster, type PosterFacts } from '../../cloudfunctions/card/draw-poster'
import { drawProductCard, type ProductCardFacts } from '../../cloudfunctions/card/draw-product-card'
import { drawSalePoster } from '../../cloudfunctions/card/draw-sale-poster'
import { drawPicture } from '../../cloudfunctions/runtime/db/seed/pictures/draw-picture'

type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number }
type Pixel = readonly [red: number, green: number, blue: number]

/** A still life that is hard to pack: nine goods, glass, and a busy edge. */
const busyScene = async (): Promise<Buffer> => {
  const things = ['kiwi', 'strawberry', 'mango', 'blueberry', 'watermelon'] as const
  const scene = await drawPicture({ tone: 'rose', layout: 'punnet', things }, { width: 900, height: 720 })
  return sharp(scene).jpeg({ quality: 88 }).toBuffer()
}

let facts: ProductCardFacts
beforeAll(async () => {
  facts = {
    title: '丹东 99 红颜草莓 500g',
    priceFen: fen(3680),
    isFrom: false,
    marketPriceFen: fen(4580),
    storeName: '梧桐里鲜食铺',
    fact: '今早 6:20 到店',
    picture: await busyScene(),
    tone: ['#FFD9D3', '#FFF0EA'],
  }
})

const pixelsIn = async (picture: Buffer, box: Box): Promise<Pixel[]> => {
  const data = await sharp(picture).extract(box).removeAlpha().raw().toBuffer()
  return Array.from({ length: data.length / 3 }, (_, at) => [data[at * 3]!, data[at * 3 + 1]!, data[at * 3 + 2]!])
}

const share = (pixels: readonly Pixel[], is: (pixel: Pixel) => boolean): number =>
  pixels.filter(is).length / pixels.length

const isDark: (pixel: Pixel) => boolean = ([red, green, blue]) => red < 110 && green < 110 && blue < 110
const isPersimmon: (pixel: Pixel) => boolean = ([red, green, blue]) => red > 170 && green < 120 && blue < 90
/** JPEG leaves a little noise beside letters. */
const isPaper: (pixel: Pixel) => boolean = ([red, green, blue]) => red > 236 && green > 236 && blue > 236

const TITLE: Box = { left: 52, top: 600, width: 600, height: 100 }
const PRICE: Box = { left: 700, top: 660, width: 250, height: 110 }
const EDGES: readonly Box[] = [
  { left: 0, top: 590, width: 44, height: 210 },
  { left: 956, top: 590, width: 44, height: 210 },
  { left: 0, top: 788, width: 1000, height: 12 },
]

const LONG_NAME =
  '【今日限时】云南高山蓝莓 18mm+ 超大果果粉完整凌晨采摘冷链到店孩子最爱的那一口坏果包赔第二件半价顺丰包邮买四送一老顾客专享福利家庭分享装整箱八盒装'
const hard: readonly (readonly [string, Partial<ProductCardFacts>])[] = [
  ['as in the design', {}],
  ['a name of more than 70 signs', { title: LONG_NAME }],
  ['a name that is one long word', { title: 'Donaudampfschifffahrtselektrizitaetenhauptbetriebswerk'.repeat(2) }],
  ['a price of a million', { priceFen: fen(123_456_789), marketPriceFen: fen(987_654_321), isFrom: true }],
  ['a long name and a long price', { title: LONG_NAME, priceFen: fen(99_999_999), isFrom: true }],
  [
    'a long store and a long fact',
    { storeName: '梧桐里鲜食铺'.repeat(8), fact: '今天凌晨三点从崇明岛采摘下来坐第一班船进城' },
  ],
  ['nothing but a name and a price', { marketPriceFen: null, fact: null, storeName: '' }],
  ['no picture', { picture: null }],
]

describe.each(hard)('a card with %s', (_, change) => {
  let card: Buffer
  beforeAll(async () => {
    card = await drawProductCard({ ...facts, ...change })
  })

  test('is a JPEG of 1000 × 800 within 128 KB', async () => {
    expect(await sharp(card).metadata()).toMatchObject({ format: 'jpeg', width: 1000, height: 800 })
    expect(card.length).toBeLessThanOrEqual(128 * 1024)
    expect(card.length).toBeGreaterThan(20_000)
  })

  test('has a name in ink and a price in persimmon', async () => {
    expect(share(await pixelsIn(card, TITLE), isDark)).toBeGreaterThan(0.02)
    expect(share(await pixelsIn(card, PRICE), isPersimmon)).toBeGreaterThan(0.04)
  })

  test('leaves its edges white', async () => {
    for (const edge of EDGES) expect(share(await pixelsIn(card, edge), isPaper)).toBe(1)
  })
})

test('however long the name and the price, a white gap stands between them', async () => {
  for (const priceFen of [fen(3680), fen(99_999_999)]) {
    const card = await drawProductCard({ ...facts, title: LONG_NAME, priceFen, marketPriceFen: null, isFrom: true })
    const columns = await Promise.all(
      Array.from({ length: 70 }, async (_, at) =>
        share(await pixelsIn(card, { left: 300 + at * 8, top: 590, width: 8, height: 210 }), isPaper),
      ),
    )
    const gaps = columns.map((paper, at) => (paper === 1 ? at : -1)).filter((at) => at >= 0)
    expect(gaps.length).toBeGreaterThanOrEqual(2)
  }
})

test('emoji leave no box and no trace', async () => {
  const plain = await drawProductCard(facts)
  const merry = await drawProductCard({ ...facts, title: '🍓丹东 99 红颜草莓👨‍👩‍👧 500g🇨🇳', fact: '今早 6:20 到店✨' })
  expect(merry.equals(plain)).toBe(true)
})

test('a name of emoji alone gives way to the name of the store', async () => {
  const card = await drawProductCard({ ...facts, title: '🍓🍓🍓' })
  expect(card.equals(await drawProductCard({ ...facts, title: '梧桐里鲜食铺' }))).toBe(true)
})

test('a market price that is no higher than the price is not shown', async () => {
  const honest = await drawProductCard({ ...facts, marketPriceFen: null })
  expect((await drawProductCard({ ...facts, marketPriceFen: facts.priceFen })).equals(honest)).toBe(true)
  expect((await drawProductCard(facts)).equals(honest)).toBe(false)
})

test('the picture is drawn: the same words over another picture are another card', async () => {
  const pear = await sharp({ create: { width: 900, height: 720, channels: 3, background: '#20a050' } })
    .jpeg()
    .toBuffer()
  const card = await drawProductCard({ ...facts, picture: pear })
  const [red, green] = (await pixelsIn(card, { left: 480, top: 300, width: 1, height: 1 }))[0]!
  expect(green).toBeGreaterThan(red + 60)
})

test.each([
  [
    'webp, which the function can not read',
    async () =>
      sharp(await busyScene())
        .webp()
        .toBuffer(),
  ],
  ['half a file', async () => (await busyScene()).subarray(0, 4_000)],
  ['no picture at all', () => Promise.resolve(Buffer.from('<svg onload="alert(1)"/>'))],
])('over %s the tone is drawn', async (_, bytes) => {
  const card = await drawProductCard({ ...facts, picture: await bytes() })
  const [red, green, blue] = (await pixelsIn(card, { left: 500, top: 2, width: 1, height: 1 }))[0]!
  expect([red, green, blue].map((channel, i) => Math.abs(channel - [0xff, 0xd9, 0xd3][i]!))).toEqual([
    expect.closeTo(0, -1),
    expect.closeTo(0, -1),
    expect.closeTo(0, -1),
  ])
})

describe('a poster', () => {
  let poster: PosterFacts
  beforeAll(async () => {
    const code = await sharp({ create: { width: 430, height: 430, channels: 3, background: '#000000' } })
      .png()
      .toBuffer()
    poster = {
      ...facts,
      subtitle: '凌晨采摘，冷链到店。果尖到果蒂都甜，孩子最爱的那一口。',
      recommendedBy: '小美',
      code,
    }
  })

  test('is a JPEG of 1080 × 1620 within 400 KB, whatever it says', async () => {
    for (const change of [
      {},
      { title: LONG_NAME, subtitle: LONG_NAME },
      { subtitle: null, fact: null, recommendedBy: null },
    ]) {
      const drawn = await drawPoster({ ...poster, ...change })
      expect(await sharp(drawn).metadata()).toMatchObject({ format: 'jpeg', width: 1080, height: 1620 })
      expect(drawn.length).toBeLessThanOrEqual(400 * 1024)
    }
  })

  test('carries the code, whole and on white', async () => {
    const drawn = await drawPoster(poster)
    const code = { left: 780, top: 1290, width: 180, height: 180 }
    expect(share(await pixelsIn(drawn, code), isDark)).toBe(1)
    expect(share(await pixelsIn(drawn, { ...code, top: 1273, height: 4 }), isPaper)).toBeGreaterThan(0.95)
  })

  test('shows of a name its first sign only', async () => {
    const drawn = await drawPoster(poster)
    expect((await drawPoster({ ...poster, recommendedBy: '小明🌸' })).equals(drawn)).toBe(true)
    expect((await drawPoster({ ...poster, recommendedBy: '莉莉' })).equals(drawn)).toBe(false)
  })

  test('is not drawn without a code', async () => {
    await expect(drawPoster({ ...poster, code: Buffer.from('none') })).rejects.toThrow(RangeError)
  })
})

describe('a poster of a group', () => {
  const now = epochMs(Date.UTC(2026, 10, 22, 4))
  let poster: GroupPosterFacts
  beforeAll(async () => {
    const code = await sharp({ create: { width: 430, height: 430, channels: 3, background: '#000000' } })
      .png()
      .toBuffer()
    poster = {
      ...facts,
      aloneFen: fen(3680),
      priceFen: fen(2990),
      state: 'open',
      size: 3,
      minSize: 2,
      members: 1,
      deadlineAt: later(now, 9 * HOUR),
      filledAt: null,
      recommendedBy: '小美',
      code,
    }
  })

  test.each([
    ['open', {}],
    ['long', { title: LONG_NAME, fact: LONG_NAME, priceFen: fen(99_999_999), isFrom: true }],
    ['full', { state: 'full', members: 3, filledAt: now }],
    ['without a picture', { picture: null, storeName: '' }],
  ] as const)('%s: 1080 × 1620, within 400 KB, its code whole', async (_, change) => {
    const drawn = await drawGroupPoster({ ...poster, ...change }, now)
    expect(await sharp(drawn).metadata()).toMatchObject({ format: 'jpeg', width: 1080, height: 1620 })
    expect(drawn.length).toBeLessThanOrEqual(400 * 1024)
    expect(share(await pixelsIn(drawn, { left: 780, top: 1290, width: 180, height: 180 }), isDark)).toBe(1)
  })

  test('its number stands out on the picture, and goes with the last seat', async () => {
    const headline = { left: 180, top: 56, width: 140, height: 112 }
    const open = await drawGroupPoster(poster, now)
    expect(share(await pixelsIn(open, headline), isPersimmon)).toBeGreaterThan(0.03)
    const full = await drawGroupPoster({ ...poster, state: 'full', members: 3, filledAt: now }, now)
    expect(share(await pixelsIn(full, headline), isPersimmon)).toBe(0)
  })
})

test('between the words and the invitation no poster gapes: the picture takes what words leave', async () => {
  const code = await sharp({ create: { width: 430, height: 430, channels: 3, background: '#000000' } })
    .png()
    .toBuffer()
  const picture = await sharp({ create: { width: 750, height: 750, channels: 3, background: '#20a050' } })
    .jpeg()
    .toBuffer()
  const bare = { ...facts, picture, code, title: '鲜牛乳', subtitle: null, fact: null, recommendedBy: null }
  const greenTo = async (drawn: Buffer): Promise<number> => {
    const column = await pixelsIn(drawn, { left: 540, top: 0, width: 1, height: 1620 })
    return column.filter(([red, green]) => green > red + 60).length
  }
  const [short, long] = [
    await greenTo(await drawPoster(bare)),
    await greenTo(await drawPoster({ ...bare, title: LONG_NAME, subtitle: LONG_NAME, fact: '今早到店' })),
  ]
  expect(short).toBeGreaterThan(long + 180)
})

describe('communities and group sales', () => {
  const sale = {
    title: '周日鲜食接龙',
    endsAt: epochMs(Date.UTC(2026, 10, 22, 13)),
    ...{ lines: 4, priceFromFen: fen(490), isFrom: true },
  }
  const story: CommunityCardFacts = {
    ...{
      state: 'active',
      name: '梧桐里 · 小满邻里群',
      storeName: '晴川里鲜食',
      leaderName: '阿芳',
      members: 312,
      sale,
    },
    ...{ face: { picture: null, sign: '阿', tint: 1 }, tiles: [] },
  }

  describe('their words', () => {
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
    test.each(hard)('of %s fit into what WeChat takes', async (_, wish, count) => {
      const facts = { ...story, ...wish, tiles: tiles.slice(0, count) }
      const card = await drawCommunityCard(facts)
      expect(await sharp(card).metadata()).toMatchObject({ format: 'jpeg', width: 1000, height: 800 })
      expect(card.length).toBeLessThanOrEqual(128 * 1024)
      const poster = await drawCommunityPoster({ ...facts, recommendedBy: '小美', code })
      expect(await sharp(poster).metadata()).toMatchObject({ format: 'jpeg', width: 1080, height: 1620 })
      expect(poster.length).toBeLessThanOrEqual(400 * 1024)
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
    })
  })
})
