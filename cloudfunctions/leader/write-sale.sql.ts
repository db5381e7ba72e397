/** Writing what a sale says. */
import { sql } from 'kysely'
import type { CommunityId, MemberId, SaleId } from '@/domain/ids'
import type { SaleLine, SaleTerms } from '@/domain/sale/terms'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'

export type WantedSale = SaleTerms & { readonly communityId: CommunityId | null; readonly keepDays: number }

const columns = (deps: Deps, sale: WantedSale) => ({
  community_id: sale.communityId,
  title: sale.title,
  note: sale.note,
  starts_at: new Date(sale.startsAt),
  ends_at: new Date(sale.endsAt),
  hand_over_from_at: new Date(sale.handOverFromAt),
  hand_over_until_at: new Date(sale.handOverUntilAt),
  keep_days: sale.keepDays,
  shortage_policy: sale.shortagePolicy,
  pickup_point_ids: sale.pickupPointIds && [...sale.pickupPointIds],
  updated_at: new Date(deps.now()),
})

/** False where the id was taken in this moment: the same proposal, saved twice at once. */
export const insertSale = async (
  trx: Trx,
  deps: Deps,
  saleId: SaleId,
  leaderId: MemberId | null,
  sale: WantedSale,
): Promise<boolean> => {
  const fields = columns(deps, sale)
  const made = await trx
    .insertInto('sale')
    .values({
      store_id: deps.storeId,
      id: saleId,
      leader_id: leaderId,
      state: 'draft',
      terms_version: 1,
      ...fields,
      created_at: fields.updated_at,
    })
    .onConflict((it) => it.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

/** The row must be locked. */
export const updateSale = async (trx: Trx, deps: Deps, saleId: SaleId, sale: WantedSale): Promise<void> => {
  await trx
    .updateTable('sale')
    .set((eb) => ({
      ...columns(deps, sale),
      version: eb('version', '+', 1),
      terms_version: eb('terms_version', '+', 1),
    }))
    .where('store_id', '=', deps.storeId)
    .where('id', '=', saleId)
    .execute()
}

/** Exactly these lines from now on; only of a draft, which nobody has ordered from. Unknown SKUs are left out. */
export const replaceLines = async (trx: Trx, deps: Deps, saleId: SaleId, lines: readonly SaleLine[]): Promise<void> => {
  await trx.deleteFrom('sale_line').where('store_id', '=', deps.storeId).where('sale_id', '=', saleId).execute()
  if (lines.length === 0) return
  const rows = lines.map((line, position) => ({ ...line, position }))
  await sql`
    insert into sale_line (store_id, sale_id, sku_id, product_id, position, label, price_fen, tiers, stock_limit, per_person)
    select ${deps.storeId}, ${saleId}, k.id, k.product_id, r.position, r.label, r."priceFen", r.tiers, r."stockLimit", r."perPerson"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r ("skuId" text, position smallint, label text, "priceFen" bigint,
      tiers jsonb, "stockLimit" int, "perPerson" int)
    join sku k on k.store_id = ${deps.storeId} and k.id = r."skuId"`.execute(trx)
}

/**
 * The limits of lines of a running sale, whose rows are locked. Where a limit for each person is lifted, what people have
 * is no longer counted.
 */
export const updateLimits = async (
  trx: Trx,
  deps: Deps,
  saleId: SaleId,
  lines: readonly Pick<SaleLine, 'skuId' | 'stockLimit' | 'perPerson'>[],
): Promise<void> => {
  const limits = sql`jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as r ("skuId" text, "stockLimit" int, "perPerson" int)`
  await sql`
    update sale_line l set stock_limit = r."stockLimit", per_person = r."perPerson" from ${limits}
    where l.store_id = ${deps.storeId} and l.sale_id = ${saleId} and l.sku_id = r."skuId"`.execute(trx)
  await sql`
    delete from sale_person p using ${limits}
    where p.store_id = ${deps.storeId} and p.sale_id = ${saleId} and p.sku_id = r."skuId" and r."perPerson" is null`.execute(
    trx,
  )
}
