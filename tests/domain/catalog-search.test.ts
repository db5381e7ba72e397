import fc from 'fast-check'
import { pinyin } from 'pinyin-pro'
import { mends, slips } from '@/domain/catalog/mend'
import { cutRuns, searchTerms } from '@/domain/catalog/search-terms'
import { searchText, wordsIn } from '@/domain/catalog/search-text'
import { buildVocabulary, suggestWords } from '@/domain/catalog/vocabulary'
import { commonSounds } from '../../cloudfunctions/catalog/common-sounds'
import { soundOf } from '../../cloudfunctions/catalog/search-text'

const made = (title: string, keywords: string[] = [], categoryNames: string[] = []) =>
  searchText({ title, keywords, tags: [], categoryNames }, soundOf)

const goods = [
  { searchText: made('丹东 99 草莓', ['莓果', '奶油草莓'], ['时令水果']), soldCount: 300 },
  { searchText: made('云南高山蓝莓 4 盒装', ['蓝莓', '莓果'], ['时令水果']), soldCount: 218 },
  { searchText: made('散养土鸡蛋', ['鸡蛋', '土鸡蛋'], ['乳品鲜蛋']), soldCount: 180 },
  { searchText: made('每日坚果', ['坚果'], ['零食']), soldCount: 90 },
  { searchText: made('白灼鲜虾 500g', ['虾', '基围虾'], ['海鲜']), soldCount: 60 },
  { searchText: made('鲈鱼', ['鲜鱼'], ['海鲜']), soldCount: 20 },
  { searchText: made('番茄火锅底料', ['火锅', '底料'], ['粮油']), soldCount: 15 },
]
const shop = buildVocabulary(goods, commonSounds())

describe('a query', () => {
  test.each([
    ['草莓500g', ['草莓', '500g']],
    ['  丹东　草莓 ', ['丹东', '草莓']],
    ['ＣＭ', ['cm']],
    ["草莓'; drop table product; --", ['草莓', 'drop', 'table', 'product']],
    ['<b>草莓</b>', ['b', '草莓']],
    ['100%_', ['100']],
    ['🍓', []],
    ['草莓 草莓', ['草莓']],
  ])('%j is cut into %j', (text, terms) => expect(searchTerms(text)).toEqual(terms))

  test('has five terms at most, none empty, none with anything but letters and digits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const terms = searchTerms(text)
        expect(terms.length).toBeLessThanOrEqual(5)
        for (const term of terms) expect(term).toMatch(/^[\p{Letter}\p{Number}]+$/u)
      }),
    )
  })
})

describe("a product's search text", () => {
  test('has every word in Chinese, pinyin, initials and syllables', () => {
    expect(made('丹东 99 草莓', ['莓果'])).toBe(
      "丹东 99 草莓 丹东 dandong dd dan'dong 99 草莓 caomei cm cao'mei 莓果 meiguo mg mei'guo",
    )
  })

  test('holds tags as they are written, and no word of them is suggested', () => {
    const text = searchText({ title: '草莓', keywords: [], categoryNames: [], tags: ['坏果包赔', '草莓'] }, soundOf)
    expect(text).toBe("草莓 草莓 caomei cm cao'mei 坏果包赔")
    expect(wordsIn(text).map((w) => w.text)).toEqual(['草莓'])
  })

  test('knows readings that depend on the word', () => expect(made('重庆小面')).toContain('chongqingxiaomian cqxm'))

  test('survives emoji, Latin letters and text without a word', () => {
    expect(made('🍓 Hello Kitty 蛋糕')).toBe("hello kitty 蛋糕 hello kitty 蛋糕 dangao dg dan'gao")
    expect(made('🍓')).toBe('')
  })

  test('gives its words back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[草莓蓝鸡蛋虾仁牛乳鲜花]{1,6}$/), { minLength: 1, maxLength: 5 }),
        (words) => {
          expect(wordsIn(made(words[0] ?? '', words.slice(1))).map((w) => w.text)).toEqual([...new Set(words)])
        },
      ),
    )
  })

  test('holds every term of its own title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (title) => {
        const text = made(title)
        for (const term of cutRuns(title)) expect(text).toContain(term)
      }),
    )
  })
})

test('common characters sound as the dictionary says', () => {
  const sounds = commonSounds()
  expect(sounds.size).toBe(3755)
  const others = [...sounds].filter(([character, sound]) => {
    const readings = pinyin(character, { toneType: 'none', type: 'array', multiple: true, v: true })
    return !readings.includes(sound)
  })
  // an older reading, by which the standard put it in its place
  expect(others).toEqual([['帧', 'zheng']])
})

describe('suggestions while typing', () => {
  test.each([
    ['cm', '草莓'],
    ['caom', '草莓'],
    ['CaoMei', '草莓'],
    ['蓝', '蓝莓'],
    ['jd', '鸡蛋'],
    ['lanmei', '蓝莓'],
  ])('%s completes to %s', (typed, word) => expect(suggestWords(shop, typed)).toContain(word))

  test('what starts with the text comes before what only holds it', () => {
    expect(suggestWords(shop, '鸡蛋')).toEqual(['鸡蛋', '土鸡蛋', '散养土鸡蛋'])
  })

  test('whole syllables come before half ones, and one character only for just its sound', () => {
    const xia = ['鲜奶', '虾仁', '虾']
    const words = buildVocabulary(xia.map((title, i) => ({ searchText: made(title), soldCount: 9 - i })))
    expect(suggestWords(words, 'xia')).toEqual(['虾', '虾仁', '鲜奶'])
    expect(suggestWords(words, 'xi')).toEqual(['鲜奶', '虾仁'])
  })

  test.each(['', '  ', '🍓', '%', 'zzzz'])('for %j there are none', (typed) =>
    expect(suggestWords(shop, typed)).toEqual([]),
  )
})

describe('a mended query', () => {
  test.each([
    ['草每', '草莓'],
    ['caomi', '草莓'],
    ['新鲜草莓', '草莓'],
    ['丹东草莓', '丹东 草莓'],
    ['吉蛋', '鸡蛋'],
    ['langmei', '蓝莓'],
    ['jiangou', '坚果'],
    ['山养土机蛋', '散养土鸡蛋'],
    ['火国', '火锅'],
    ['新鲜草霉', '草莓'],
    ['奶由草莓', '草莓'],
  ])('%s becomes %s', (typed, word) => expect(mends(typed, shop)[0] ?? null).toBe(word))

  test('is not another word that merely shares a character', () => {
    expect(mends('鸡鱼', shop)).toEqual([])
    expect(mends('虾', shop)).toEqual([])
  })

  test.each(['火箭发动机', '火箭', '火车票', '火国发动机', '番茄酱油', '水壶', '坚持', '蛋白粉', '土豆丝'])(
    'is not a word that shares the lesser half with %s',
    (typed) => expect(mends(typed, shop)).toEqual([]),
  )

  test.each(['', '🍓', 'abc', '手机壳', '12345', 'x'.repeat(40), '的'.repeat(40)])('is nothing for %j', (typed) =>
    expect(mends(typed, shop)).toEqual([]),
  )

  test('offers three at most and never the query itself', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[草莓蓝每鸡蛋虾基果坚a-z]{0,12}$/), (typed) => {
        expect(mends(typed, shop).length).toBeLessThanOrEqual(3)
        expect(mends(typed, shop)).not.toContain(typed)
      }),
    )
  })

  test('counts slips as an editor would, up to its limit', () => {
    expect(slips('caomi', 'caomei', 2)).toBe(1)
    expect(slips('caomei', 'caomei', 2)).toBe(0)
    expect(slips('coamei', 'caomei', 2)).toBe(1)
    expect(slips('coamie', 'caomei', 1)).toBe(2)
    expect(slips('abc', 'xyzuvw', 2)).toBe(3)
  })
})
