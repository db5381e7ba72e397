/** The blocks of the home screen, hidden ones included, from top to bottom. */
import { sql } from 'kysely'
import type { StoredBlock } from '@/contract/staff-store'
import type { CategoryId, ProductId } from '@/domain/ids'
import type { Db, Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'

export type PlacedBlock = { readonly id: string; readonly block: StoredBlock; readonly isHidden: boolean }

export const listBlocks = (db: Db | Trx, deps: Deps): Promise<PlacedBlock[]> =>
  db
    .selectFrom('home_block')
    .select(['id', 'block', 'is_hidden as isHidden'])
    .where('store_id', '=', deps.storeId)
    .orderBy('position')
    .orderBy('id')
    .execute()

export const replaceBlocks = async (trx: Trx, deps: Deps, blocks: readonly PlacedBlock[]): Promise<void> => {
  await trx.deleteFrom('home_block').where('store_id', '=', deps.storeId).execute()
  if (blocks.length === 0) return
  const rows = blocks.map(({ id, block, isHidden }, position) => ({
    store_id: deps.storeId,
    id,
    position,
    block: JSON.stringify(block),
    is_hidden: isHidden,
  }))
  await trx.insertInto('home_block').values(rows).execute()
}

/** The first of `ids` that is not there, or null. */
export const firstUnknown = async <I extends ProductId | CategoryId>(
  trx: Trx,
  deps: Deps,
  table: 'product' | 'category',
  ids: readonly I[],
): Promise<I | null> =>
  (
    await sql<{ id: I }>`
      select w.id from unnest(${[...ids]}::text[]) with ordinality as w (id, n)
      where not exists (select from ${sql.table(table)} t where t.store_id = ${deps.storeId} and t.id = w.id)
      order by n limit 1`.execute(trx)
  ).rows[0]?.id ?? null
