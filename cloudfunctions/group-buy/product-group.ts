/** What the product page says of the campaign that runs for it: prices and what is left, groups to join, one's own. */
import type { GroupPriceView, ProductGroupView } from '@/contract/group-buy'
import type { GroupId, MemberId, ProductId } from '@/domain/ids'
import { campaigns } from '../catalog/campaigns'
import type { Deps } from '../runtime/deps'
import { joinableSql, openGroupCard, openGroupCardsSql, type OpenGroupRow } from './open-groups.sql'

const SHOWN = 5

type Row = {
  prices: readonly GroupPriceView[] | null
  open: readonly OpenGroupRow[] | null
  openCount: number
  mine: GroupId | null
}

/** JSON of what each SKU of a campaign costs in a group and how much is left: of the share, of the shelf, at most 99. */
export const groupPricesSql = (campaignId: string, priceFen: string): string => `
select json_agg(json_build_object('skuId', p.sku_id, 'priceFen', ${priceFen},
  'left', greatest(0, least(99, p.stock_share - p.taken,
    (select sum(available) from stock where store_id = $1 and sku_id = p.sku_id)))) order by s.position, s.id)
from group_price p join sku s on s.store_id = $1 and s.id = p.sku_id and not s.is_off
where p.store_id = $1 and p.campaign_id = ${campaignId}`

const readProductGroupStatement = {
  name: 'group-buy.read-product-group',
  text: `
with joinable as materialized (${joinableSql('$3', '$4', '$5')})
select (${groupPricesSql('$2', 'p.price_fen')}) as prices,
  (${openGroupCardsSql(`select * from joinable order by missing, deadline_at, id limit ${SHOWN}`)}) as open,
  (select count(*)::int from joinable) as "openCount",
  (select g.id from group_seat t join group_buy g on g.store_id = $1 and g.id = t.group_id and g.state in ('forming', 'open')
    where t.store_id = $1 and t.campaign_id = $2 and t.member_id = $4 and t.state in ('reserved', 'confirmed')
    order by t.reserved_at desc limit 1) as mine`,
}

/** Null where no campaign runs. */
export const productGroup = async (
  deps: Deps,
  productId: ProductId,
  memberId: MemberId | null,
): Promise<ProductGroupView | null> => {
  const campaign = (await campaigns(deps))(productId)
  if (!campaign) return null
  const [row] = await deps.database.run<Row>(readProductGroupStatement, [
    deps.storeId,
    campaign.id,
    productId,
    memberId,
    new Date(deps.now()),
  ])
  return {
    campaignId: campaign.id,
    size: campaign.size,
    minSize: campaign.minSize,
    lifeMs: campaign.lifeMs,
    mostPieces: campaign.mostPieces,
    endsAt: campaign.endsAt,
    prices: row?.prices ?? [],
    open: (row?.open ?? []).map(openGroupCard),
    openCount: row?.openCount ?? 0,
    mine: row?.mine ?? null,
  }
}
