/** All facts that a quote or a placing needs, in one statement. */
import type { AddressId, MemberId, OrderId, PickupPointId, ProductId, SkuId } from '@/domain/ids'
import type { NamedTemplate, SkuFacts } from '@/domain/order/place'
import type { Level } from '@/domain/pricing/unit-price'
import type { Picture } from '@/contract/views'
import type { Deps } from '../runtime/deps'
import type { AddressSnapshot } from '../runtime/db/tables'

export type BasketSku = SkuFacts & {
  readonly productId: ProductId
  readonly options: readonly string[]
  readonly picture: Picture
}
export type PickupSnapshot = {
  id: PickupPointId
  name: string
  keeper: string
  address: string
  hours: string
  latitude: number
  longitude: number
  walkMinutes: number | null
}
export type PlacedBefore = { id: OrderId; number: string; totalFen: number; payDeadlineAt: string }

export type BasketFactsRow = {
  /** In the order asked; a SKU that doesn't exist is missing. */
  skus: readonly BasketSku[]
  member: { name: string; phone: string | null; level: Level } | null
  address: (AddressSnapshot & { id: AddressId }) | null
  pickupPoint: PickupSnapshot | null
  templates: readonly NamedTemplate[]
  repeat: PlacedBefore | null
  unpaid: number
  sharerId: MemberId | null
}

export type BasketAsk = {
  readonly memberId: MemberId
  readonly basket: readonly { skuId: SkuId; quantity: number }[]
  readonly addressId?: AddressId | undefined
  readonly pickupPointId?: PickupPointId | undefined
  readonly requestId?: string | undefined
  readonly shareCode?: string | undefined
}

const readBasketStatement = {
  name: 'order.read-basket',
  text: `
select
  coalesce((
    select json_agg(json_build_object(
      'skuId', s.id, 'productId', p.id, 'title', p.title, 'options', s.options, 'quantity', q.quantity,
      'picture', coalesce(s.picture, p.pictures -> 0, '{"url":"","tone":["#F6F6F4","#EFEEEA"]}'::jsonb),
      'priceFen', s.price_fen, 'memberPriceFen', s.member_price_fen, 'isOn', p.status = 'on' and not s.is_off,
      'available', st.available, 'deliveryTemplateId', p.delivery_template_id) order by q.n)
    from unnest($3::text[], $4::int[]) with ordinality as q (sku_id, quantity, n)
    join sku s on s.store_id = $1 and s.id = q.sku_id
    join product p on p.store_id = $1 and p.id = s.product_id
    cross join lateral (select coalesce(sum(available), 0)::int as available from stock where store_id = $1 and sku_id = s.id) st
  ), '[]') as skus,
  (select json_build_object('name', name, 'phone', phone, 'level', level) from member where store_id = $1 and id = $2 and deleted_at is null) as member,
  (select json_build_object('id', id, 'name', name, 'phone', phone, 'province', province, 'city', city, 'district', district, 'detail', detail)
   from address where store_id = $1 and id = $5 and member_id = $2) as address,
  (select json_build_object('id', id, 'name', name, 'keeper', keeper, 'address', address, 'hours', hours, 'latitude', latitude,
     'longitude', longitude, 'walkMinutes', walk_minutes)
   from pickup_point where store_id = $1 and id = $6 and not is_closed) as "pickupPoint",
  coalesce((select json_agg(template || jsonb_build_object('id', id) order by id) from delivery_template where store_id = $1), '[]') as templates,
  (select json_build_object('id', id, 'number', number, 'totalFen', total_fen, 'payDeadlineAt', pay_deadline_at)
   from orders where store_id = $1 and member_id = $2 and request_id = $7) as repeat,
  -- among one's own newest orders: a condition on trade alone would let the planner walk every unpaid order of the shop
  (select count(*)::int from (select trade from orders where store_id = $1 and member_id = $2 order by id desc limit 60) own
    where trade = 'awaiting-payment') as unpaid,
  (select member_id from share where store_id = $1 and code = $8 and member_id <> $2) as "sharerId"`,
}

export const readBasket = async (deps: Deps, ask: BasketAsk): Promise<BasketFactsRow> => {
  const [row] = await deps.database.run<BasketFactsRow>(readBasketStatement, [
    deps.storeId,
    ask.memberId,
    ask.basket.map((line) => line.skuId),
    ask.basket.map((line) => line.quantity),
    ask.addressId ?? null,
    ask.pickupPointId ?? null,
    ask.requestId ?? null,
    ask.shareCode ?? null,
  ])
  if (!row) throw new Error('the basket query answered no row')
  return row
}
