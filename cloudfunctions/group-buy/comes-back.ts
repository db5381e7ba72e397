/** Late money finds the shopper perhaps in the same campaign again: a seat that was given up comes back only within the limit. */
import { nextNth } from '@/domain/group-buy/take-part'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import type { SeatRow } from './take-seat.sql'

/** The number under which the seat counts again, or null where the member is in this group or has all the parts they may have. */
export const comesBackAs = async (trx: Trx, deps: Deps, seat: SeatRow): Promise<number | null> => {
  const others = await trx
    .selectFrom('group_seat')
    .select(['nth', 'group_id'])
    .where('store_id', '=', deps.storeId)
    .where('campaign_id', '=', seat.campaign_id)
    .where('member_id', '=', seat.member_id)
    .where('state', 'in', ['reserved', 'confirmed', 'lost'])
    .where('order_id', '!=', seat.order_id)
    .execute()
  const { per_person: limit } = await trx
    .selectFrom('group_campaign')
    .select('per_person')
    .where('store_id', '=', deps.storeId)
    .where('id', '=', seat.campaign_id)
    .executeTakeFirstOrThrow()
  const isIn = others.some((other) => other.group_id === seat.group_id)
  return isIn || others.length >= limit ? null : nextNth(others)
}
