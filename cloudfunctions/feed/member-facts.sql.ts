/** What the home screen knows of a member, and what they buy. */
import type { CategoryId, MemberId, OrderId, PickupPointId } from '@/domain/ids'
import type { Deps } from '../runtime/deps'

export type MemberFacts = {
  isPersonal: boolean
  cartCount: number
  lastOrderId: OrderId | null
  lastPointId: PickupPointId | null
}

const readMemberFactsStatement = {
  name: 'feed.read-member-facts',
  text: `
select coalesce((m.settings ->> 'isPersonal')::boolean, true) as "isPersonal",
  (select coalesce(sum(quantity), 0)::int from cart_line where store_id = $1 and member_id = $2) as "cartCount",
  o.id as "lastOrderId", o.pickup_point_id as "lastPointId"
from member m
left join lateral (
  select id, pickup_point_id from orders where store_id = $1 and member_id = $2 order by id desc limit 1
) o on true
where m.store_id = $1 and m.id = $2`,
}

export const readMemberFacts = async (deps: Deps, memberId: MemberId): Promise<MemberFacts> => {
  const [row] = await deps.database.run<MemberFacts>(readMemberFactsStatement, [deps.storeId, memberId])
  return row ?? { isPersonal: false, cartCount: 0, lastOrderId: null, lastPointId: null }
}

const readTasteStatement = {
  name: 'feed.read-taste',
  text: `
select c.id, c.name
from (select id from orders where store_id = $1 and member_id = $2 and trade <> 'cancelled' order by id desc limit 10) o
join order_line l on l.store_id = $1 and l.order_id = o.id
join product p on p.store_id = $1 and p.id = l.product_id
join category c on c.store_id = $1 and c.id = p.category_id
group by c.id, c.name having count(distinct o.id) >= 2`,
}

/** Categories that a member chose from in two or more of their last ten orders. */
export const readTaste = (deps: Deps, memberId: MemberId): Promise<{ id: CategoryId; name: string }[]> =>
  deps.database.run(readTasteStatement, [deps.storeId, memberId])
