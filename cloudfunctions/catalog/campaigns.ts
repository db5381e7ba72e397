/** The group-buy campaigns that run, by product, at most a second old: most products have none and pay nothing for asking. */
import type { GroupCampaignId, ProductId, SkuId } from '@/domain/ids'
import { isCampaignOn } from '@/domain/group-buy/take-part'
import type { Fen } from '@/domain/money'
import { epochMs, MINUTE, type EpochMs } from '@/domain/time'
import type { Deps } from '../runtime/deps'
import { FRESH, remembered } from './shop-memory'

export type LiveCampaign = {
  readonly id: GroupCampaignId
  readonly productId: ProductId
  readonly size: number
  readonly minSize: number | null
  readonly lifeMs: number
  readonly perPerson: number
  readonly mostPieces: number
  readonly startsAt: EpochMs
  readonly endsAt: EpochMs
  /** Of the SKUs that are on sale, in their order; never none. */
  readonly prices: readonly { readonly skuId: SkuId; readonly priceFen: Fen }[]
}

type Row = Omit<LiveCampaign, 'lifeMs' | 'startsAt' | 'endsAt' | 'prices'> & {
  lifeMinutes: number
  startsAt: Date
  endsAt: Date
  prices: LiveCampaign['prices'] | null
}

const readCampaignsStatement = {
  name: 'catalog.read-campaigns',
  text: `
select c.id, c.product_id as "productId", c.size, c.min_size as "minSize", c.life_minutes as "lifeMinutes",
  c.per_person as "perPerson", c.most_pieces as "mostPieces", c.starts_at as "startsAt", c.ends_at as "endsAt",
  (select json_agg(json_build_object('skuId', s.id, 'priceFen', p.price_fen) order by s.position, s.id)
    from group_price p join sku s on s.store_id = $1 and s.id = p.sku_id and not s.is_off
    where p.store_id = $1 and p.campaign_id = c.id) as prices
from group_campaign c where c.store_id = $1 and c.status = 'live'`,
}

const readCampaigns = async (deps: Deps): Promise<Map<ProductId, LiveCampaign>> => {
  const rows = await deps.database.run<Row>(readCampaignsStatement, [deps.storeId])
  const campaigns = rows.flatMap(({ lifeMinutes, startsAt, endsAt, prices, ...row }) =>
    prices
      ? [
          {
            ...row,
            prices,
            lifeMs: lifeMinutes * MINUTE,
            startsAt: epochMs(startsAt.getTime()),
            endsAt: epochMs(endsAt.getTime()),
          },
        ]
      : [],
  )
  return new Map(campaigns.map((campaign) => [campaign.productId, campaign]))
}

export type CampaignOf = (productId: ProductId) => LiveCampaign | null

/** Answers for each product the campaign that takes new groups now. */
export const campaigns = async (deps: Deps): Promise<CampaignOf> => {
  const all = await remembered(deps, 'campaigns', FRESH, () => readCampaigns(deps))
  const now = deps.now()
  return (productId) => {
    const campaign = all.get(productId)
    return campaign && isCampaignOn({ ...campaign, status: 'live' }, now) ? campaign : null
  }
}
