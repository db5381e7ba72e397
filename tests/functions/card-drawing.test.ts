/** Cards and posters as pictures: their size in pixels and bytes, and ink where ink belongs and nowhere else. */
import sharp from 'sharp'
import { fen } from '@/domain/money'
import { epochMs, HOUR, later } from '@/domain/time'
import { drawGroupPoster, type GroupPosterFacts } from '../../cloudfunctions/card/draw-group-poster'
import { drawPoster, type PosterFacts } from '../../cloudfunctions/card/draw-poster'
import { drawProductCard, type ProductCardFacts } from '../../cloudfunctions/card/draw-product-card'
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
