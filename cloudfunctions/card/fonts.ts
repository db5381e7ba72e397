/**
 * The Chinese font, read as a browser reads it: Noto Sans SC lies there in slices by unicode range, and a drawing loads
 * only the slices its words need. All of it weighs 6 MB, a card needs some ten slices of 50 KB, and no sign is missing.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Font } from 'satori'

export type CardWeight = 400 | 700
type CardFont = Font & { readonly data: Buffer }
type Slice = { readonly key: string; readonly ranges: readonly (readonly [from: number, to: number])[] }

const PACKAGE = '@fontsource/noto-sans-sc'
/** Beside the bundle in the cloud; the package itself where the shop runs from its sources. */
const BUNDLED = join(__dirname, 'fonts')
const WEIGHTS: readonly CardWeight[] = [400, 700]

const packaged = (): string => dirname(createRequire(__filename).resolve(`${PACKAGE}/package.json`))

const readFromEither = (name: string, inPackage: string): Buffer => {
  try {
    return readFileSync(join(BUNDLED, name))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return readFileSync(join(packaged(), inPackage))
  }
}

const parseRange = (text: string): readonly [number, number] => {
  const [from = '', to = from] = text.replace('U+', '').split('-')
  return [parseInt(from, 16), parseInt(to, 16)]
}

/** Keys of the package are `[12]` or `latin`; its files are called by the bare word. */
const readSlices = (): readonly Slice[] => {
  const table = JSON.parse(readFromEither('unicode.json', 'unicode.json').toString('utf8')) as Record<string, string>
  return Object.entries(table)
    .map(([key, ranges]) => ({ key: key.replace(/[[\]]/g, ''), ranges: ranges.split(',').map(parseRange) }))
    .reverse() // Latin comes last and goes first: figures and signs look the same in every line
}

let slices: readonly Slice[] | undefined
const allSlices = (): readonly Slice[] => (slices ??= readSlices())

const sliceOf = (point: number): Slice | undefined =>
  allSlices().find(({ ranges }) => ranges.some(([from, to]) => point >= from && point <= to))

const fileName = (key: string, weight: CardWeight): string => `noto-sans-sc-${key}-${weight}-normal.woff`

/** What the function's folder must hold: `from` inside the package, `to` beside its index.js. 6.3 MB in 203 files. */
export const cardFontFiles = (): readonly { readonly from: string; readonly to: string }[] => [
  { from: join(packaged(), 'unicode.json'), to: 'fonts/unicode.json' },
  ...allSlices().flatMap(({ key }) =>
    WEIGHTS.map((weight) => ({
      from: join(packaged(), 'files', fileName(key, weight)),
      to: `fonts/${fileName(key, weight)}`,
    })),
  ),
]

/** True if the font has this sign, so that it is drawn and not boxed. */
export const isDrawable = (point: number): boolean => sliceOf(point) !== undefined

const loaded = new Map<string, CardFont>()

const load = (key: string, weight: CardWeight): CardFont => {
  const file = fileName(key, weight)
  const font = loaded.get(file) ?? {
    name: `sc-${key}`,
    weight,
    style: 'normal',
    data: readFromEither(file, join('files', file)),
  }
  loaded.set(file, font)
  return font
}

/** The slices that these words need, and the `font-family` under which they are asked for, in order. */
export const fontsFor = (
  words: Readonly<Record<CardWeight, readonly string[]>>,
): { readonly fonts: Font[]; readonly family: string } => {
  const names = new Set<string>()
  const fonts = WEIGHTS.flatMap((weight) => {
    // The ellipsis of a line that is cut, and the space that measures an empty line, belong to every drawing.
    const points = new Set(Array.from(`${words[weight].join('')} …`, (sign) => sign.codePointAt(0) ?? 0))
    const keys = new Set([...points].flatMap((point) => sliceOf(point)?.key ?? []))
    return [...keys].map((key) => {
      names.add(`sc-${key}`)
      return load(key, weight)
    })
  })
  const family = [...names].sort((a, b) => Number(b === 'sc-latin') - Number(a === 'sc-latin')).join(', ')
  return { fonts, family }
}
