/** What a card or a poster says of a product, ready to be set: without undrawable signs, prices in their pieces. */
import { plainWords } from './plain-words'
import { priceWords, type PriceWords } from './price-words'
import type { Fen } from '@/domain/money'

export type ProductCardFacts = {
  readonly title: string
  readonly priceFen: Fen
  /** True if other choices of the product cost more. */
  readonly isFrom: boolean
  /** Struck through beside the price; left out where it is null or no higher than the price. */
  readonly marketPriceFen: Fen | null
  readonly storeName: string
  /** One thing that is true today, such as 今早 6:20 到店. */
  readonly fact: string | null
  /** JPEG or PNG, at best the 900 × 720 scene; null draws the tone alone. */
  readonly picture: Uint8Array | null
  /** The picture's placeholder colours, top and bottom. */
  readonly tone: readonly [string, string]
}

export type ProductWords = {
  /** Never empty where the store has a name: a title of emoji alone gives way to it. */
  readonly title: string
  readonly store: string
  readonly fact: string
  readonly price: PriceWords
  /** `¥45.8`, or empty. */
  readonly was: string
}

/** A fact is a glance, not a sentence. */
const FACT_SIGNS = 18

export const productWords = (facts: ProductCardFacts): ProductWords => {
  const store = plainWords(facts.storeName)
  const was = facts.marketPriceFen && facts.marketPriceFen > facts.priceFen ? priceWords(facts.marketPriceFen) : null
  return {
    title: plainWords(facts.title) || store,
    store,
    fact: plainWords(facts.fact ?? '').slice(0, FACT_SIGNS),
    price: priceWords(facts.priceFen),
    was: was ? `¥${was.yuan}${was.cents}` : '',
  }
}
