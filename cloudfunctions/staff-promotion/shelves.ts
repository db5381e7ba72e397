/** The shop's categories, for whoever chooses what a deal is for. */
import type { staffPromotion } from '@/contract/staff-promotion'
import { ok } from '@/domain/result'
import type { UseCase } from '../runtime/serve'

export const shelves: UseCase<typeof staffPromotion.shelves> = async (deps) => {
  const rows = await deps.db
    .selectFrom('category')
    .select(['id', 'name', 'parent_id as parentId'])
    .where('store_id', '=', deps.storeId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return ok({ categories: rows })
}
