import * as fc from 'fast-check'
import { adjust, type Earning } from '@/domain/commission/earning'
import {
  approvePayout,
  canMovePayout,
  canMoveTransfer,
  eventOfTransfer,
  proposePayout,
  transferMoves,
  type ProposeFacts,
  type Proposed,
} from '@/domain/commission/payout'
import { splitPayout, WITHOUT_NAME } from '@/domain/commission/split-payout'
import type { EarningId, MemberId, StaffId } from '@/domain/ids'
import { fen } from '@/domain/money'
import { epochMs, later } from '@/domain/time'

const t0 = epochMs(1_800_000_000_000)
const code = (result: { ok: boolean; refusal?: { code: string }; value?: unknown }) =>
  result.ok ? result.value : result.refusal?.code

/** A payable row of `amountFen`, the n-th by age. */
const row = (n: number, amountFen: number): Earning => {
  const adjusted = adjust(
    { id: `ern_${n}` as EarningId, leaderId: 'mem_wang' as MemberId, amountFen: fen(amountFen), remark: 'a row' },
    later(t0, n),
  )
  if (!adjusted.ok) throw new Error('no amount')
  return adjusted.value
}
const sums = (amounts: readonly number[]) =>
  splitPayout(amounts.map((amount, n) => row(n, amount))).transfers.map((t) => t.amountFen)

describe('transfers', () => {
  test.each([
    ['one, if it fits', [10_000, 20_000], [30_000]],
    ['as many as the limit wants', [150_000, 100_000, 40_000], [190_000, 100_000]],
    ['claw-backs come off first', [150_000, -10_000, 55_000], [195_000]],
    ['below ten fen waits', [9], []],
    ['nobody is paid who owes more', [100, -100], []],
    ['nor a part of them', [100, 200, -291], []],
    ['just above is paid', [100, 200, -290], [10]],
  ] as const)('%s', (_name, amounts, transfers) => {
    expect(sums(amounts)).toEqual(transfers)
  })

  test('a row too large for one waits for the name', () => {
    const plan = splitPayout([row(1, 200_000), row(2, 500)])
    expect(plan).toMatchObject({ needName: ['ern_1'], amountFen: 500 })
    expect(splitPayout([row(1, 200_000)], { leastFen: fen(10), mostFen: fen(2_000_000) }).amountFen).toBe(200_000)
  })

  test('every row goes out once or waits once; every transfer is within the limits; debts are met first', () => {
    const amounts = fc.array(
      fc.integer({ min: -50_000, max: 250_000 }).filter((n) => n !== 0),
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(amounts, (given) => {
        const rows = given.map((amount, n) => row(n, amount))
        const { transfers, amountFen, needName, left } = splitPayout(rows)
        const gone = transfers.flatMap((t) => t.earningIds)
        expect([...gone, ...needName, ...left].sort()).toEqual(rows.map((r) => r.id).sort())
        const sum = (ids: readonly EarningId[]) =>
          rows.filter((r) => ids.includes(r.id)).reduce((n, r) => n + r.amountFen, 0)
        for (const transfer of transfers) {
          expect(transfer.amountFen).toBe(sum(transfer.earningIds))
          expect(transfer.amountFen).toBeGreaterThanOrEqual(WITHOUT_NAME.leastFen)
          expect(transfer.amountFen).toBeLessThanOrEqual(WITHOUT_NAME.mostFen)
        }
        expect(amountFen).toBe(sum(gone))
        if (transfers.length > 0) expect(sum(left)).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

const maker = { staffId: 'stf_maker' as StaffId, holds: ['payout.make', 'payout.check'] }
const checker = { staffId: 'stf_checker' as StaffId, holds: ['payout.check'] }

describe('two pairs of eyes', () => {
  const facts = (over: Partial<ProposeFacts> = {}): ProposeFacts => ({
    maker,
    isPaid: true,
    hasOpenPayout: false,
    payable: [row(1, 500)],
    ...over,
  })
  test.each([
    ['who may not make it', facts({ maker: checker }), 'payout.not-allowed'],
    ['for somebody who is not paid', facts({ isPaid: false }), 'payout.leader-not-paid'],
    ['beside another', facts({ hasOpenPayout: true }), 'payout.open'],
    ['of less than WeChat sends', facts({ payable: [row(1, 500), row(2, -495)] }), 'payout.too-small'],
    ['of one large row without a name', facts({ payable: [row(1, 200_000)] }), 'payout.needs-name'],
  ] as const)('no payout %s', (_name, given, answer) => {
    expect(code(proposePayout(given))).toBe(answer)
  })

  test('a proposal is a plan of transfers', () => {
    expect(proposePayout(facts())).toMatchObject({ value: { amountFen: 500, transfers: [{ earningIds: ['ern_1'] }] } })
  })

  const proposed: Proposed = {
    state: 'proposed',
    makerId: maker.staffId,
    proposedAt: later(t0, 10),
    rows: [{ earningId: 'ern_1' as EarningId, amountFen: fen(500) }],
  }
  test.each([
    ['another colleague lets it go', proposed, checker, [row(1, 500)], 'approved'],
    ['never the one who made it', proposed, maker, [row(1, 500)], 'payout.same-person'],
    ['nor who may not', proposed, { ...checker, holds: [] }, [row(1, 500)], 'payout.not-allowed'],
    ['not twice', { ...proposed, state: 'approved' }, checker, [row(1, 500)], 'payout.over'],
    ['not after a refund', proposed, checker, [row(1, 400)], 'payout.changed'],
    ['not while held', proposed, checker, [{ ...row(1, 500), state: 'held' }], 'payout.changed'],
    ['not past a claw-back that came since', proposed, checker, [row(1, 500), row(20, -100)], 'payout.changed'],
    ['a new row that is owed waits for the next', proposed, checker, [row(1, 500), row(20, 100)], 'approved'],
  ] as [string, Proposed, typeof maker, Earning[], string][])('%s', (_name, payout, colleague, rows, answer) => {
    expect(code(approvePayout(payout, colleague, rows))).toBe(answer)
  })

  test('a transfer that went out ends in one of three ways, each of which moves its rows', () => {
    expect(canMoveTransfer('unsent', 'paid')).toBe(false)
    expect(canMovePayout('rejected', 'approved')).toBe(false)
    for (const to of transferMoves.sending) expect(eventOfTransfer[to]).toBeDefined()
  })
})
