/** Tables that leave the shop as files: Excel opens them right, and nothing in them runs. */
import fc from 'fast-check'
import { csvText, downloadCsv } from '@/admin/parts/csv'

/** Reads CSV by its own rules (RFC 4180), apart from what wrote it. */
const readCsv = (text: string): string[][] => {
  const rows: string[][] = [[]]
  let cell = ''
  let isQuoted = false
  for (let i = 0; i < text.length; i++) {
    const sign = text.charAt(i)
    if (isQuoted) {
      if (sign !== '"') cell += sign
      else if (text.charAt(i + 1) === '"') cell += text.charAt(++i)
      else isQuoted = false
    } else if (sign === '"') isQuoted = true
    else if (sign === ',') cell = (rows.at(-1)?.push(cell), '')
    else if (sign === '\r' && text.charAt(i + 1) === '\n') {
      rows.at(-1)?.push(cell)
      cell = ''
      if (++i < text.length - 1) rows.push([])
    } else cell += sign
  }
  return rows
}

test('Excel learns of UTF-8 by the first mark, and lines end as it wants them', () => {
  expect(
    csvText([
      ['单号', '金额'],
      ['8840 2217', 60],
    ]),
  ).toBe('\uFEFF单号,金额\r\n8840 2217,60\r\n')
})

test.each([
  ['=1+1', `'=1+1`],
  ['+86 138', `'+86 138`],
  ['-2', `'-2`],
  ['@SUM(A1)', `'@SUM(A1)`],
  ['\t=1', `'\t=1`],
  ['\r=1', `"'\r=1"`],
  ['=HYPERLINK("https://x","看")', `"'=HYPERLINK(""https://x"",""看"")"`],
])('a name that is a formula, %j, is only a name', (name, cell) => {
  expect(csvText([[name]])).toBe(`\uFEFF${cell}\r\n`)
})

test('a number below nothing stays a number, nothing stays empty', () => {
  expect(csvText([[-1280, null, 0, '']])).toBe('\uFEFF-1280,,0,\r\n')
})

test('whatever people write comes back as they wrote it', () => {
  const words = fc.string({ unit: fc.constantFrom('a', '草', '莓', ',', '"', '\n', ' ', '1', '.') })
  const table = fc.array(fc.array(words, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 })
  fc.assert(fc.property(table, (rows) => expect(readCsv(csvText(rows).slice(1))).toEqual(rows)))
})

test('a download has its name, and its address is given back', () => {
  const given: string[] = []
  const taken: { name: string; href: string }[] = []
  const [create, revoke] = [URL.createObjectURL, URL.revokeObjectURL]
  URL.createObjectURL = () => 'blob:orders'
  URL.revokeObjectURL = (url) => void given.push(url)
  const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    taken.push({ name: this.download, href: this.href })
  })
  downloadCsv('订单 11-22.csv', csvText([['a']]))
  expect(taken).toEqual([{ name: '订单 11-22.csv', href: 'blob:orders' }])
  expect(given).toEqual(['blob:orders'])
  click.mockRestore()
  Object.assign(URL, { createObjectURL: create, revokeObjectURL: revoke })
})
