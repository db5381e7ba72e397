/** Where a neighbour's bag is, from the evening of the hand-over on. Business rules §5, §8. */
import { DAY, later, type EpochMs } from '../time'

/** `overdue`: the evening is over, the bag is kept. `no-show`: not kept any longer; `returned` to the store, or given up. */
export type BagState = 'waiting' | 'handed' | 'overdue' | 'no-show' | 'returned'

export const bagMoves = {
  waiting: ['handed', 'overdue'],
  overdue: ['handed', 'no-show'],
  // who comes at last gets the bag, as long as it is there
  'no-show': ['handed', 'returned'],
  handed: [],
  returned: [],
} as const satisfies Record<BagState, readonly BagState[]>

export const canMoveBag = (from: BagState, to: BagState): boolean =>
  (bagMoves[from] as readonly BagState[]).includes(to)

/** Days a bag is kept past its evening: strawberries don't last, rice does. Staff set it for each sale. */
export const KEEP_DAYS = { least: 0, usual: 1, most: 7 } as const

export const keptUntil = (handOverUntilAt: EpochMs, keepDays: number): EpochMs => later(handOverUntilAt, keepDays * DAY)

/**
 * The state that time alone makes of a bag nobody has fetched. A no-show costs nobody money by itself: the store decides.
 * `handOverUntilAt` is null where a courier brings it: nobody has to come for it.
 */
export const bagAt = (state: BagState, handOverUntilAt: EpochMs | null, keepDays: number, now: EpochMs): BagState => {
  if (handOverUntilAt === null || (state !== 'waiting' && state !== 'overdue')) return state
  if (now >= keptUntil(handOverUntilAt, keepDays)) return 'no-show'
  return now >= handOverUntilAt ? 'overdue' : state
}

/** Who has a bag that can still be handed over. */
export const isOnShelf = (state: BagState): boolean => canMoveBag(state, 'handed')
