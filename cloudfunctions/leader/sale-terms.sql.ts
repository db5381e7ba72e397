/** What a sale says, as its leader wrote it; read for a screen or locked for a change. */
import { sql } from 'kysely'
import type { CommunityId, MemberId, PickupPointId, ProductId, SaleId, SkuId } from '@/domain/ids'
import { fen } from '@/domain/money'
import type { SaleState } from '@/domain/sale/sale'
import type { SaleLine, SaleTerms } from '@/domain/sale/terms'
import { epochMs } from '@/domain/time'
import type { Db, Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import { lockSale, type SaleRow } from '../sale/lock-sale'

export type WrittenLine = SaleLine & { readonly productId: ProductId; readonly taken: number }

export type WrittenSale = Omit<SaleTerms, 'lines'> & {
  readonly id: SaleId
  readonly state: SaleState
  readonly version: number
  readonly communityId: CommunityId | null
  readonly leaderId: MemberId | null
  readonly keepDays: number
  readonly lines: readonly WrittenLine[]
}

/** Locks the sale and then its lines by SKU; null if there is none. */
export const lockWrittenSale = async (trx: Trx, deps: Deps, saleId: SaleId): Promise<WrittenSale | null> => {
  const row = await lockSale(trx, deps, saleId)
  if (!row) return null
  await sql`
    select sku_id from sale_line where store_id = ${deps.storeId} and sale_id = ${saleId} order by sku_id for update`.execute(
    trx,
  )
  return written(row, await readLines(trx, deps, saleId))
}

export const findWrittenSale = async (db: Db, deps: Deps, saleId: SaleId): Promise<WrittenSale | null> => {
  const row = await db
    .selectFrom('sale')
    .selectAll()
    .where('store_id', '=', deps.storeId)
    .where('id', '=', saleId)
    .executeTakeFirst()
  return row ? written(row, await readLines(db, deps, saleId)) : null
}

/** The one this leader opened last, whatever became of it; null before the first. */
export const findLastOpened = async (deps: Deps, leaderId: MemberId): Promise<SaleId | null> =>
  ((
    await deps.db
      .selectFrom('sale')
      .select('id')
      .where('store_id', '=', deps.storeId)
      .where('leader_id', '=', leaderId)
      .where('opened_at', 'is not', null)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst()
  )?.id as SaleId | undefined) ?? null

const readLines = async (db: Db, deps: Deps, saleId: SaleId): Promise<WrittenLine[]> =>
  (
    await db
      .selectFrom('sale_line')
      .selectAll()
      .where('store_id', '=', deps.storeId)
      .where('sale_id', '=', saleId)
      .orderBy('position')
      .execute()
  ).map((line) => ({
    skuId: line.sku_id as SkuId,
    productId: line.product_id as ProductId,
    label: line.label,
    priceFen: fen(line.price_fen),
    tiers: line.tiers,
    stockLimit: line.stock_limit,
    perPerson: line.per_person,
    taken: line.taken,
  }))

const written = (row: SaleRow, lines: readonly WrittenLine[]): WrittenSale => ({
  id: row.id as SaleId,
  state: row.state,
  version: row.terms_version,
  communityId: row.community_id as CommunityId | null,
  leaderId: row.leader_id as MemberId | null,
  title: row.title,
  note: row.note,
  startsAt: epochMs(row.starts_at.getTime()),
  endsAt: epochMs(row.ends_at.getTime()),
  pickupPointIds: row.pickup_point_ids as PickupPointId[] | null,
  handOverFromAt: epochMs(row.hand_over_from_at.getTime()),
  handOverUntilAt: epochMs(row.hand_over_until_at.getTime()),
  keepDays: row.keep_days,
  shortagePolicy: row.shortage_policy,
  lines,
})
