/**
 * A product's search text: its title, then each Chinese word in four forms — `草莓 caomei cm cao'mei` — so that one column
 * answers Chinese, pinyin and initials, and gives the vocabulary back to whoever mends typos. Made when a product is saved.
 */
import { cutRuns, fold, isHan } from './search-terms'

export type SearchFacts = {
  readonly title: string
  readonly keywords: readonly string[]
  /** Found as they are written, and never suggested: nobody looks for 坏果包赔. */
  readonly tags: readonly string[]
  /** Its category and the one above. */
  readonly categoryNames: readonly string[]
}

/** The syllables of a Chinese word without tones, one a character: `['cao', 'mei']`. */
export type SoundOf = (word: string) => readonly string[]

export type Word = {
  readonly text: string
  readonly pinyin: string
  readonly initials: string
  readonly syllables: readonly string[]
}

const forms = (word: string, soundOf: SoundOf): string => {
  const syllables = soundOf(word).map((s) => fold(s))
  return [word, syllables.join(''), syllables.map((s) => s.charAt(0)).join(''), syllables.join("'")].join(' ')
}

export const searchText = (facts: SearchFacts, soundOf: SoundOf): string => {
  const words = new Set([facts.title, ...facts.keywords, ...facts.categoryNames].flatMap(cutRuns))
  const spoken = [...words].map((word) => (isHan(word) ? forms(word, soundOf) : word))
  const tags = facts.tags.flatMap(cutRuns).filter((word) => !words.has(word))
  return [fold(facts.title), ...spoken, ...tags].join(' ')
}

/** The Chinese words that a search text was made of, in their order. Text of another make simply holds none. */
export const wordsIn = (made: string): Word[] => {
  const tokens = made.split(' ')
  return tokens.flatMap((text, i) => {
    const [pinyin = '', initials = '', apart = ''] = tokens.slice(i + 1, i + 4)
    const syllables = apart.split("'")
    const isWord = isHan(text) && apart !== '' && syllables.join('') === pinyin && initials.length === syllables.length
    return isWord ? [{ text, pinyin, initials, syllables }] : []
  })
}
