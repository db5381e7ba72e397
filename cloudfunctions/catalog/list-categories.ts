/** The tree of categories, at most a second old. */
import type { catalog } from '@/contract/catalog'
import { ok } from '@/domain/result'
import type { UseCase } from '../runtime/serve'
import { readCategories } from './category.sql'
import { FRESH, remembered } from './shop-memory'

export const listCategories: UseCase<typeof catalog.categories> = async (deps) =>
  ok({ categories: await remembered(deps, 'categories', FRESH, () => readCategories(deps)) })
