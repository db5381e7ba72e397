/** Where a sale can be handed over, and whose it can be. */
import type { PickupPointView } from '@/contract/views'
import type { CommunityId, MemberId, PickupPointId } from '@/domain/ids'
import type { Db } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import { pointJson } from '../runtime/pickup-point.sql'

export type SalePlaces = {
  readonly communities: readonly { id: CommunityId; name: string; pickupPointIds: readonly PickupPointId[] }[]
  readonly pickupPoints: readonly PickupPointView[]
}

const statement = {
  name: 'leader.places',
  text: `
select (
  select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name, 'pickupPointIds', (
    select coalesce(json_agg(p.id order by p.position, p.id), '[]') from pickup_point p
    where p.store_id = $1 and p.id = any(c.pickup_point_ids) and not p.is_closed)) order by c.created_at, c.id), '[]')
  from community c where c.store_id = $1 and c.leader_id = $2 and c.state = 'active'
) as communities, (
  select coalesce(json_agg(${pointJson} order by p.position, p.id), '[]') from pickup_point p
  where p.store_id = $1 and (not p.is_closed or p.id = any($3::text[]))
) as "pickupPoints"`,
}

/** Active communities of a leader (none for the store's own sale), open points, and those that the sale already names. */
export const readPlaces = async (
  deps: Deps,
  leaderId: MemberId | null,
  named: readonly PickupPointId[] | null,
): Promise<SalePlaces> => {
  const [places] = await deps.database.run<SalePlaces>(statement, [deps.storeId, leaderId, [...(named ?? [])]])
  return places ?? { communities: [], pickupPoints: [] }
}

/** True if goods can be handed over at each of them. Points that are closed while this runs are the store's to sort out. */
export const areOpenPoints = async (
  db: Db,
  deps: Deps,
  pointIds: readonly PickupPointId[] | null,
): Promise<boolean> => {
  const wanted = new Set(pointIds ?? [])
  if (wanted.size === 0) return true
  const open = await db
    .selectFrom('pickup_point')
    .select('id')
    .where('store_id', '=', deps.storeId)
    .where('id', 'in', [...wanted])
    .where('is_closed', '=', false)
    .execute()
  return open.length === wanted.size
}
