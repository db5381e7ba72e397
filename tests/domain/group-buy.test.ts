import * as fc from 'fast-check'
import { groupActs, type GroupAct } from '@/domain/group-buy/acts'
import { canMoveGroup, canMoveSeat, groupMoves, type GroupState, type SeatState } from '@/domain/group-buy/group'
import { refundExpectedBy } from '@/domain/group-buy/refund-by'
import { endSeats, leaveSeat, paySeat, releaseSeat, reserveSeat, type SeatCounts } from '@/domain/group-buy/seats'
import {
  nextNth,
  whyNotJoin,
  whyNotOpen,
  type HeldSeat,
  type JoinableGroup,
  type PartFacts,
} from '@/domain/group-buy/take-part'
import type { GroupId, OrderId } from '@/domain/ids'
import { DAY, dayText, epochMs, HOUR, MINUTE } from '@/domain/time'

const t0 = epochMs(Date.UTC(2026, 10, 22, 2))
const later = (ms: number) => epochMs(t0 + ms)
const id = 'grp_00000000000000000001' as GroupId

const part = (
  over: Partial<PartFacts['campaign']> & { left?: number; seats?: readonly HeldSeat[] } = {},
): PartFacts => {
  const { left = 9, seats = [], ...campaign } = over
  return {
    campaign: { status: 'live', startsAt: later(-DAY), endsAt: later(DAY), perPerson: 1, mostPieces: 2, ...campaign },
    left,
    seats,
  }
}
const group = (over: Partial<JoinableGroup> = {}): JoinableGroup => ({
  id,
  state: 'open',
  size: 3,
  minSize: null,
  reserved: 0,
  confirmed: 1,
  deadlineAt: later(HOUR),
  freesAt: null,
  ...over,
})
const seat = (over: Partial<HeldSeat> = {}): HeldSeat => ({
  groupId: 'grp_00000000000000000002' as GroupId,
  orderId: 'ord_00000000000000000001' as OrderId,
  state: 'confirmed',
  nth: 1,
  ...over,
})

describe('who may take part', () => {
  test.each([
    ['an open group with a free seat', group(), part(), 1, null],
    ['a group that is full', group({ state: 'full', confirmed: 3 }), part(), 1, 'group.over'],
    ['a group past its deadline that the clock has not ended yet', group({ deadlineAt: t0 }), part(), 1, 'group.over'],
    ['a group whose seats are all somebody’s', group({ confirmed: 2, reserved: 1 }), part(), 1, 'group.full'],
    ['one’s own group', group(), part({ seats: [seat({ groupId: id })] }), 1, 'group.already-in'],
    ['a second group where one is allowed', group(), part({ seats: [seat()] }), 1, 'group.limit-reached'],
    ['a second group where two are allowed', group(), part({ seats: [seat()], perPerson: 2 }), 1, null],
    ['more pieces than one may take', group(), part(), 3, 'group.pieces'],
    ['more pieces than are left', group(), part({ left: 1 }), 2, 'group.sold-out'],
    ['a group of a campaign that is paused', group(), part({ status: 'paused' }), 1, null],
  ] as const)('%s', (_name, g, facts, pieces, code) => {
    expect(whyNotJoin(g, facts, pieces, t0)?.code ?? null).toBe(code)
  })

  test('a full group says when a kept seat may come free, and nothing where all are paid', () => {
    const freesAt = later(5 * MINUTE)
    expect(whyNotJoin(group({ confirmed: 2, reserved: 1, freesAt }), part(), 1, t0)).toEqual({
      code: 'group.full',
      freesAt,
    })
    expect(whyNotJoin(group({ confirmed: 3, freesAt }), part(), 1, t0)).toEqual({ code: 'group.full', freesAt: null })
  })

  test.each([
    ['running', {}, null],
    ['not begun', { startsAt: later(1) }, 'campaign.over'],
    ['over', { endsAt: t0 }, 'campaign.over'],
    ['paused', { status: 'paused' }, 'campaign.over'],
    ['a draft', { status: 'draft' }, 'campaign.over'],
  ] as const)('a campaign that is %s', (_name, over, code) => {
    expect(whyNotOpen(part(over), 1, t0)?.code ?? null).toBe(code)
  })

  test('two parts of one person never share a number', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 20 })), (taken) => {
        const nth = nextNth(taken.map((n) => ({ nth: n })))
        expect(taken).not.toContain(nth)
        expect(nth).toBeLessThanOrEqual(taken.length + 1)
      }),
    )
  })
})

test.each<[string, JoinableGroup, PartFacts, SeatState | null, readonly GroupAct[]]>([
  ['a stranger before an open group', group(), part(), null, ['join', 'open-own']],
  ['a stranger before a full group', group({ state: 'full', confirmed: 3 }), part(), null, ['open-own']],
  ['a stranger after the campaign', group({ state: 'expired' }), part({ status: 'ended' }), null, []],
  [
    'who is paying',
    group({ reserved: 1 }),
    part({ seats: [seat({ groupId: id })] }),
    'reserved',
    ['pay', 'leave', 'see-order'],
  ],
  ['who is in it', group(), part({ seats: [seat({ groupId: id })] }), 'confirmed', ['invite', 'leave', 'see-order']],
  [
    'who is in a full one',
    group({ state: 'full' }),
    part({ seats: [seat({ groupId: id })] }),
    'confirmed',
    ['see-order'],
  ],
  [
    'who lost the seat',
    group({ state: 'full' }),
    part({ seats: [seat({ groupId: id })] }),
    'lost',
    ['choose', 'see-order'],
  ],
  ['who has left', group(), part(), 'left', ['join', 'open-own', 'see-order']],
  ['who did not pay in time', group(), part(), 'released', ['join', 'open-own']],
  ['who had all their parts', group(), part({ seats: [seat()] }), null, []],
  [
    'a member past the deadline',
    group({ deadlineAt: t0 }),
    part({ seats: [seat({ groupId: id })] }),
    'confirmed',
    ['leave', 'see-order'],
  ],
])('what may be done by %s', (_name, g, facts, own, acts) => {
  expect(groupActs(g, facts, own, t0)).toEqual(acts)
})

test('money is back at the latest at the end of the third working day', () => {
  const by = (month: number, day: number) => dayText(refundExpectedBy(epochMs(Date.UTC(2026, month - 1, day, 2))))
  expect(by(11, 23)).toBe('2026-11-26') // Monday
  expect(by(11, 26)).toBe('2026-12-01') // Thursday: over the weekend
  expect(by(11, 22)).toBe('2026-11-25') // Sunday
})

test('nothing leads out of the ends of a group', () => {
  for (const end of ['refunded', 'fulfilled', 'dropped'] as const) expect(groupMoves[end]).toEqual([])
})

/** A small town: groups of one campaign, orders with a seat each, money. Everything moves by the pure rules only. */
type Order = { seat: SeatState; group: number; paid: boolean; refunds: number; isFulfilling: boolean }
type Town = { groups: SeatCounts[]; orders: Order[] }

const commands = {
  open: fc.record({ act: fc.constant('open' as const) }),
  join: fc.record({ act: fc.constant('join' as const), group: fc.nat(9) }),
  pay: fc.record({ act: fc.constant('pay' as const), order: fc.nat(40) }),
  lapse: fc.record({ act: fc.constant('lapse' as const), order: fc.nat(40) }),
  payLate: fc.record({ act: fc.constant('pay-late' as const), order: fc.nat(40) }),
  leave: fc.record({ act: fc.constant('leave' as const), order: fc.nat(40) }),
  end: fc.record({ act: fc.constant('end' as const), group: fc.nat(9) }),
  chooseJoin: fc.record({ act: fc.constant('choose-join' as const), order: fc.nat(40), group: fc.nat(9) }),
  chooseOpen: fc.record({ act: fc.constant('choose-open' as const), order: fc.nat(40) }),
  undecided: fc.record({ act: fc.constant('undecided' as const), order: fc.nat(40) }),
}
const anyCommand = fc.oneof(
  ...[commands.join, commands.join, commands.pay, commands.pay, commands.pay],
  ...Object.values(commands),
)
type Command = typeof anyCommand extends fc.Arbitrary<infer C> ? C : never

const newGroup = (size: number, minSize: number | null): SeatCounts => ({
  state: 'forming',
  size,
  minSize,
  reserved: 1,
  confirmed: 0,
})

const run = (town: Town, command: Command, size: number, minSize: number | null): void => {
  const setGroup = (n: number, next: SeatCounts) => {
    const before = town.groups[n] as SeatCounts
    if (before.state !== next.state)
      expect([before.state, next.state, canMoveGroup(before.state, next.state)][2]).toBe(true)
    town.groups[n] = next
    if (next.state === 'full' && before.state !== 'full')
      for (const o of town.orders) if (o.group === n && o.seat === 'confirmed') o.isFulfilling = true
  }
  const setSeat = (o: Order, next: SeatState) => {
    expect(canMoveSeat(o.seat, next)).toBe(true)
    o.seat = next
  }
  const order = 'order' in command ? town.orders[command.order % Math.max(1, town.orders.length)] : undefined
  const groupOf = (o: Order) => town.groups[o.group] as SeatCounts
  const arrive = (o: Order, from: 'reserved' | 'released') => {
    const { seat: outcome, group: next } = paySeat(groupOf(o), from)
    o.paid = true
    setSeat(o, outcome)
    setGroup(o.group, next)
  }
  switch (command.act) {
    case 'open':
      town.groups.push(newGroup(size, minSize))
      town.orders.push({
        seat: 'reserved',
        group: town.groups.length - 1,
        paid: false,
        refunds: 0,
        isFulfilling: false,
      })
      return
    case 'join': {
      const n = command.group % Math.max(1, town.groups.length)
      const next = town.groups[n] && reserveSeat(town.groups[n])
      if (!next) return
      setGroup(n, next)
      town.orders.push({ seat: 'reserved', group: n, paid: false, refunds: 0, isFulfilling: false })
      return
    }
    case 'pay':
      if (order?.seat === 'reserved') arrive(order, 'reserved')
      return
    case 'pay-late':
      if (order?.seat === 'released' && !order.paid) arrive(order, 'released')
      return
    case 'lapse':
      if (order?.seat !== 'reserved') return
      setSeat(order, 'released')
      return setGroup(order.group, releaseSeat(groupOf(order)))
    case 'leave':
      if (order?.seat !== 'confirmed' || groupOf(order).state !== 'open') return
      setSeat(order, 'left')
      order.refunds++
      return setGroup(order.group, leaveSeat(groupOf(order)))
    case 'end': {
      const n = command.group % Math.max(1, town.groups.length)
      if (town.groups[n]?.state !== 'open') return
      const next = endSeats(town.groups[n])
      setGroup(n, next)
      if (next.state !== 'expired') return
      for (const o of town.orders)
        if (o.group === n && o.seat === 'confirmed') {
          setSeat(o, 'refunded')
          o.refunds++
        }
      return
    }
    case 'choose-join': {
      const n = command.group % Math.max(1, town.groups.length)
      if (order?.seat !== 'lost' || !town.groups[n]) return
      const { seat: outcome, group: next } = paySeat(town.groups[n], 'lost')
      if (outcome === 'lost') return
      order.group = n
      setSeat(order, 'confirmed')
      return setGroup(n, next)
    }
    case 'choose-open': {
      if (order?.seat !== 'lost') return
      town.groups.push(newGroup(size, minSize))
      order.group = town.groups.length - 1
      setSeat(order, 'confirmed')
      return setGroup(order.group, paySeat(groupOf(order), 'reserved').group)
    }
    case 'undecided':
      if (order?.seat !== 'lost') return
      setSeat(order, 'refunded')
      order.refunds++
      return
    default:
      return command satisfies never
  }
}

const expectOrder = ({ groups, orders }: Town): void => {
  groups.forEach((g, n) => {
    const seats = orders.filter((o) => o.group === n)
    const count = (state: SeatState) => seats.filter((o) => o.seat === state).length
    expect(g.reserved).toBe(count('reserved'))
    // an ended group remembers how far it came
    const isOver = (['expired', 'refunded'] as GroupState[]).includes(g.state)
    if (!isOver) expect(g.confirmed).toBe(count('confirmed'))
    expect(g.reserved).toBeGreaterThanOrEqual(0)
    expect(count('confirmed')).toBeLessThanOrEqual(g.size)
    expect(g.reserved + g.confirmed).toBeLessThanOrEqual(g.size)
    if (isOver) expect(count('confirmed')).toBe(0)
    if (g.state === 'full') expect(g.confirmed).toBeGreaterThanOrEqual(g.minSize ?? g.size)
    if (g.state === 'open') expect(g.confirmed).toBeGreaterThan(0)
  })
  for (const o of orders) {
    const state = groups[o.group]?.state
    expect(o.isFulfilling).toBe(o.seat === 'confirmed' && state === 'full')
    // money is in a group, waits for a choice, or has gone back: exactly one of the three
    const places = [o.seat === 'confirmed', o.seat === 'lost', o.refunds === 1].filter(Boolean).length
    expect(places).toBe(o.paid ? 1 : 0)
    expect(o.refunds).toBeLessThanOrEqual(1)
  }
}

test('whatever happens in which order: never too many, nothing ships before full, every fen is somewhere exactly once', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 5 }),
      fc.option(fc.integer({ min: 2, max: 4 })),
      fc.array(anyCommand, { maxLength: 80 }),
      (size, wanted, script) => {
        const minSize = wanted !== null && wanted < size ? wanted : null
        const town: Town = { groups: [], orders: [] }
        for (const command of [{ act: 'open' as const }, ...script]) {
          run(town, command, size, minSize)
          expectOrder(town)
        }
      },
    ),
    { numRuns: 400 },
  )
})
