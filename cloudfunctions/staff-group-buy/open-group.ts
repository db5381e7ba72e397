/** One group and the people in it. Orders outside somebody's pick-up points stay out of their sight, the counts do not. */
import type { staffGroupBuy } from '@/contract/staff-group-buy'
import { ok, refuse } from '@/domain/result'
import type { UseCase } from '../runtime/serve'
import { groupRow, seatView } from './group-view'
import { findGroup, listSeats } from './group.sql'

export const openGroup: UseCase<typeof staffGroupBuy.group> = async (deps, caller, { groupId }) => {
  const [group, seats] = await Promise.all([findGroup(deps, groupId), listSeats(deps, groupId, caller.pickupPointIds)])
  if (!group) return refuse({ code: 'group.unknown' })
  const own = seats.filter(({ isInScope }) => isInScope)
  return ok({ ...groupRow(group), seats: own.map(seatView), elsewhere: seats.length - own.length })
}
