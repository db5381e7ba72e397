/** Bags at this instant: evenings end and shelves are cleared without anybody writing it down. */
import { bagAt, type BagState } from '@/domain/pickup/bag'
import { epochMs } from '@/domain/time'
import type { Deps } from '../runtime/deps'
import type { SaleRow } from '../sale/lock-sale'

type Evening = Pick<SaleRow, 'hand_over_until_at' | 'keep_days'>

export const bagNow = (deps: Deps, { hand_over_until_at, keep_days }: Evening, state: BagState): BagState =>
  bagAt(state, epochMs(hand_over_until_at.getTime()), keep_days, deps.now())
