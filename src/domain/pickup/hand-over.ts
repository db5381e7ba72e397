/** Whether this bag may go to whoever stands at the door. The leader's phone asks it offline, the server again at sync. */
import type { PickupPointId } from '../ids'
import type { TradeState } from '../order/trade'
import { ok, refuse, type Result } from '../result'
import { isOnShelf, type BagState } from './bag'
import type { ScanRecord } from './merge-scans'

export type Bag = {
  readonly trade: TradeState
  readonly state: BagState
  readonly pickupPointId: PickupPointId | null
  /** Units that are left after refunds and shortage. */
  readonly units: number
  /** The scan that handed it over, null if none did. */
  readonly handedBy: ScanRecord | null
}

/** Where the scanner may hand over: the sale's leader at its points, a clerk at theirs. Null = everywhere. */
export type Reach = { readonly pickupPointIds: readonly PickupPointId[] | null }

export type HandOverNo =
  /** When, where and by whom it was fetched: the answer to every quarrel at the door. */
  | { code: 'pickup.handed'; first: ScanRecord | null }
  | { code: 'pickup.elsewhere'; pickupPointId: PickupPointId | null }
  | { code: 'pickup.nothing-left' }
  | { code: 'pickup.not-ready'; trade: TradeState }
  | { code: 'pickup.returned' }

export const mayHandOver = (bag: Bag, reach: Reach): Result<true, HandOverNo> => {
  if (bag.state === 'handed') return refuse({ code: 'pickup.handed', first: bag.handedBy })
  if (!isWithin(bag.pickupPointId, reach)) return refuse({ code: 'pickup.elsewhere', pickupPointId: bag.pickupPointId })
  if (bag.units === 0 || bag.trade === 'closed') return refuse({ code: 'pickup.nothing-left' })
  // WeChat completes a pick-up order by itself after two days, whether or not somebody came: the bag is still theirs
  if (bag.trade !== 'fulfilling' && bag.trade !== 'completed')
    return refuse({ code: 'pickup.not-ready', trade: bag.trade })
  return isOnShelf(bag.state) ? ok(true) : refuse({ code: 'pickup.returned' })
}

const isWithin = (point: PickupPointId | null, reach: Reach): boolean =>
  reach.pickupPointIds === null || (point !== null && reach.pickupPointIds.includes(point))
