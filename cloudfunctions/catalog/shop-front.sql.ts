/** What the shop says of itself: name, hours, pick-up points, delivery terms. */
import type { PickupPointView } from '@/contract/views'
import type { DeliveryTemplate } from '@/domain/delivery/template'
import type { Deps } from '../runtime/deps'
import type { StoreSettingsRow } from '../runtime/db/tables'

export type ShopFrontRow = {
  name: string
  settings: StoreSettingsRow
  /** Open ones, in the order that staff gave them. */
  pickupPoints: readonly PickupPointView[]
  /** The first of a kind is the store's default of that kind. */
  templates: readonly (DeliveryTemplate & { readonly id: string })[]
}

const readShopFrontStatement = {
  name: 'catalog.read-shop-front',
  text: `
select s.name, s.settings,
  coalesce((select json_agg(json_build_object('id', id, 'name', name, 'keeper', keeper, 'address', address, 'hours', hours,
      'latitude', latitude, 'longitude', longitude, 'walkMinutes', walk_minutes) order by position, id)
    from pickup_point where store_id = $1 and not is_closed), '[]') as "pickupPoints",
  coalesce((select json_agg(template || jsonb_build_object('id', id) order by id)
    from delivery_template where store_id = $1), '[]') as templates
from store s where s.id = $1`,
}

export const readShopFront = async (deps: Deps): Promise<ShopFrontRow | null> =>
  (await deps.database.run<ShopFrontRow>(readShopFrontStatement, [deps.storeId]))[0] ?? null
