/** The clock closes what is over: flash slots and promotions. Their dates decide what counts; this only tidies the lists. */
import type { Deps } from '../runtime/deps'
import type { Round } from '../runtime/each-due'

export const endSlots = (deps: Deps): Promise<Round> => endPast(deps, 'flash_slot')
export const endPromotions = (deps: Deps): Promise<Round> => endPast(deps, 'promotion')

const endPast = async (deps: Deps, table: 'flash_slot' | 'promotion'): Promise<Round> => {
  const now = new Date(deps.now())
  const { numUpdatedRows } = await deps.db
    .updateTable(table)
    .set((eb) => ({ status: 'ended' as const, updated_at: now, version: eb('version', '+', 1) }))
    .where('store_id', '=', deps.storeId)
    .where('status', '=', 'live')
    .where('ends_at', '<=', now)
    .executeTakeFirst()
  return { done: Number(numUpdatedRows), failed: 0 }
}
