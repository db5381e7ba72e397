/** Completions while typing; before the first letter, what people look for. */
import type { catalog } from '@/contract/catalog'
import { fold } from '@/domain/catalog/search-terms'
import { suggestWords } from '@/domain/catalog/vocabulary'
import { ok } from '@/domain/result'
import type { UseCase } from '../runtime/serve'
import { bestSellers, vocabulary } from './shop-words'

const MOST = 8

export const suggest: UseCase<typeof catalog.suggest> = async (deps, _caller, { text }) => {
  if (fold(text) !== '') return ok({ suggestions: suggestWords(await vocabulary(deps), text, MOST) })
  const words = (await bestSellers(deps)).map(({ word }) => word)
  return ok({ suggestions: [...new Set(words)].slice(0, MOST) })
}
