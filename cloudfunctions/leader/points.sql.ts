import { sql } from 'kysely'
import type { PickupPointView } from '@/contract/views'
import type { Deps } from '../runtime/deps'

/** Pick-up points in the order in which they are named. */
export const readPoints = async (deps: Deps, ids: readonly string[] | null): Promise<PickupPointView[]> =>
  (
    await sql<PickupPointView>`
    select id, name, keeper, address, hours, latitude, longitude, walk_minutes as "walkMinutes" from pickup_point
    where store_id = ${deps.storeId} and id = any(${[...(ids ?? [])]}::text[])
    order by array_position(${[...(ids ?? [])]}::text[], id)`.execute(deps.db)
  ).rows
