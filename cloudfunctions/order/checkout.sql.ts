/** What a member can choose at checkout: pick-up points, own addresses, the way of the last order, coupons and points; the shop's hours. */
import type { AddressView } from '@/contract/member'
import type { PickupPointView } from '@/contract/views'
import type { MemberId, PickupPointId } from '@/domain/ids'
import type { DeliveryKind } from '@/domain/order/fulfilment'
import type { StoreSettingsRow } from '../runtime/db/tables'
import { together } from '../runtime/together'
import { walletOf, walletSql, type Wallet, type WalletRow } from './wallet.sql'

type Own = {
  /** Default first, then last used. */
  addresses: readonly AddressView[]
  last: { kind: DeliveryKind; pickupPointId: PickupPointId | null } | null
}
type OwnRow = Own & { wallet: WalletRow }
type Shops = { pickupPoints: readonly PickupPointView[]; settings: StoreSettingsRow }
export type Choices = Own & Shops & { wallet: Wallet }

const readChoicesStatement = {
  name: 'order.read-choices',
  text: `
select
  (select json_agg(json_build_object(
    'addresses', coalesce((select json_agg(json_build_object('id', id, 'name', name, 'phone', phone, 'province', province,
        'city', city, 'district', district, 'detail', detail, 'isDefault', is_default) order by is_default desc, used_at desc)
      from address where store_id = $1 and member_id = a.member_id), '[]'),
    'last', (select json_build_object('kind', delivery_kind, 'pickupPointId', pickup_point_id)
      from orders where store_id = $1 and member_id = a.member_id order by id desc limit 1),
    'wallet', ${walletSql('a.member_id', '$3')}
  ) order by a.n) from unnest($2::text[]) with ordinality as a (member_id, n)) as own,
  coalesce((select json_agg(json_build_object('id', id, 'name', name, 'keeper', keeper, 'address', address, 'hours', hours,
      'latitude', latitude, 'longitude', longitude, 'walkMinutes', walk_minutes) order by position, id)
    from pickup_point where store_id = $1 and not is_closed), '[]') as "pickupPoints",
  coalesce((select settings from store where id = $1), '{}') as settings`,
}

export const readChoices = together<MemberId, Choices>(async (deps, memberIds) => {
  const [row] = await deps.database.run<Shops & { own: readonly OwnRow[] }>(readChoicesStatement, [
    deps.storeId,
    memberIds,
    new Date(deps.now()),
  ])
  if (!row) throw new Error('the choices query answered no row')
  const { settings, pickupPoints } = row
  return row.own.map(({ wallet, ...choices }) => ({ wallet: walletOf(wallet), settings, pickupPoints, ...choices }))
})
