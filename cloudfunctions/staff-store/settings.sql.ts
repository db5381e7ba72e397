/** What the store says of itself. */
import { sql } from 'kysely'
import { DEFAULT_HOURS } from '@/domain/delivery/promise'
import { LOW_STOCK_AT } from '@/domain/stock/low-stock'
import type { StoreSettings } from '@/contract/staff-store'
import type { Db, Trx } from '../runtime/db/connect'
import type { StoreSettingsRow } from '../runtime/db/tables'
import type { Deps } from '../runtime/deps'

/** What staff have not set yet is as the shop behaves without it. */
const withDefaults = (name: string, row: StoreSettingsRow): StoreSettings => ({
  name,
  notice: row.notice ?? null,
  servicePhone: row.servicePhone ?? null,
  searchHint: row.searchHint ?? '',
  lowStockAt: row.lowStockAt ?? LOW_STOCK_AT,
  orderBeforeMinute: row.orderBeforeMinute ?? DEFAULT_HOURS.orderBeforeMinute,
  readyFromMinute: row.readyFromMinute ?? DEFAULT_HOURS.readyFromMinute,
  readyUntilMinute: row.readyUntilMinute ?? DEFAULT_HOURS.readyUntilMinute,
})

const select = (db: Db | Trx, deps: Deps) =>
  db.selectFrom('store').select(['name', 'settings']).where('id', '=', deps.storeId)

export const readSettings = async (db: Db | Trx, deps: Deps): Promise<StoreSettings> => {
  const { name, settings } = await select(db, deps).executeTakeFirstOrThrow()
  return withDefaults(name, settings)
}

/** Everything that is saved as a whole waits here for the one before it. */
export const lockStore = async (trx: Trx, deps: Deps): Promise<StoreSettings> => {
  const { name, settings } = await select(trx, deps).forUpdate().executeTakeFirstOrThrow()
  return withDefaults(name, settings)
}

/** What is no setting of this screen stays: the switch that stops all assist campaigns. */
export const writeSettings = async (trx: Trx, deps: Deps, { name, ...settings }: StoreSettings): Promise<void> => {
  const row: Required<Omit<StoreSettingsRow, 'assistOff'>> = settings
  await trx
    .updateTable('store')
    .set({ name, settings: sql`settings || ${JSON.stringify(row)}::jsonb` })
    .where('id', '=', deps.storeId)
    .execute()
}
