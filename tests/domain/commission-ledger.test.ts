import * as fc from 'fast-check'
import { auditLedger } from '@/domain/commission/audit'
import { commissionFor } from '@/domain/commission/amount'
import { adjust, canMoveEarning, estimate, type Earning } from '@/domain/commission/earning'
import { accounts, balancesOf, balancesOfRows, isZero, postingsFor, type Movement } from '@/domain/commission/ledger'
import { bookEarning, moveEarning, type EarningEvent, type Moved } from '@/domain/commission/move-earning'
import { statementOf } from '@/domain/commission/statement'
import type { EarningId, MemberId, OrderId, OrderLineId, TransferId } from '@/domain/ids'
import { fen } from '@/domain/money'
import { DAY, epochMs, HOUR, later, type EpochMs } from '@/domain/time'

const t0 = epochMs(1_800_000_000_000)
const wang = 'mem_wang' as MemberId
const leaders = [wang, 'mem_chen' as MemberId]

/** The books of a shop: rows by id, movements in the order in which they happened. */
type Books = { readonly rows: Map<EarningId, Earning>; readonly movements: Movement[] }
const record = ({ rows, movements }: Books, moved: Moved): void => {
  rows.set(moved.earning.id, moved.earning)
  if (moved.clawBack) rows.set(moved.clawBack.id, moved.clawBack)
  movements.push(...moved.movements)
}

type Step = { row: number; event: number; part: number; hours: number }

/** Any event at any time to any row; what the rules refuse doesn't happen. */
const eventFor = (e: Earning, { event, part }: Step, n: number): EarningEvent => {
  const left = e.baseFen - e.clawedFen
  const refund: EarningEvent = {
    kind: 'refunded',
    refundFen: fen(Math.floor((left * part) / 10)),
    clawBackId: `ern_b${n}` as EarningId,
  }
  const all: EarningEvent[] = [
    { kind: 'received' },
    { kind: 'after-sale-opened' },
    { kind: 'after-sale-closed' },
    refund,
    { kind: 'released' },
    { kind: 'sent', transferId: `trf_${n}` as TransferId },
    { kind: 'confirm-asked' },
    { kind: 'transfer-paid' },
    { kind: 'transfer-failed' },
    { kind: 'lapsed' },
    { kind: 'retried' },
  ]
  return all[event % all.length] ?? refund
}

const lines = fc.array(
  fc.record({
    leader: fc.nat(1),
    paidFen: fc.integer({ min: 0, max: 50_000 }),
    rateBp: fc.integer({ min: 0, max: 5000 }),
  }),
  { minLength: 1, maxLength: 6 },
)
const step = fc.record({ row: fc.nat(20), event: fc.nat(10), part: fc.nat(10), hours: fc.nat(72) })
/** Random events alone seldom get a row paid: half of the histories begin with the way to the leader's pocket. */
const toThePocket = [0, 4, 5, 6, 7].map((event) => ({ row: 0, event, part: 0, hours: 200 }))
const history = fc.tuple(lines, fc.boolean(), fc.array(step, { maxLength: 80 }))

const play = ([given, isPaidFirst, steps]: [
  { leader: number; paidFen: number; rateBp: number }[],
  boolean,
  Step[],
]) => {
  const books: Books = { rows: new Map(), movements: [] }
  let now = t0
  given.forEach((line, i) => {
    const ids = { id: `ern_${i}` as EarningId, orderId: `ord_${i}` as OrderId, lineId: `oln_${i}` as OrderLineId }
    record(
      books,
      bookEarning(
        estimate(
          {
            ...ids,
            leaderId: leaders[line.leader] ?? wang,
            paidFen: fen(line.paidFen),
            rateBp: line.rateBp,
            isOwnPurchase: false,
          },
          now,
        ),
      ),
    )
  })
  const path = isPaidFirst ? [...toThePocket, ...steps] : steps
  path.forEach((s, n) => {
    now = later(now, s.hours * HOUR)
    const rows = [...books.rows.values()]
    const row = rows[s.row % rows.length]
    if (!row) return
    const event = eventFor(row, s, n)
    // only what a line paid is refunded; anything else is a bug of the caller
    if (event.kind === 'refunded' && row.kind !== 'commission') return
    const moved = moveEarning(row, event, now)
    if (moved.ok) record(books, moved.value)
  })
  return { rows: [...books.rows.values()], movements: books.movements, endAt: now }
}

describe('whatever happens', () => {
  test('every movement sums to zero, and the rows are what the books say', () => {
    fc.assert(
      fc.property(history, (given) => {
        const { rows, movements } = play(given)
        expect(auditLedger(rows, movements)).toEqual([])
        expect(isZero(balancesOf(movements))).toBe(true)
        expect(balancesOf(movements)).toEqual(balancesOfRows(rows))
      }),
      { numRuns: 300 },
    )
  })

  test('a row and its claw-backs together are the commission of what the line paid in the end', () => {
    fc.assert(
      fc.property(history, (given) => {
        const { rows } = play(given)
        for (const row of rows.filter((r) => r.kind === 'commission')) {
          const backs = rows.filter((r) => r.takes?.ofId === row.id)
          const net = [row, ...backs].reduce((sum, r) => sum + r.amountFen, 0)
          expect(net).toBe(commissionFor(fen(row.baseFen - row.clawedFen), row.rateBp))
          expect(row.amountFen).toBe(commissionFor(row.baseFen, row.rateBp))
        }
      }),
      { numRuns: 300 },
    )
  })

  test('rows move along the table, and one that was sent is never changed in amount', () => {
    fc.assert(
      fc.property(history, (given) => {
        for (const { from, to } of play(given).movements) {
          if (!from) continue
          if (from.state !== to.state) expect(canMoveEarning(from.state, to.state)).toBe(true)
          if (['paying', 'awaiting-confirm', 'paid'].includes(from.state)) expect(to.amountFen).toBe(from.amountFen)
        }
      }),
    )
  })

  test('a statement opens where the last one closed, and its rows are the ledger', () => {
    fc.assert(
      fc.property(history, fc.array(fc.nat(200), { maxLength: 3 }), (given, cuts) => {
        const { rows, movements, endAt } = play(given)
        const ends = [...cuts.map((days) => later(t0, days * DAY)), later(endAt, 1)].sort((a, b) => a - b)
        for (const leaderId of leaders) {
          let fromAt: EpochMs = t0
          let closed = balancesOf([])
          for (const untilAt of ends) {
            const statement = statementOf(leaderId, { fromAt, untilAt }, rows, movements)
            expect(statement.opening).toEqual(closed)
            expect(isZero(statement.change)).toBe(true)
            for (const account of accounts) {
              const moved = statement.rows.reduce((sum, row) => sum + row.change[account], 0)
              expect(statement.closing[account] - statement.opening[account]).toBe(moved)
            }
            // what lies on the leader's accounts at the end is the sum of the rows that say so
            const claimed = balancesOf(statement.rows.map((row) => ({ postings: postingsFor(null, row) })))
            for (const account of [
              'leader-estimated',
              'leader-pending',
              'leader-held',
              'leader-payable',
              'in-transfer',
            ] as const)
              expect(statement.closing[account]).toBe(claimed[account])
            expect(statement.payable.netFen).toBe(statement.closing['leader-payable'])
            closed = statement.closing
            fromAt = untilAt
          }
          const own = movements.filter((m) => m.leaderId === leaderId)
          expect(closed).toEqual(balancesOf(own))
        }
      }),
      { numRuns: 150 },
    )
  })
})

describe('the audit', () => {
  const booked = bookEarning(
    estimate(
      {
        id: 'ern_1' as EarningId,
        leaderId: wang,
        orderId: 'ord_1' as OrderId,
        lineId: 'oln_1' as OrderLineId,
        paidFen: fen(1000),
        rateBp: 800,
        isOwnPurchase: false,
      },
      t0,
    ),
  )
  const [movement] = booked.movements
  if (!movement) throw new Error('not booked')

  test('finds a posting that was changed', () => {
    const forged = {
      ...movement,
      postings: [
        { account: 'leader-estimated', amountFen: fen(81) },
        { account: 'store-expected', amountFen: fen(-80) },
      ] as const,
    }
    expect(auditLedger([booked.earning], [forged]).map((f) => f.kind)).toEqual(['movement-not-zero', 'balance-differs'])
  })
  test('finds a row that was changed behind the books', () => {
    const kinds = auditLedger([{ ...booked.earning, amountFen: fen(90) }], [movement]).map((f) => f.kind)
    expect(kinds).toEqual(['row-differs', 'balance-differs', 'balance-differs'])
  })
  test('finds a movement that is missing', () => {
    const received = moveEarning(booked.earning, { kind: 'received' }, t0)
    if (!received.ok) throw new Error('refused')
    const kinds = auditLedger([received.value.earning], received.value.movements).map((f) => f.kind)
    expect(kinds).toContain('gap')
  })
})

test('each row of a statement says why', () => {
  const at = (days: number) => later(t0, days * DAY)
  const line = (n: number) => ({
    id: `ern_${n}` as EarningId,
    leaderId: wang,
    orderId: `ord_${n}` as OrderId,
    lineId: `oln_${n}` as OrderLineId,
    paidFen: fen(4809),
    rateBp: 800,
    isOwnPurchase: n === 9,
  })
  const books: Books = { rows: new Map(), movements: [] }
  const go = (n: number, ...steps: [EarningEvent, number][]) => {
    record(books, bookEarning(estimate(line(n), t0)))
    for (const [event, days] of steps) {
      const row = books.rows.get(`ern_${n}` as EarningId)
      const moved = row && moveEarning(row, event, at(days))
      if (!moved?.ok) throw new Error(`refused: ${n} ${event.kind}`)
      record(books, moved.value)
    }
  }
  const received: [EarningEvent, number] = [{ kind: 'received' }, 1]
  const released: [EarningEvent, number] = [{ kind: 'released' }, 8]
  const sent: [EarningEvent, number] = [{ kind: 'sent', transferId: 'trf_1' as TransferId }, 9]
  go(1)
  go(2, received)
  go(3, received, [{ kind: 'after-sale-opened' }, 2])
  go(4, received, released)
  go(5, received, released, sent, [{ kind: 'confirm-asked' }, 9])
  go(
    6,
    received,
    released,
    sent,
    [{ kind: 'transfer-paid' }, 9],
    [{ kind: 'refunded', refundFen: fen(4809), clawBackId: 'ern_back' as EarningId }, 10],
  )
  go(7, received, released, sent, [{ kind: 'transfer-failed' }, 9])
  go(8, [{ kind: 'refunded', refundFen: fen(4809), clawBackId: 'ern_x' as EarningId }, 1])
  go(9)
  const bonus = adjust({ id: 'ern_adj' as EarningId, leaderId: wang, amountFen: fen(500), remark: '补贴车费' }, at(10))
  if (!bonus.ok) throw new Error('refused')
  record(books, bookEarning(bonus.value))

  const statement = statementOf(wang, { fromAt: t0, untilAt: at(30) }, [...books.rows.values()], books.movements)
  expect(Object.fromEntries(statement.rows.map((row) => [row.id, row.why]))).toEqual({
    ern_1: { kind: 'not-received' },
    ern_2: { kind: 'waiting', receivedAt: at(1), releaseAt: at(8) },
    ern_3: { kind: 'after-sale' },
    ern_4: { kind: 'payable' },
    ern_5: { kind: 'awaiting-confirm', untilAt: at(10) },
    ern_6: { kind: 'paid', at: at(9) },
    ern_back: { kind: 'clawed-back', ofId: 'ern_6', fromFen: 4809, toFen: 0 },
    ern_7: { kind: 'failed', at: at(9) },
    ern_8: { kind: 'refunded', at: at(1) },
    ern_9: { kind: 'own-purchase' },
    ern_adj: { kind: 'adjusted', remark: '补贴车费' },
  })
  // payable and failed rows, less what is taken back, and the adjustment
  expect(statement.payable).toEqual({ earnedFen: 770, clawedBackFen: -385, adjustedFen: 500, netFen: 885 })
  expect(statement.paidOutFen).toBe(385)
  expect(statement.rows.find((row) => row.why.kind === 'after-sale')?.releaseAt).toBeNull()
  // a later month shows what is still open, and no row that was over before
  const next = statementOf(wang, { fromAt: at(30), untilAt: at(60) }, [...books.rows.values()], books.movements)
  expect(next.rows.map((row) => row.id)).toEqual([
    'ern_1',
    'ern_2',
    'ern_3',
    'ern_4',
    'ern_5',
    'ern_back',
    'ern_7',
    'ern_adj',
  ])
})
