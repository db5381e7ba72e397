import type { staffCatalog } from '@/contract/staff-catalog'
import { ok } from '@/domain/result'
import type { UseCase } from '../runtime/serve'
import { listCategories } from './category.sql'

export const categories: UseCase<typeof staffCatalog.categories> = async (deps) =>
  ok({ categories: await listCategories(deps.db, deps) })
