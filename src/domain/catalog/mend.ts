/** What a query that found nothing may have meant: a word of the shop that is written or sounds nearly the same. */
import { fold, isHan } from './search-terms'
import type { KnownWord, Vocabulary } from './vocabulary'

const MOST_MENDS = 3

/**
 * Up to three queries worth trying instead, likeliest first: the shop's words inside the query (`新鲜草莓` → `草莓`), then
 * words one slip away (`草每` → `草莓`, `caomi` → `草莓`). Empty if nothing is near enough: a wrong guess is worse than none.
 */
export const mends = (query: string, vocabulary: Vocabulary): string[] => {
  const text = fold(query).replace(/ /g, '')
  const guesses = isHan(text)
    ? [...inside(text, vocabulary), ...nearHan(text, vocabulary)]
    : nearPinyin(text, vocabulary)
  return [...new Set(guesses)].filter((guess) => guess !== fold(query)).slice(0, MOST_MENDS)
}

/** The known words that the text is made of, longest match first; all of them, then the longest alone. */
const inside = (text: string, { words }: Vocabulary): string[] => {
  const known = words.filter((w) => w.syllables.length >= 2 && text.includes(w.text)).map((w) => w.text)
  const found: string[] = []
  for (const word of known.sort((a, b) => b.length - a.length))
    if (!found.some((other) => other.includes(word))) found.push(word)
  const inOrder = [...found].sort((a, b) => text.indexOf(a) - text.indexOf(b))
  return [...(inOrder.length > 1 ? [inOrder.join(' ')] : []), ...found.slice(0, 1)]
}

type Guess = { readonly word: KnownWord; readonly cost: number }

const cheapest = (guesses: readonly Guess[]): string[] =>
  [...guesses].sort((a, b) => a.cost - b.cost || b.word.sold - a.word.sold).map(({ word }) => word.text)

/** A homophone costs little, a character of unknown sound more, one that sounds different the most. */
const COST = { homophone: 0.2, unknown: 1, different: 2, part: 0.5 }
const affordable = (characters: number): number => (characters >= 4 ? 2 : characters >= 2 ? 1 : 0)

const nearHan = (text: string, vocabulary: Vocabulary): string[] => {
  const typed = Array.from(text)
  return cheapest(
    vocabulary.words.flatMap((word) => {
      const cost = costWithin(typed, word, vocabulary.sounds)
      return cost === null ? [] : [{ word, cost }]
    }),
  )
}

/**
 * Cost of reading `word` somewhere in what was typed, null if it is too far off: most of its characters must be written or
 * sound as typed (both, of two), and it must be half of what was typed, so that 火箭发动机 is not taken for 火锅.
 */
const costWithin = (typed: readonly string[], word: KnownWord, sounds: Vocabulary['sounds']): number | null => {
  const characters = Array.from(word.text)
  if (characters.length * 2 < typed.length) return null
  let least = Infinity
  for (let from = 0; from + characters.length <= typed.length; from++) {
    const costs = characters.map((wanted, i) => costOf(typed[from + i] ?? '', wanted, word.syllables[i] ?? '', sounds))
    const alike = costs.filter((cost) => cost <= COST.homophone).length
    const cost = alike * 2 > costs.length ? costs.reduce((sum, each) => sum + each, 0) : Infinity
    least = Math.min(least, cost)
  }
  if (least > affordable(characters.length)) return null
  return least + (characters.length < typed.length ? COST.part : 0)
}

const costOf = (written: string, wanted: string, wantedSound: string, sounds: Vocabulary['sounds']): number => {
  if (written === wanted) return 0
  const sound = sounds.get(written)
  if (sound === undefined) return COST.unknown
  return sameSound(sound, wantedSound) ? COST.homophone : COST.different
}

/** Sounds that half the country does not tell apart: zh–z, ch–c, sh–s, -ng – -n, l–n at the start. */
const foldSound = (syllable: string): string =>
  syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^l/, 'n')
    .replace(/ng$/, 'n')

const sameSound = (a: string, b: string): boolean => foldSound(a) === foldSound(b)

const nearPinyin = (text: string, { words }: Vocabulary): string[] => {
  if (text.length < 4) return []
  const most = text.length >= 8 ? 2 : 1
  return cheapest(
    words.flatMap((word) => {
      if (word.syllables.length < 2) return []
      const cost = Math.min(slips(text, word.pinyin, most), slips(text, word.syllables.map(foldSound).join(''), most))
      return cost <= most ? [{ word, cost }] : []
    }),
  )
}

/** Letters to change, add, leave out or swap with the next one; anything above `most` comes back as `most + 1`. */
export const slips = (a: string, b: string, most: number): number => {
  if (Math.abs(a.length - b.length) > most) return most + 1
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, i) => i)]
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Infinity
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    rows.push(row)
    for (let j = 1; j <= b.length; j++) {
      const isSame = a.charAt(i - 1) === b.charAt(j - 1)
      const isSwap = a.charAt(i - 1) === b.charAt(j - 2) && a.charAt(i - 2) === b.charAt(j - 1) && i > 1 && j > 1
      row.push(
        Math.min(
          at(i - 1, j - 1) + (isSame ? 0 : 1),
          at(i - 1, j) + 1,
          at(i, j - 1) + 1,
          isSwap ? at(i - 2, j - 2) + 1 : Infinity,
        ),
      )
    }
  }
  return Math.min(at(a.length, b.length), most + 1)
}
