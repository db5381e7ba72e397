/** What the checkout may suggest to add: what sells most, one SKU a product, in stock. A hint may be a few seconds old; the quote never is. */
import { SECOND } from '@/domain/time'
import { remembered } from '../catalog/shop-memory'
import type { Deps } from '../runtime/deps'
import type { BasketSku } from './basket.sql'

const MOST_GOODS = 120
const LIFE = 10 * SECOND

const readGoodsStatement = {
  name: 'order.read-add-on-goods',
  text: `
select s.id as "skuId", p.id as "productId", p.title, s.options, 1 as quantity, true as "isOn", s.available,
  case when c.parent_id is null then json_build_array(p.category_id) else json_build_array(p.category_id, c.parent_id) end as "categoryIds",
  coalesce(s.picture, p.pictures -> 0, '{"url":"","tone":["#F6F6F4","#EFEEEA"]}'::jsonb) as picture,
  s.price_fen as "priceFen", s.member_price_fen as "memberPriceFen", p.delivery_template_id as "deliveryTemplateId"
from product p
left join category c on c.store_id = $1 and c.id = p.category_id
cross join lateral (
  select k.*, (select coalesce(sum(available), 0)::int from stock where store_id = $1 and sku_id = k.id) as available
  from sku k where k.store_id = $1 and k.product_id = p.id and not k.is_off order by k.price_fen, k.id limit 1
) s
where p.store_id = $1 and p.status = 'on' and s.available > 0
order by p.sold_count desc, p.id limit ${MOST_GOODS}`,
}

export const addOnGoods = (deps: Deps): Promise<readonly BasketSku[]> =>
  remembered(deps, 'add-on-goods', LIFE, () => deps.database.run<BasketSku>(readGoodsStatement, [deps.storeId]))
