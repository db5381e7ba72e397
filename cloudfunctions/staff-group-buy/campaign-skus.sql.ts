/** SKUs of a product as a campaign sees them: what they cost, what is on the shelf, what the campaign gives and has given. */
import { sql } from 'kysely'
import type { CampaignSku } from '@/contract/staff-group-buy'
import type { Picture } from '@/contract/views'
import type { GroupCampaignId, ProductId } from '@/domain/ids'
import type { Db, Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'

/** SKUs that are off are left out unless the campaign has them. Without a campaign none takes part yet. */
export const readSkus = async (
  db: Db | Trx,
  deps: Deps,
  productId: ProductId,
  campaignId: GroupCampaignId | null,
): Promise<CampaignSku[]> =>
  (
    await sql<CampaignSku>`
      select s.id as "skuId", s.options, s.is_off as "isOff", s.price_fen as "salePriceFen", s.member_price_fen as "memberPriceFen",
        s.cost_fen as "costFen", x.price_fen as "groupPriceFen", coalesce(x.stock_share, 0) as "stockShare", coalesce(x.taken, 0) as taken,
        coalesce((select sum(available) from stock where store_id = s.store_id and sku_id = s.id), 0)::int as available
      from sku s
      left join group_price x on x.store_id = s.store_id and x.campaign_id = ${campaignId}::text and x.sku_id = s.id
      where s.store_id = ${deps.storeId} and s.product_id = ${productId} and (not s.is_off or x.sku_id is not null)
      order by s.position, s.id`.execute(db)
  ).rows

export type CampaignProduct = { title: string; picture: Picture | null; isOnSale: boolean }

export const findProduct = async (db: Db | Trx, deps: Deps, productId: ProductId): Promise<CampaignProduct | null> =>
  (
    await sql<CampaignProduct>`
      select title, pictures -> 0 as picture, status = 'on' as "isOnSale" from product
      where store_id = ${deps.storeId} and id = ${productId}`.execute(db)
  ).rows[0] ?? null
