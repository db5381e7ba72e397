/** An unpaid order of a group has ended: its seat is anybody's again. A group whose opener never paid ends with it. */
import { releaseSeat } from '@/domain/group-buy/seats'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import { giveBackHolds } from './hold.sql'
import { countsOf, type HeldSeat } from './lock-group'
import { moveGroup, moveSeat } from './move-group'

/** Group and order must be locked, the order unpaid. Share and stock go back with the seat. */
export const releaseKeptSeat = async (trx: Trx, deps: Deps, { group, seat }: HeldSeat): Promise<void> => {
  if (seat.state !== 'reserved') throw new Error(`an unpaid order's seat is ${seat.state}`)
  await moveSeat(trx, deps, seat, 'released', { ended_at: new Date(deps.now()) })
  await moveGroup(trx, deps, group, releaseSeat(countsOf(group)))
  await giveBackHolds(trx, deps, group.campaign_id, [seat.order_id])
}
