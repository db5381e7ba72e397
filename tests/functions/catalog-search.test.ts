/** Search and suggestions over a small shop with real search texts. */
import type { ProductId } from '@/domain/ids'
import { searchTextOf } from '../../cloudfunctions/catalog/search-text'
import { forgetShop } from '../../cloudfunctions/catalog/shop-memory'
import { dataOf, openShop, type Shop } from '../support/functions'

let shop: Shop
const ids = new Map<string, ProductId>()

const stock = async (title: string, keywords: string[], soldCount: number, more: { status?: 'off' } = {}) => {
  const searchText = searchTextOf({ title, keywords, tags: [], categoryNames: ['生鲜'] })
  ids.set(title, (await shop.aProduct({ title, keywords, soldCount, searchText, ...more })).productId)
}

beforeAll(async () => {
  shop = await openShop()
  await stock('丹东 99 草莓', ['草莓', '莓果'], 300)
  await stock('草莓蛋糕', ['蛋糕'], 20)
  await stock('云南高山蓝莓 4 盒装', ['蓝莓', '莓果'], 218)
  await stock('奶油盒子', ['草莓味'], 500)
  await stock('散养土鸡蛋', ['鸡蛋'], 180)
  await stock('Hello Kitty 蛋黄酥', ['点心'], 10)
  await stock('下架的草莓', ['草莓'], 999, { status: 'off' })
})
afterAll(() => shop.close())

const search = async (text: string, cursor?: string) =>
  dataOf(await shop.call('catalog', 'search', { text, ...(cursor === undefined ? {} : { cursor }) }))
const titles = async (text: string) => (await search(text)).items.map((card) => card.title)

describe('search', () => {
  test.each<[string, string[]]>([
    ['草莓', ['草莓蛋糕', '丹东 99 草莓', '奶油盒子']],
    ['草莓 丹东', ['丹东 99 草莓']],
    ['莓果', ['丹东 99 草莓', '云南高山蓝莓 4 盒装']],
    ['caomei', ['丹东 99 草莓', '奶油盒子', '草莓蛋糕']],
    ['CM', ['丹东 99 草莓', '奶油盒子', '草莓蛋糕']],
    ['lanmei', ['云南高山蓝莓 4 盒装']],
    ['gaoshan', ['云南高山蓝莓 4 盒装']],
    ['hello', ['Hello Kitty 蛋黄酥']],
    ['HELLO kitty', ['Hello Kitty 蛋黄酥']],
    ['蓝莓4盒', ['云南高山蓝莓 4 盒装']],
    ['ＣＡＯＭＥＩ', ['丹东 99 草莓', '奶油盒子', '草莓蛋糕']],
  ])('for %s finds %j, most relevant first', async (text, found) => {
    expect(await titles(text)).toEqual(found)
    expect((await search(text)).mended).toBeNull()
  })

  test('whole syllables rank before half ones: xia is 虾 first, 鲜 only after it', async () => {
    await stock('鲜牛乳', [], 2)
    await stock('基围虾', [], 1)
    expect(await titles('xia')).toEqual(['基围虾', '鲜牛乳'])
  })

  test.each([
    ['草每', '草莓'],
    ['丹东草莓', '丹东 草莓'],
    ['caomi', '草莓'],
    ['新鲜蓝莓', '蓝莓'],
    ['吉蛋', '鸡蛋'],
  ])('for %s finds what was meant and says so: %s', async (text, mended) => {
    const view = await search(text)
    expect(view.mended).toBe(mended)
    expect(view.items.length).toBeGreaterThan(0)
    expect(view.rescue).toEqual([])
  })

  test.each([
    '手机壳',
    '火箭发动机',
    '蛋挞皮',
    '🍓',
    '%',
    '_',
    '"><script>alert(1)</script>',
    "' or 1=1 --",
    '\\',
    'xyz',
    '的'.repeat(40),
  ])('for %s finds nothing and offers best sellers', async (text) => {
    const view = await search(text)
    expect(view).toMatchObject({ items: [], next: null, mended: null })
    expect(view.rescue[0]?.title).toBe('奶油盒子')
  })

  test('goes on by cursor without repeats, in a mended search too', async () => {
    for (let i = 0; i < 41; i++) await stock(`脐橙 ${i} 号`, ['脐橙'], i % 3)
    forgetShop(shop.deps)
    for (const text of ['脐橙', '齐橙']) {
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const page = await search(text, cursor)
        expect(page.mended).toBe(text === '脐橙' ? null : '脐橙')
        seen.push(...page.items.map((card) => card.id))
        cursor = page.next ?? undefined
      } while (cursor !== undefined)
      expect(seen).toHaveLength(41)
      expect(new Set(seen).size).toBe(41)
    }
  })

  test.each([{ text: '' }, { text: '   ' }, { text: 'x'.repeat(41) }, { text: 7 }, {}, { text: 'a\u0000b' }])(
    'is refused for input %j',
    async (input) => {
      expect(await shop.send('catalog', { action: 'search', input })).toMatchObject({
        refusal: { code: 'input.invalid' },
      })
    },
  )
})

describe('suggestions', () => {
  const suggest = async (text: string) => dataOf(await shop.call('catalog', 'suggest', { text })).suggestions

  test.each([
    ['cm', '草莓'],
    ['lan', '蓝莓'],
    ['鸡', '鸡蛋'],
  ])('complete %s to %s', async (text, word) => expect(await suggest(text)).toContain(word))

  test('before the first letter are what sells best, each word once', async () => {
    expect((await suggest('')).slice(0, 4)).toEqual(['草莓味', '草莓', '蓝莓', '鸡蛋'])
    expect(await suggest('  ')).toEqual(await suggest(''))
  })

  test('never hold words of what is off, and are eight at most', async () => {
    expect(await suggest('下架')).toEqual([])
    expect((await suggest('')).length).toBeLessThanOrEqual(8)
  })
})
