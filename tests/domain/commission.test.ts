import { commissionFor, exactMicroYuan, isLawfulRate, RATE_LIMIT, rateFor } from '@/domain/commission/amount'
import { attribute, type AttributionFacts, type Touch } from '@/domain/commission/attribution'
import { confirmDeadline, releaseDate } from '@/domain/commission/clocks'
import { adjust, canMoveEarning, estimate, type Earning, type PaidOrderLine } from '@/domain/commission/earning'
import { forecast } from '@/domain/commission/forecast'
import { bookEarning, moveEarning, type EarningEvent, type Moved } from '@/domain/commission/move-earning'
import { monthPeriod } from '@/domain/commission/period'
import type { LeaderState } from '@/domain/community/leader'
import type { CommunityId, EarningId, MemberId, OrderId, OrderLineId, SaleId, TransferId } from '@/domain/ids'
import { fen } from '@/domain/money'
import { DAY, dayStart, dayText, epochMs, HOUR, later, type EpochMs } from '@/domain/time'

const t0 = epochMs(1_800_000_000_000)
const wang = 'mem_wang' as MemberId
const chen = 'mem_chen' as MemberId
const buyer = 'mem_buyer' as MemberId
const code = (result: { ok: boolean; refusal?: { code: string }; value?: unknown }) =>
  result.ok ? result.value : result.refusal?.code

describe('what a line earns', () => {
  test.each([
    [4809, 800, 385],
    [1191, 800, 95],
    [7160, 800, 573],
    [3792, 800, 303],
    [5040, 800, 403],
    [125, 400, 5],
    [124, 400, 5],
    [112, 400, 4],
    [0, 800, 0],
  ])('%i fen at %i bp is %i fen', (base, rate, amount) => {
    expect(commissionFor(fen(base), rate)).toBe(amount)
  })

  test('the screen can show what was rounded', () => {
    expect(exactMicroYuan(fen(4809), 800)).toBe(3_847_200)
  })

  test('the nearest agreement sets the rate', () => {
    expect(rateFor({ storeBp: 800, leaderBp: null, productBp: null })).toBe(800)
    expect(rateFor({ storeBp: 800, leaderBp: 1000, productBp: null })).toBe(1000)
    expect(rateFor({ storeBp: 800, leaderBp: 1000, productBp: 0 })).toBe(0)
    expect([RATE_LIMIT.least, RATE_LIMIT.most, RATE_LIMIT.most + 1, -1, 8.5].map(isLawfulRate)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
  })
})

describe('who earns', () => {
  const touch = (leaderId: MemberId, daysAgo: number): Touch => ({
    at: later(t0, -daysAgo * DAY),
    leaderId,
    via: { kind: 'community', communityId: 'com_here' as CommunityId },
  })
  const facts = (touches: Touch[], over: Partial<AttributionFacts> = {}): AttributionFacts => ({
    buyerId: buyer,
    orderedAt: t0,
    sale: null,
    touches,
    leaders: new Map<MemberId, LeaderState>([
      [wang, 'approved'],
      [chen, 'approved'],
    ]),
    ...over,
  })
  const winner = (given: AttributionFacts) => {
    const found = attribute(given)
    return found.kind === 'none' ? 'none' : `${found.kind} ${found.leaderId}`
  }
  const sale = { saleId: 'sal_1' as SaleId, leaderId: chen }

  test.each([
    ['nobody without a touch', facts([]), 'none'],
    ['the last touch', facts([touch(wang, 3), touch(chen, 1), touch(wang, 5)]), 'touch mem_chen'],
    ['up to the seventh day', facts([touch(wang, 7)]), 'touch mem_wang'],
    ['not after it', facts([touch(wang, 7.001)]), 'none'],
    ['not from a touch after the order', facts([touch(wang, -1)]), 'none'],
    ['the leader of the sale, whoever was seen before', facts([touch(wang, 0)], { sale }), 'sale mem_chen'],
    ['nobody for their own purchase', facts([touch(wang, 1)], { buyerId: wang }), 'own-purchase mem_wang'],
    [
      'nor an earlier leader for it',
      facts([touch(chen, 2), touch(wang, 1)], { buyerId: wang }),
      'own-purchase mem_wang',
    ],
    ['nobody in their own sale', facts([touch(wang, 1)], { sale, buyerId: chen }), 'own-purchase mem_chen'],
    ['nobody who only shares', facts([touch('mem_friend' as MemberId, 1)]), 'none'],
    [
      'and a friend who shares takes nothing from a leader',
      facts([touch(wang, 2), touch('mem_friend' as MemberId, 1)]),
      'touch mem_wang',
    ],
    ['nobody who is suspended', facts([touch(wang, 1)], { leaders: new Map([[wang, 'suspended']]) }), 'none'],
  ] as const)('%s', (_name, given, answer) => {
    expect(winner(given)).toBe(answer)
  })
})

const aLine = (over: Partial<PaidOrderLine> = {}): PaidOrderLine => ({
  id: 'ern_1' as EarningId,
  leaderId: wang,
  orderId: 'ord_1' as OrderId,
  lineId: 'oln_1' as OrderLineId,
  paidFen: fen(4809),
  rateBp: 800,
  isOwnPurchase: false,
  ...over,
})
type Step = [EarningEvent, number]
const backId = 'ern_back' as EarningId
const refunded = (refundFen: number): EarningEvent => ({
  kind: 'refunded',
  refundFen: fen(refundFen),
  clawBackId: backId,
})
const sent: EarningEvent = { kind: 'sent', transferId: 'trf_1' as TransferId }

/** Walks a row through events at so many days after payment; a refusal fails the test. */
const walk = (steps: readonly Step[], start = estimate(aLine(), t0)): Moved =>
  steps.reduce((moved: Moved, [event, days]) => {
    const next = moveEarning(moved.earning, event, later(t0, days * DAY))
    if (!next.ok) throw new Error(JSON.stringify(next.refusal))
    return next.value
  }, bookEarning(start))
const payable: Step[] = [
  [{ kind: 'received' }, 1],
  [{ kind: 'released' }, 8],
]

describe('a commission row', () => {
  test('is estimated when the order is paid, and comes seven days after receipt', () => {
    expect(estimate(aLine(), t0)).toMatchObject({ state: 'estimated', amountFen: 385, baseFen: 4809 })
    const { earning } = walk([[{ kind: 'received' }, 1]])
    expect(earning).toMatchObject({ state: 'accrued', releaseAt: releaseDate(later(t0, DAY)) })
    expect(code(moveEarning(earning, { kind: 'released' }, later(t0, 7.9 * DAY)))).toBe('earning.not-due')
    expect(walk(payable).earning.state).toBe('payable')
  })

  test("of one's own purchase is a row of nothing", () => {
    expect(estimate(aLine({ isOwnPurchase: true }), t0)).toMatchObject({ state: 'dropped', amountFen: 0, rateBp: 0 })
  })

  test('is held while an after-sale is open, and goes on where it would be', () => {
    const open: Step = [{ kind: 'after-sale-opened' }, 2]
    expect(walk([...payable.slice(0, 1), open]).earning.state).toBe('held')
    expect(walk([...payable.slice(0, 1), open, [{ kind: 'after-sale-closed' }, 3]]).earning.state).toBe('accrued')
    expect(walk([...payable.slice(0, 1), open, [{ kind: 'after-sale-closed' }, 9]]).earning.state).toBe('payable')
    expect(walk([...payable.slice(0, 1), open, open, [{ kind: 'after-sale-closed' }, 9]]).earning.state).toBe('held')
    expect(walk([...payable, open]).earning.state).toBe('held')
  })

  test('received while an after-sale is open is held at once', () => {
    expect(
      walk([
        [{ kind: 'after-sale-opened' }, 0],
        [{ kind: 'received' }, 1],
      ]).earning,
    ).toMatchObject({ state: 'held' })
  })

  test('shrinks with a refund before it is sent, and is dropped when nothing is left', () => {
    const { earning, clawBack, movements } = walk([...payable, [refunded(2405), 9]])
    expect(earning).toMatchObject({ baseFen: 2404, amountFen: 192, state: 'payable' })
    expect(clawBack).toBeNull()
    expect(movements[0]?.postings).toEqual([
      { account: 'store-expense', amountFen: 193 },
      { account: 'leader-payable', amountFen: -193 },
    ])
    expect(walk([[refunded(4809), 1]]).earning).toMatchObject({ state: 'dropped', amountFen: 0 })
  })

  test('is never edited once it is sent: a negative row stands against it', () => {
    const { earning, clawBack } = walk([...payable, [sent, 9], [{ kind: 'transfer-paid' }, 9], [refunded(4809), 12]])
    expect(earning).toMatchObject({ state: 'paid', amountFen: 385, baseFen: 4809, clawedFen: 4809 })
    expect(clawBack).toMatchObject({
      id: backId,
      kind: 'claw-back',
      state: 'payable',
      baseFen: -4809,
      amountFen: -385,
      takes: { ofId: 'ern_1', fromFen: 4809, toFen: 0 },
    })
  })

  test('once taken back from is not edited, even if its transfer lapses', () => {
    const back: Step[] = [...payable, [sent, 9], [refunded(1000), 9], [{ kind: 'lapsed' }, 10], [refunded(1000), 11]]
    const { earning, clawBack } = walk(back)
    expect(earning).toMatchObject({ state: 'payable', amountFen: 385, baseFen: 4809, clawedFen: 2000 })
    expect(clawBack).toMatchObject({ amountFen: -80, takes: { fromFen: 3809, toFen: 2809 } })
  })

  test('goes back to payable when nobody confirms within a day', () => {
    const asked = [...payable, [sent, 9], [{ kind: 'confirm-asked' }, 9]] as Step[]
    expect(walk(asked).earning).toMatchObject({ state: 'awaiting-confirm', transferId: 'trf_1' })
    expect(confirmDeadline(t0)).toBe(later(t0, 24 * HOUR))
    expect(walk([...asked, [{ kind: 'lapsed' }, 10]]).earning.state).toBe('payable')
    expect(walk([...asked, [{ kind: 'after-sale-opened' }, 9], [{ kind: 'lapsed' }, 10]]).earning.state).toBe('held')
    expect(walk([...asked, [{ kind: 'transfer-failed' }, 9], [{ kind: 'retried' }, 10]]).earning.state).toBe('payable')
  })

  test.each([
    ['a row that was paid is not sent', [...payable, [sent, 9], [{ kind: 'transfer-paid' }, 9]], sent],
    ['what was not received is not released', [], { kind: 'released' }],
    ['what is held is not sent', [...payable, [{ kind: 'after-sale-opened' }, 9]], sent],
    ['an after-sale that was never opened is not closed', [], { kind: 'after-sale-closed' }],
  ] as [string, Step[], EarningEvent][])('%s', (_name, steps, event) => {
    expect(code(moveEarning(walk(steps).earning, event, later(t0, 20 * DAY)))).toBe('earning.move')
  })

  test('more refunded than was paid is a bug', () => {
    expect(() => walk([[refunded(4810), 1]])).toThrow(RangeError)
    expect(() =>
      walk([
        [refunded(4000), 1],
        [refunded(810), 1],
      ]),
    ).toThrow(RangeError)
  })

  test('paid and dropped are the end', () => {
    expect([canMoveEarning('paid', 'payable'), canMoveEarning('dropped', 'accrued')]).toEqual([false, false])
  })

  test('an adjustment has a reason', () => {
    const adjustment = { id: 'ern_9' as EarningId, leaderId: wang, amountFen: fen(-500), remark: '多算一单' }
    expect(adjust(adjustment, t0)).toMatchObject({ value: { kind: 'adjustment', state: 'payable', amountFen: -500 } })
    expect(code(adjust({ ...adjustment, remark: ' ' }, t0))).toBe('adjustment.no-reason')
    expect(code(adjust({ ...adjustment, amountFen: fen(0) }, t0))).toBe('adjustment.nothing')
  })
})

describe('the forecast', () => {
  const row = (state: Earning['state'], amountFen: number, over: Partial<Earning> = {}): Earning => ({
    ...estimate(aLine(), t0),
    state,
    amountFen: fen(amountFen),
    ...over,
  })
  const dated = (earnings: readonly Earning[], now: EpochMs = t0) =>
    forecast(earnings, 2 * DAY, now).days.map((d) => [
      (d.dayAt - dayStart(now)) / DAY,
      d.payableFen,
      d.accruedFen,
      d.estimatedFen,
    ])

  test('dates what is certain by its release, what is likely by experience, and keeps today', () => {
    const rows = [
      row('payable', 631),
      row('payable', -286, { kind: 'claw-back' }),
      row('accrued', 573, { releaseAt: later(t0, 3 * DAY) }),
      row('estimated', 385, { bookedAt: later(t0, -DAY) }),
      row('paid', 9999),
    ]
    expect(dated(rows)).toEqual([
      [0, 345, 0, 0],
      [3, 0, 573, 0],
      [8, 0, 0, 385],
    ])
    expect(dated([])).toEqual([[0, 0, 0, 0]])
  })

  test('a neighbour who is late comes tomorrow at the earliest, what is held has no day', () => {
    const { heldFen, days } = forecast(
      [row('held', 303), row('estimated', 385, { bookedAt: later(t0, -9 * DAY) })],
      2 * DAY,
      t0,
    )
    expect(heldFen).toBe(303)
    expect(days[1]).toMatchObject({ dayAt: dayStart(later(t0, 8 * DAY)), estimatedFen: 385 })
  })
})

test("a month is the shop's month", () => {
  const { fromAt, untilAt } = monthPeriod('2026-12')
  expect([dayText(fromAt), dayText(untilAt), dayText(epochMs(untilAt - 1))]).toEqual([
    '2026-12-01',
    '2027-01-01',
    '2026-12-31',
  ])
  expect(() => monthPeriod('2026-13')).toThrow(RangeError)
})
