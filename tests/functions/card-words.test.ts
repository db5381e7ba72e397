/** What cards say: signs that can be drawn, prices in their pieces, sizes that fit. */
import { statSync } from 'node:fs'
import { fen } from '@/domain/money'
import { cardFontFiles, fontsFor, isDrawable } from '../../cloudfunctions/card/fonts'
import { plainWords } from '../../cloudfunctions/card/plain-words'
import { priceWords } from '../../cloudfunctions/card/price-words'
import { sizeThatFits, widthInEm } from '../../cloudfunctions/card/words-width'

test.each([
  ['emoji go, words stay', '草莓🍓🍓 500g', '草莓 500g'],
  ['a family goes as a whole', '全家👨‍👩‍👧‍👦都爱吃', '全家都爱吃'],
  ['a flag goes as a whole', '🇫🇷法国黄油', '法国黄油'],
  ['a keycap leaves its figure', '1️⃣ 号店', '1 号店'],
  ['a hand of any colour goes', '推荐👍🏽', '推荐'],
  ['blanks close up', '  好\n\t吃 \u3000 ', '好 吃'],
  ['what turns the direction of writing goes', '便宜\u202e买\u200f吧', '便宜买吧'],
  ['signs of neighbours stay', 'カフェ「の」Crème brûlée №5', 'カフェ「の」Crème brûlée №5'],
  ['a sign that no slice has goes', '𠮷野家', '野家'],
  ['emoji alone leave nothing', '🍓🍓🍓', ''],
])('%s', (_, text, plain) => {
  expect(plainWords(text)).toBe(plain)
})

test('all 3755 common characters of GB 2312 can be drawn', () => {
  const gb2312 = new TextDecoder('gb2312')
  const common: string[] = []
  for (let high = 0xb0; high <= 0xd7; high += 1)
    for (let low = 0xa1; low <= (high === 0xd7 ? 0xf9 : 0xfe); low += 1)
      common.push(gb2312.decode(Uint8Array.of(high, low)))
  expect(common).toHaveLength(3755)
  expect(common.filter((sign) => !isDrawable(sign.codePointAt(0)!))).toEqual([])
})

test('the font that a function carries is all there, each file once, and under 8 MB', () => {
  const files = cardFontFiles()
  expect(new Set(files.map(({ to }) => to)).size).toBe(files.length)
  expect(files.length).toBeGreaterThan(200)
  const bytes = files.reduce((sum, { from }) => sum + statSync(from).size, 0)
  expect(bytes).toBeGreaterThan(4_000_000)
  expect(bytes).toBeLessThan(8_000_000)
})

test('words load only the slices they need, each weight its own', () => {
  const { fonts, family } = fontsFor({ 400: ['店'], 700: ['丹东 99 草莓'] })
  expect(fonts.length).toBeLessThan(10)
  expect(fonts.filter(({ weight }) => weight === 400).length).toBeLessThanOrEqual(2)
  expect(family.split(', ')[0]).toBe('sc-latin')
})

test.each([
  [3680, '36', '.8'],
  [3600, '36', ''],
  [3605, '36', '.05'],
  [10_000, '100', ''],
  [5, '0', '.05'],
  [123_456_789, '1234567', '.89'],
])('%i fen are set as ¥%s%s', (amount, yuan, cents) => {
  expect(priceWords(fen(amount))).toEqual({ yuan, cents })
})

test('Chinese is as wide as it is long, Latin a little over half of that', () => {
  expect(widthInEm('丹东草莓，')).toBe(5)
  expect(widthInEm('500g')).toBeCloseTo(2.4)
})

test('the largest size that fits is taken, and the smallest where none does', () => {
  expect(sizeThatFits('草莓', 104, [52, 48])).toBe(52)
  expect(sizeThatFits('草莓', 103, [52, 48])).toBe(48)
  expect(sizeThatFits('草莓'.repeat(40), 600, [52, 48])).toBe(48)
  expect(sizeThatFits('草莓草莓草莓', 300, [62, 50], 2)).toBe(62)
})
