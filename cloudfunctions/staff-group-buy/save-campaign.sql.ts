/** Writing a campaign and its prices. */
import { sql } from 'kysely'
import type { staffGroupBuy } from '@/contract/staff-group-buy'
import type { ParsedOf } from '@/contract/define'
import type { CampaignPrice, CampaignStatus } from '@/domain/group-buy/campaign'
import type { GroupCampaignId, ProductId } from '@/domain/ids'
import type { Db, Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'

type Input = ParsedOf<typeof staffGroupBuy.saveCampaign>

/** Waits for whoever is placing or giving back at these prices, so that what groups have taken stands still. */
export const lockPrices = async (trx: Trx, deps: Deps, campaignId: GroupCampaignId): Promise<void> => {
  await sql`
    select sku_id from group_price where store_id = ${deps.storeId} and campaign_id = ${campaignId} order by sku_id for update`.execute(
    trx,
  )
}

const columns = (deps: Deps, input: Input) => ({
  name: input.name,
  product_id: input.productId,
  size: input.size,
  min_size: input.minSize,
  life_minutes: input.lifeMinutes,
  per_person: input.perPerson,
  most_pieces: input.mostPieces,
  starts_at: new Date(input.startsAt),
  ends_at: new Date(input.endsAt),
  updated_at: new Date(deps.now()),
})

export const insertCampaign = async (trx: Trx, deps: Deps, id: GroupCampaignId, input: Input): Promise<void> => {
  const fields = columns(deps, input)
  await trx
    .insertInto('group_campaign')
    .values({ store_id: deps.storeId, id, status: 'draft', ...fields, created_at: fields.updated_at })
    .execute()
}

export const updateCampaign = async (trx: Trx, deps: Deps, id: GroupCampaignId, input: Input): Promise<void> => {
  await trx
    .updateTable('group_campaign')
    .set((eb) => ({ ...columns(deps, input), version: eb('version', '+', 1) }))
    .where('store_id', '=', deps.storeId)
    .where('id', '=', id)
    .execute()
}

/** Exactly these SKUs take part from now on. The check `group_share_short` is the last guard of what groups have taken. */
export const writePrices = async (
  trx: Trx,
  deps: Deps,
  campaignId: GroupCampaignId,
  prices: readonly CampaignPrice[],
): Promise<void> => {
  const skuIds = prices.map(({ skuId }) => skuId)
  await sql`
    delete from group_price
    where store_id = ${deps.storeId} and campaign_id = ${campaignId} and sku_id <> all(${skuIds}::text[])`.execute(trx)
  await sql`
    insert into group_price (store_id, campaign_id, sku_id, price_fen, stock_share)
    select ${deps.storeId}, ${campaignId}, t.* from unnest(${skuIds}::text[], ${prices.map((p) => p.priceFen)}::bigint[],
      ${prices.map((p) => p.stockShare)}::int[]) as t
    on conflict (store_id, campaign_id, sku_id) do update set price_fen = excluded.price_fen, stock_share = excluded.stock_share`.execute(
    trx,
  )
}

export const writeStatus = async (trx: Trx, deps: Deps, id: GroupCampaignId, status: CampaignStatus): Promise<void> => {
  await trx
    .updateTable('group_campaign')
    .set((eb) => ({ status, version: eb('version', '+', 1), updated_at: new Date(deps.now()) }))
    .where('store_id', '=', deps.storeId)
    .where('id', '=', id)
    .execute()
}

/** The other campaign that has the product, published and not ended; a product has at most one. */
export const findRival = async (
  db: Db | Trx,
  deps: Deps,
  productId: ProductId,
  campaignId: GroupCampaignId,
): Promise<{ campaignId: GroupCampaignId; name: string } | null> =>
  (
    await sql<{ campaignId: GroupCampaignId; name: string }>`
      select id as "campaignId", name from group_campaign
      where store_id = ${deps.storeId} and product_id = ${productId} and status in ('live', 'paused') and id <> ${campaignId}`.execute(
      db,
    )
  ).rows[0] ?? null
