/** When neighbours hear of the hand-over: on its day, so that "today" is true, and in time to come. Business rules §5. */
import type { SaleState } from '../sale/sale'
import { dayStart, HOUR, later, type EpochMs } from '../time'

export type Evening = { readonly state: SaleState; readonly fromAt: EpochMs; readonly untilAt: EpochMs }

/** Goods that came the day before are told of after breakfast, or before an earlier start. */
const MORNING = 8 * HOUR
/** Goods that are still being sorted: as long as it takes to come home from work. */
const AHEAD = 2 * HOUR

/** Whether it is time; over with the evening itself. */
export const tellsOfHandOver = ({ state, fromAt, untilAt }: Evening, now: EpochMs): boolean => {
  if (now >= untilAt) return false
  const morning = Math.min(later(dayStart(fromAt), MORNING), later(fromAt, -AHEAD))
  if (state === 'delivered') return now >= Math.max(morning, dayStart(fromAt))
  return state === 'picking' && now >= later(fromAt, -AHEAD)
}
