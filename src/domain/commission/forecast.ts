/** What comes when: the amounts of a leader by the day on which they become payable. Business rules §6. */
import { fen, type Fen } from '../money'
import { DAY, dayStart, epochMs, type EpochMs } from '../time'
import { releaseDate } from './clocks'
import type { Earning } from './earning'

export type ForecastDay = {
  /** Start of the day in the shop's calendar. */
  readonly dayAt: EpochMs
  /** Payable already, claw-backs taken off; only on the first day. */
  readonly payableFen: Fen
  /** Certain, if nothing is returned: received, waiting for its seven days. */
  readonly accruedFen: Fen
  /** Likely: not received yet, dated by how long this leader's neighbours usually take. */
  readonly estimatedFen: Fen
}

export type Forecast = { readonly days: readonly ForecastDay[]; readonly heldFen: Fen }

/** Days that have something, today first and always there. `usualMs`: from payment to receipt, by experience. */
export const forecast = (earnings: readonly Earning[], usualMs: number, now: EpochMs): Forecast => {
  const today = dayStart(now)
  const days = new Map([[today, { payableFen: 0, accruedFen: 0, estimatedFen: 0 }]])
  let heldFen = 0
  const add = (at: EpochMs, field: 'payableFen' | 'accruedFen' | 'estimatedFen', amountFen: Fen): void => {
    const dayAt = epochMs(Math.max(today, dayStart(at)))
    const day = days.get(dayAt) ?? { payableFen: 0, accruedFen: 0, estimatedFen: 0 }
    days.set(dayAt, { ...day, [field]: day[field] + amountFen })
  }
  for (const { state, amountFen, bookedAt, releaseAt } of earnings) {
    if (state === 'payable' || state === 'failed') add(now, 'payableFen', amountFen)
    if (state === 'held') heldFen += amountFen
    if (state === 'accrued') add(releaseAt ?? now, 'accruedFen', amountFen)
    // who is later than usual will come tomorrow at the earliest: the estimate moves on, it never lies in the past
    if (state === 'estimated')
      add(releaseDate(epochMs(Math.max(bookedAt + usualMs, now + DAY))), 'estimatedFen', amountFen)
  }
  const sorted = [...days].sort(([a], [b]) => a - b)
  return { days: sorted.map(([dayAt, day]) => dayOf(dayAt, day)), heldFen: fen(heldFen) }
}

const dayOf = (dayAt: EpochMs, day: { payableFen: number; accruedFen: number; estimatedFen: number }): ForecastDay => ({
  dayAt,
  payableFen: fen(day.payableFen),
  accruedFen: fen(day.accruedFen),
  estimatedFen: fen(day.estimatedFen),
})
