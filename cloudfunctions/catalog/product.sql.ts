/** Everything a product page draws that is not the same on every page: the product, its SKUs, and what is this member's. */
import type { Picture, SkuView, Spec } from '@/contract/views'
import type { CategoryId, CouponTemplateId, MemberId, PickupPointId, ProductId } from '@/domain/ids'
import type { Deps } from '../runtime/deps'
import { together } from '../runtime/together'

export type ProductRow = {
  id: ProductId
  title: string
  subtitle: string | null
  categoryId: CategoryId
  /** The category above it. */
  parentCategoryId: CategoryId | null
  pictures: readonly Picture[]
  tags: readonly string[]
  origin: string | null
  unit: string | null
  specs: readonly Spec[]
  skus: readonly SkuView[]
  soldCount: number
  description: readonly string[]
  isOnSale: boolean
  deliveryTemplateId: string | null
  cardPicture: string | null
  cartCount: number
  isFavorite: boolean
  lastPointId: PickupPointId | null
  /** Templates of the member's newest coupons, one for each coupon. */
  had: readonly CouponTemplateId[] | null
}

/** Columns of a `ProductRow` from `asked a`, `product p` and `productTables`; $1 is the store, `a.member_id` the member or null. */
export const productColumns = `
p.id, p.title, p.subtitle, p.category_id as "categoryId",
(select parent_id from category where store_id = $1 and id = p.category_id) as "parentCategoryId", p.pictures, p.tags, p.origin, p.unit, p.specs, k.skus,
p.sold_count as "soldCount", p.description, p.status = 'on' as "isOnSale",
p.delivery_template_id as "deliveryTemplateId", p.card_picture as "cardPicture",
(select coalesce(sum(quantity), 0)::int from cart_line where store_id = $1 and member_id = a.member_id) as "cartCount",
exists (select from favorite where store_id = $1 and member_id = a.member_id and product_id = p.id) as "isFavorite",
(select pickup_point_id from orders where store_id = $1 and member_id = a.member_id order by id desc limit 1) as "lastPointId",
(select json_agg(template_id) from (select template_id from coupon where store_id = $1 and member_id = a.member_id
  order by id desc limit 200) newest) as had`

export const productTables = `
cross join lateral (
  select coalesce(json_agg(json_build_object('id', s.id, 'options', s.options, 'priceFen', s.price_fen,
    'memberPriceFen', case when s.member_price_fen < s.price_fen then s.member_price_fen end,
    'marketPriceFen', case when s.market_price_fen > s.price_fen then s.market_price_fen end,
    'available', greatest(0, least(99, (select sum(available) from stock where store_id = $1 and sku_id = s.id))),
    'picture', s.picture) order by s.position, s.id), '[]') as skus
  from sku s where s.store_id = $1 and s.product_id = p.id and not s.is_off
) k`

const readProductsStatement = {
  name: 'catalog.read-products',
  text: `
select a.place::int as place, ${productColumns}
from unnest($2::text[], $3::text[]) with ordinality as a (product_id, member_id, place)
join product p on p.store_id = $1 and p.id = a.product_id ${productTables}`,
}

type Ask = { readonly productId: ProductId; readonly memberId: MemberId | null }

const askProduct = together<Ask, ProductRow | null>(async ({ database, storeId }, asks) =>
  inPlaces(
    asks,
    await database.run(readProductsStatement, [
      storeId,
      asks.map(({ productId }) => productId),
      asks.map(({ memberId }) => memberId),
    ]),
  ),
)

/** Null if there is no such product. */
export const readProduct = (deps: Deps, productId: ProductId, memberId: MemberId | null): Promise<ProductRow | null> =>
  askProduct(deps, { productId, memberId })

/** The row of each ask, whose place counts from one; null where there is none. */
export const inPlaces = <Row>(
  asks: readonly unknown[],
  rows: readonly (Row & { readonly place: number })[],
): (Row | null)[] => {
  const found = new Map<number, Row>(rows.map((row) => [row.place, row]))
  return asks.map((_, nth) => found.get(nth + 1) ?? null)
}
