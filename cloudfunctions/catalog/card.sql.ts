/** The facts of product cards. */
import type { Picture } from '@/contract/views'
import type { ProductId, SkuId } from '@/domain/ids'
import type { Fen } from '@/domain/money'
import type { Deps } from '../runtime/deps'

export type CardRow = {
  id: ProductId
  title: string
  picture: Picture | null
  tag: string | null
  soldCount: number
  /** Of the SKUs on sale; a product without one has no row. */
  skuCount: number
  anySkuId: SkuId
  fromFen: Fen
  toFen: Fen
  /** Of the cheapest SKU. */
  memberFen: Fen | null
  marketFen: Fen | null
  isAvailable: boolean
}

const readCardsStatement = {
  name: 'catalog.read-cards',
  text: `
select p.id, p.title, p.pictures -> 0 as picture, p.tags[1] as tag, p.sold_count as "soldCount", k.*
from product p
cross join lateral (
  select count(*)::int as "skuCount", min(s.id) as "anySkuId", min(s.price_fen) as "fromFen", max(s.price_fen) as "toFen",
    (array_agg(s.member_price_fen order by s.price_fen, s.position))[1] as "memberFen",
    (array_agg(s.market_price_fen order by s.price_fen, s.position))[1] as "marketFen",
    coalesce(bool_or((select sum(available) from stock where store_id = $1 and sku_id = s.id) > 0), false) as "isAvailable"
  from sku s where s.store_id = $1 and s.product_id = p.id and not s.is_off
) k
where p.store_id = $1 and p.id = any($2::text[]) and p.status = 'on' and k."skuCount" > 0`,
}

/** Those of `ids` that are on sale, in no order. */
export const readCards = (deps: Deps, ids: readonly ProductId[]): Promise<CardRow[]> =>
  deps.database.run<CardRow>(readCardsStatement, [deps.storeId, ids])
