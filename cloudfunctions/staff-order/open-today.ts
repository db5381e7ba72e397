/** The day's board: what came in, what has to be done and by when, beside the same hours a week ago. */
import type { TodayView } from '@/contract/staff-order'
import { fen } from '@/domain/money'
import { SHIP_WINDOW } from '@/domain/order/clocks'
import { ok, type Ok } from '@/domain/result'
import { DAY, dayStart, epochMs, later, shopClock } from '@/domain/time'
import type { StaffCaller } from '../runtime/caller'
import type { Deps } from '../runtime/deps'
import { readFigures, readHours, readToday, type Figures, type TodayFacts } from './today.sql'

export const openToday = async (deps: Deps, caller: StaffCaller): Promise<Ok<TodayView>> => {
  const now = deps.now()
  const today = dayStart(now)
  const weekAgo = { from: later(today, -7 * DAY), until: later(now, -7 * DAY) }
  const scope = caller.pickupPointIds ? [...caller.pickupPointIds] : null
  const [figures, before, hours, facts] = await Promise.all([
    readFigures(deps, scope, today, now),
    readFigures(deps, scope, weekAgo.from, weekAgo.until),
    readHours(deps, scope, today),
    readToday(deps, scope, today, now),
  ])
  return ok({
    kpis: kpis(figures),
    lastWeek: kpis(before),
    todos: todosOf(facts),
    hours: hoursOf(hours, shopClock(now).hour),
    topProducts: facts.top.map((p) => ({ ...p, paidFen: fen(p.paidFen) })),
    lowStock: facts.low,
    funnel: [
      { step: 'opened', people: facts.opened },
      { step: 'carted', people: facts.carted },
      { step: 'placed', people: facts.placed },
      { step: 'paid', people: facts.paid },
    ],
    counts: { toShip: facts.ship?.orders ?? 0, deadLetters: facts.dead?.letters ?? 0 },
  })
}

const kpis = (f: Figures): TodayView['kpis'] => ({
  paidFen: fen(f.paidFen),
  paidOrders: f.paidOrders,
  averageFen: fen(f.paidOrders === 0 ? 0 : Math.round(f.paidFen / f.paidOrders)),
  newBuyers: f.newBuyers,
  refundRateBp: f.weekPaidFen === 0 ? 0 : Math.round((f.weekRefundedFen * 10_000) / f.weekPaidFen),
})

const hoursOf = (
  rows: readonly { hour: number; isToday: boolean; paidFen: number }[],
  hourNow: number,
): TodayView['hours'] => {
  const sum = (isToday: boolean, hour: number) =>
    fen(rows.find((r) => r.isToday === isToday && r.hour === hour)?.paidFen ?? 0)
  const all = Array.from({ length: 24 }, (_, hour) => hour)
  return {
    today: all.map((hour) => (hour > hourNow ? null : sum(true, hour))),
    lastWeek: all.map((hour) => sum(false, hour)),
  }
}

/** What people must do stands first, by time left; what the system does alone comes last. */
const todosOf = (facts: TodayFacts): TodayView['todos'] => {
  const clocked: TodayView['todos'][number][] = []
  if (facts.ship) {
    const endAt = epochMs(facts.ship.endAt)
    clocked.push({
      kind: 'ship',
      orders: facts.ship.orders,
      totalFen: fen(facts.ship.totalFen),
      firstOrderId: facts.ship.firstOrderId,
      startAt: later(endAt, -SHIP_WINDOW),
      endAt,
    })
  }
  for (const r of facts.ready) {
    const endAt = epochMs(r.endAt)
    clocked.push({
      kind: 'make-ready',
      orders: r.orders,
      pickupPoint: r.pickupPoint,
      startAt: later(endAt, -SHIP_WINDOW),
      endAt,
    })
  }
  clocked.sort((a, b) => ('endAt' in a && 'endAt' in b ? a.endAt - b.endAt : 0))
  const rest: TodayView['todos'][number][] = []
  if (facts.groupRefunds) {
    const { refunds, totalFen } = facts.groupRefunds
    rest.push({ kind: 'group-refund', refunds, totalFen: fen(totalFen) })
  }
  if (facts.dead) rest.push({ kind: 'dead-letter', letters: facts.dead.letters, topic: facts.dead.topic })
  const first = facts.low[0]
  if (first) rest.push({ kind: 'low-stock', skus: facts.lowCount, firstTitle: first.title })
  if (facts.retry)
    rest.push({
      kind: 'refund-retry',
      refunds: facts.retry.refunds,
      totalFen: fen(facts.retry.totalFen),
      nextTryAt: epochMs(facts.retry.nextTryAt),
    })
  return [...clocked, ...rest]
}
