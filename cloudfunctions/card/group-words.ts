/** What a group's card and poster say, ready to be set: without undrawable signs, prices in their pieces. */
import { yuanText, type Fen } from '@/domain/money'
import type { EpochMs } from '@/domain/time'
import type { Face } from './faces'
import { groupCardWords, type GroupCardStory, type GroupCardWords } from './group-card-words'
import { plainWords } from './plain-words'
import { priceWords, type PriceWords } from './price-words'

export type GroupCardFacts = GroupCardStory & {
  readonly title: string
  readonly storeName: string
  /** Of the SKU that costs least in the group, and what that one costs alone. */
  readonly priceFen: Fen
  readonly aloneFen: Fen
  readonly isFrom: boolean
  /** One thing that is true of the product; said where the group has nothing more to promise. */
  readonly fact: string | null
  readonly faces: readonly Face[]
  /** JPEG or PNG, at best the 5:4 scene; null draws the tone alone. */
  readonly picture: Uint8Array | null
  readonly tone: readonly [string, string]
}

export type GroupWords = GroupCardWords & {
  readonly title: string
  readonly second: string
  readonly price: PriceWords
  readonly alone: string
}

export const groupWords = (facts: Omit<GroupCardFacts, 'faces'>, now: EpochMs): GroupWords => {
  const said = groupCardWords(facts, now)
  const store = plainWords(facts.storeName)
  return {
    ...said,
    title: plainWords(facts.title) || store,
    second: said.promise || plainWords(facts.fact ?? '').slice(0, 18) || store,
    price: priceWords(facts.priceFen),
    alone: facts.aloneFen > facts.priceFen ? `单独买 ¥${yuanText(facts.aloneFen)}` : '',
  }
}
