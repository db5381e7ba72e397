/** All facts that a quote or a placing needs, in one statement, which answers everybody who asks in the same moment. */
import type { AddressId, CategoryId, GroupId, MemberId, OrderId, PickupPointId, ProductId, SkuId } from '@/domain/ids'
import type { NamedTemplate, SkuFacts } from '@/domain/order/place'
import type { Level } from '@/domain/pricing/unit-price'
import type { Promotion } from '@/domain/promotion/promotion'
import type { Picture } from '@/contract/views'
import { TOUCH_WINDOW } from '@/domain/commission/clocks'
import { later } from '@/domain/time'
import type { LastTouch } from '../earning/attribute-order'
import { findLastTouch } from '../earning/last-touch.sql'
import type { AddressSnapshot } from '../runtime/db/tables'
import type { Deps } from '../runtime/deps'
import { together } from '../runtime/together'

export type BasketSku = SkuFacts & {
  readonly productId: ProductId
  /** Its own and the one above. */
  readonly categoryIds: readonly CategoryId[]
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
export type PlacedBefore = {
  id: OrderId
  number: string
  totalFen: number
  payDeadlineAt: string
  groupId: GroupId | null
}

export type BasketFactsRow = {
  /** In the order asked; a SKU that doesn't exist is missing. */
  skus: readonly BasketSku[]
  member: { name: string; phone: string | null; level: Level } | null
  address: (AddressSnapshot & { id: AddressId }) | null
  pickupPoint: PickupSnapshot | null
  templates: readonly NamedTemplate[]
  /** The live ones in the staff's order, those of later days among them: the calculation looks at the clock. */
  promotions: readonly Promotion[]
  repeat: PlacedBefore | null
  unpaid: number
  sharerId: MemberId | null
  /** The last leader whose card or community the buyer opened within the week, if any; in a placing. */
  touch: LastTouch | null
}

/** `isTouched`: whose card or community it was is another question, which the many who never opened one don't ask. */
type ReadBasket = Omit<BasketFactsRow, 'touch'> & { readonly isTouched: boolean }

export type BasketAsk = {
  readonly memberId: MemberId
  readonly basket: readonly { skuId: SkuId; quantity: number }[]
  readonly addressId?: AddressId | undefined
  readonly pickupPointId?: PickupPointId | undefined
  readonly requestId?: string | undefined
  readonly shareCode?: string | undefined
}

/** What is one shopper's own, in the order of the asks; and what the asks share: SKUs, points, templates, promotions, each read once. */
type BasketsRow = {
  own: readonly Pick<ReadBasket, 'member' | 'address' | 'repeat' | 'unpaid' | 'sharerId' | 'isTouched'>[]
  skus: readonly Omit<BasketSku, 'quantity'>[]
  pickupPoints: readonly PickupSnapshot[]
  templates: readonly NamedTemplate[]
  promotions: readonly Promotion[]
}

const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::bigint`

/** The live promotions as JSON, in the staff's order; $1 is the store. */
export const promotionsSql = `
coalesce((select json_agg(body || jsonb_build_object('id', id, 'name', name, 'startsAt', ${ms('starts_at')}, 'endsAt', ${ms('ends_at')})
    order by position, id)
  from promotion where store_id = $1 and status = 'live'), '[]')`

const readBasketsStatement = {
  name: 'order.read-baskets',
  text: `
select
  (select json_agg(json_build_object(
    'member', (select json_build_object('name', name, 'phone', phone, 'level', level)
      from member where store_id = $1 and id = a.member_id and deleted_at is null),
    'address', (select json_build_object('id', id, 'name', name, 'phone', phone, 'province', province, 'city', city,
        'district', district, 'detail', detail)
      from address where store_id = $1 and id = a.address_id and member_id = a.member_id),
    'repeat', (select json_build_object('id', id, 'number', number, 'totalFen', total_fen, 'payDeadlineAt', pay_deadline_at,
        'groupId', group_id)
      from orders where store_id = $1 and member_id = a.member_id and request_id = a.request_id),
    -- among one's own newest orders: a condition on trade alone would let the planner walk every unpaid order of the shop
    'unpaid', (select count(*) from (
        select trade from orders where store_id = $1 and member_id = a.member_id order by id desc limit 60) newest
      where trade = 'awaiting-payment'),
    'sharerId', (select member_id from share where store_id = $1 and code = a.share_code and member_id <> a.member_id),
    -- the newest by the whole key: asked whether there is one since then, a plan may walk everybody's of the week
    'isTouched', coalesce((select at from touch where store_id = $1 and member_id = a.member_id
      order by at desc, leader_id desc limit 1) >= $8::timestamptz, false)
  ) order by a.n)
  from unnest($2::text[], $3::text[], $4::text[], $5::text[]) with ordinality as a (member_id, address_id, request_id, share_code, n)
  ) as own,
  coalesce((select json_agg(json_build_object(
      'skuId', s.id, 'productId', p.id,
      'categoryIds', case when c.parent_id is null then json_build_array(p.category_id) else json_build_array(p.category_id, c.parent_id) end,
      'title', p.title, 'options', s.options,
      'picture', coalesce(s.picture, p.pictures -> 0, '{"url":"","tone":["#F6F6F4","#EFEEEA"]}'::jsonb),
      'priceFen', s.price_fen, 'memberPriceFen', s.member_price_fen, 'isOn', p.status = 'on' and not s.is_off,
      'available', (select coalesce(sum(available), 0) from stock where store_id = $1 and sku_id = s.id),
      'deliveryTemplateId', p.delivery_template_id))
    from unnest($6::text[]) as q (sku_id)
    join sku s on s.store_id = $1 and s.id = q.sku_id
    join product p on p.store_id = $1 and p.id = s.product_id
    left join category c on c.store_id = $1 and c.id = p.category_id), '[]') as skus,
  coalesce((select json_agg(json_build_object('id', id, 'name', name, 'keeper', keeper, 'address', address, 'hours', hours,
      'latitude', latitude, 'longitude', longitude, 'walkMinutes', walk_minutes))
    from pickup_point where store_id = $1 and id = any($7::text[]) and not is_closed), '[]') as "pickupPoints",
  coalesce((select json_agg(template || jsonb_build_object('id', id) order by id)
    from delivery_template where store_id = $1), '[]') as templates,
  ${promotionsSql} as promotions`,
}

const readTogether = together<BasketAsk, ReadBasket>(async (deps, asks) => {
  const [row] = await deps.database.run<BasketsRow>(readBasketsStatement, [
    deps.storeId,
    asks.map((ask) => ask.memberId),
    asks.map((ask) => ask.addressId ?? null),
    asks.map((ask) => ask.requestId ?? null),
    asks.map((ask) => ask.shareCode ?? null),
    [...new Set(asks.flatMap((ask) => ask.basket.map((line) => line.skuId)))],
    [...new Set(asks.flatMap((ask) => ask.pickupPointId ?? []))],
    new Date(later(deps.now(), -TOUCH_WINDOW)),
  ])
  if (!row) throw new Error('the basket query answered no row')
  const skus = new Map(row.skus.map((sku) => [sku.skuId, sku]))
  const points = new Map(row.pickupPoints.map((point) => [point.id, point]))
  return asks.map(({ basket, pickupPointId }, i) => {
    const own = row.own[i]
    if (!own) throw new Error('the basket query answered too few rows')
    return {
      skus: basket.flatMap(({ skuId, quantity }) => {
        const sku = skus.get(skuId)
        return sku ? [{ quantity, ...sku }] : []
      }),
      pickupPoint: (pickupPointId && points.get(pickupPointId)) ?? null,
      templates: row.templates,
      promotions: row.promotions,
      ...own,
    }
  })
})

/** A basket that is only looked at has no request id, and credits nobody. */
export const readBasket = async (deps: Deps, ask: BasketAsk): Promise<BasketFactsRow> => {
  const facts = await readTogether(deps, ask)
  const isCredited = facts.isTouched && ask.requestId !== undefined
  return { touch: isCredited ? await findLastTouch(deps, ask.memberId, ask.basket) : null, ...facts }
}
