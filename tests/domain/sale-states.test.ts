import { earningMoves } from '@/domain/commission/earning'
import { payoutMoves, transferMoves } from '@/domain/commission/payout'
import { handOverMoves } from '@/domain/community/hand-over'
import { leaderMoves } from '@/domain/community/leader'
import { bagMoves } from '@/domain/pickup/bag'

/** Name, table, where it begins, where it ends for good. */
const tables: [string, Record<string, readonly string[]>, string, string[]][] = [
  ['a leader', leaderMoves, 'applied', []],
  ['a hand-over of a community', handOverMoves, 'offered', ['accepted', 'declined', 'lapsed', 'withdrawn']],
  ['a bag', bagMoves, 'waiting', ['handed', 'returned']],
  ['a commission row', earningMoves, 'estimated', ['dropped', 'paid']],
  ['a payout', payoutMoves, 'proposed', ['finished', 'rejected', 'withdrawn']],
  ['a transfer', transferMoves, 'unsent', ['failed', 'lapsed', 'paid']],
]

test.each(tables)('%s can come to each of its states, and ends where it should', (_name, moves, start, finals) => {
  const reached = new Set([start])
  for (const state of reached) for (const to of moves[state] ?? []) reached.add(to)
  expect([...reached].sort()).toEqual(Object.keys(moves).sort())
  expect(
    Object.keys(moves)
      .filter((state) => moves[state]?.length === 0)
      .sort(),
  ).toEqual(finals)
})
