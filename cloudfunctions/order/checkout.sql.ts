/** What a member can choose at checkout: pick-up points, own addresses, the way of the last order, the shop's hours. */
import type { AddressView } from '@/contract/member'
import type { PickupPointView } from '@/contract/views'
import type { MemberId, PickupPointId } from '@/domain/ids'
import type { DeliveryKind } from '@/domain/order/fulfilment'
import type { Deps } from '../runtime/deps'
import type { StoreSettingsRow } from '../runtime/db/tables'

export type Choices = {
  pickupPoints: readonly PickupPointView[]
  /** Default first, then last used. */
  addresses: readonly AddressView[]
  last: { kind: DeliveryKind; pickupPointId: PickupPointId | null } | null
  settings: StoreSettingsRow
}

const readChoicesStatement = {
  name: 'order.read-choices',
  text: `
select
  coalesce((select json_agg(json_build_object('id', id, 'name', name, 'keeper', keeper, 'address', address, 'hours', hours,
      'latitude', latitude, 'longitude', longitude, 'walkMinutes', walk_minutes) order by position, id)
    from pickup_point where store_id = $1 and not is_closed), '[]') as "pickupPoints",
  coalesce((select json_agg(json_build_object('id', id, 'name', name, 'phone', phone, 'province', province, 'city', city,
      'district', district, 'detail', detail, 'isDefault', is_default) order by is_default desc, used_at desc)
    from address where store_id = $1 and member_id = $2), '[]') as addresses,
  (select json_build_object('kind', delivery_kind, 'pickupPointId', pickup_point_id)
    from orders where store_id = $1 and member_id = $2 order by id desc limit 1) as last,
  coalesce((select settings from store where id = $1), '{}') as settings`,
}

export const readChoices = async (deps: Deps, memberId: MemberId): Promise<Choices> => {
  const [row] = await deps.database.run<Choices>(readChoicesStatement, [deps.storeId, memberId])
  if (!row) throw new Error('the choices query answered no row')
  return row
}
