/** The words of the shop's own products: what can be suggested while typing, and what a typo may have meant. */
import { fold, isHan } from './search-terms'
import { wordsIn, type Word } from './search-text'

export type KnownWord = Word & {
  /** Sales of the best-selling product that has the word. */
  readonly sold: number
}

export type Vocabulary = {
  /** Best-selling first. */
  readonly words: readonly KnownWord[]
  /** How single characters sound: common ones, and those of the words as they sound there. It tells a homophone from another word. */
  readonly sounds: ReadonlyMap<string, string>
}

/** `common` are the sounds of characters that stand in no word of the shop. */
export const buildVocabulary = (
  products: readonly { searchText: string; soldCount: number }[],
  common: ReadonlyMap<string, string> = new Map(),
): Vocabulary => {
  const words = new Map<string, KnownWord>()
  const sounds = new Map(common)
  for (const { searchText, soldCount } of products) {
    for (const word of wordsIn(searchText)) {
      const sold = Math.max(soldCount, words.get(word.text)?.sold ?? 0)
      words.set(word.text, { ...word, sold })
      Array.from(word.text).forEach((character, i) => sounds.set(character, word.syllables[i] ?? ''))
    }
  }
  return { words: [...words.values()].sort((a, b) => b.sold - a.sold || (a.text < b.text ? -1 : 1)), sounds }
}

/** Single characters and whole sentences make poor suggestions, unless somebody typed just that. */
const isSpeakable = ({ syllables, pinyin }: Word, typed: string): boolean =>
  pinyin === typed || (syllables.length >= 2 && syllables.length <= 8)

const startsAt = ({ syllables }: Word, from: number, typed: string): boolean =>
  syllables.slice(from).join('').startsWith(typed)

/** True if `typed` is whole syllables from the start: `xia` for 虾仁, not for 鲜奶. */
const isWholeStart = ({ syllables }: Word, typed: string): boolean =>
  syllables.some((_, i) => syllables.slice(0, i + 1).join('') === typed)

/** 0 is nearest; null is no match. */
const nearness = (word: Word, typed: string): number | null => {
  if (isHan(typed)) return word.text.startsWith(typed) ? 0 : word.text.includes(typed) ? 2 : null
  if (word.initials === typed || word.pinyin === typed) return 0
  if (isWholeStart(word, typed)) return 1
  if (word.pinyin.startsWith(typed) || word.initials.startsWith(typed)) return 2
  return typed.length >= 3 && word.syllables.some((_, i) => startsAt(word, i, typed)) ? 3 : null
}

/** Up to `limit` words that what was typed may become, nearest first, then best-selling. Pinyin and initials count: `cm` → 草莓. */
export const suggestWords = ({ words }: Vocabulary, typedText: string, limit = 8): string[] => {
  const typed = fold(typedText).replace(/ /g, '')
  if (typed === '') return []
  return words
    .flatMap((word) => {
      const near = isSpeakable(word, typed) ? nearness(word, typed) : null
      return near === null ? [] : [{ text: word.text, near }]
    })
    .sort((a, b) => a.near - b.near)
    .slice(0, limit)
    .map(({ text }) => text)
}
