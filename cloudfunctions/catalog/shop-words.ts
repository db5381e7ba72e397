/** The words of the shop and its best sellers, kept for a minute: new words may wait that long to be suggested. */
import { buildVocabulary, type Vocabulary } from '@/domain/catalog/vocabulary'
import { MINUTE } from '@/domain/time'
import type { Deps } from '../runtime/deps'
import { commonSounds } from './common-sounds'
import { readBest, readSearchTexts } from './search.sql'
import { remembered } from './shop-memory'

export const vocabulary = (deps: Deps): Promise<Vocabulary> =>
  remembered(deps, 'vocabulary', MINUTE, async () => buildVocabulary(await readSearchTexts(deps), commonSounds()))

export const bestSellers = (deps: Deps) => remembered(deps, 'best-sellers', MINUTE, () => readBest(deps))
