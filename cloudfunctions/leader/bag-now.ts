/** Bags at this instant: evenings end and shelves are cleared without anybody writing it down. */
import { bagAt, type BagState } from '@/domain/pickup/bag'
import { epochMs } from '@/domain/time'
import type { Deps } from '../runtime/deps'
import type { SaleRow } from '../sale/lock-sale'

type Evening = Pick<SaleRow, 'hand_over_until_at' | 'keep_days' | 'pickup_point_ids'>

export const bagNow = (deps: Deps, evening: Evening, state: BagState): BagState => {
  const { hand_over_until_at: untilAt, keep_days, pickup_point_ids } = evening
  return bagAt(state, pickup_point_ids && epochMs(untilAt.getTime()), keep_days, deps.now())
}
