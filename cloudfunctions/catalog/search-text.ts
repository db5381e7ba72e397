/**
 * Search text with pinyin, for whoever saves products. The dictionary takes 320 KB, so nothing on a shopper's path imports
 * this, and the function that saves products does so when the first one comes.
 */
import { pinyin } from 'pinyin-pro'
import { searchText, type SearchFacts, type SoundOf } from '@/domain/catalog/search-text'

export const soundOf: SoundOf = (word) => pinyin(word, { toneType: 'none', type: 'array', v: true })

/** The value of `product.search_text`; make it again whenever one of the facts changes, a renamed category included. */
export const searchTextOf = (facts: SearchFacts): string => searchText(facts, soundOf)
