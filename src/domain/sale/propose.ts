/** What a new sale starts from, so that it is written in under a minute: sensible clocks, and the goods of the one before. */
import type { Fen } from '../money'
import { fen, minFen } from '../money'
import { DAY, dayStart, epochMs, HOUR, later, MINUTE, type EpochMs } from '../time'
import type { PriceRange, SaleLine, SaleTerms } from './terms'

export type SaleClocks = Pick<SaleTerms, 'startsAt' | 'endsAt' | 'handOverFromAt' | 'handOverUntilAt'>

/** Neighbours look at the chat after supper; a sale that has less than this left is for tomorrow. */
const EVENING_END = 21 * HOUR
const LEAST_LEFT = HOUR
/** The evening of the next day: home from work, before the little ones sleep. */
const HAND_OVER = { from: 17 * HOUR + 30 * MINUTE, until: 20 * HOUR + 30 * MINUTE }

/** Begins now, ends tonight at nine or, where that is too near, tomorrow; handed over on the evening after. */
export const proposedClocks = (now: EpochMs): SaleClocks => {
  const tonight = later(dayStart(now), EVENING_END)
  const endsAt = tonight - now >= LEAST_LEFT ? tonight : later(tonight, DAY)
  const nextDay = later(dayStart(endsAt), DAY)
  return {
    startsAt: now,
    endsAt,
    handOverFromAt: later(nextDay, HAND_OVER.from),
    handOverUntilAt: later(nextDay, HAND_OVER.until),
  }
}

const WEEK = 7 * DAY

/** The same weekday and hour, by whole weeks, at least an hour from now; a beginning that is over already is now. */
export const movedOn = (earlier: SaleClocks, now: EpochMs): SaleClocks => {
  const weeks = Math.max(1, Math.ceil((now + LEAST_LEFT - earlier.endsAt) / WEEK))
  const next = (at: EpochMs): EpochMs => later(at, weeks * WEEK)
  return {
    startsAt: epochMs(Math.max(now, next(earlier.startsAt))),
    endsAt: next(earlier.endsAt),
    handOverFromAt: next(earlier.handOverFromAt),
    handOverUntilAt: next(earlier.handOverUntilAt),
  }
}

/** A line of an earlier sale at what the shop allows today; tiers that fall no further are left out. Null: not on sale any more. */
export const fitLine = (line: SaleLine, range: PriceRange | undefined): SaleLine | null => {
  if (!range?.isOn) return null
  const priceFen = clamp(line.priceFen, range)
  const tiers = line.tiers.reduce<SaleLine['tiers'][number][]>((kept, tier) => {
    const before = kept[kept.length - 1]?.priceFen ?? priceFen
    return tier.priceFen < before && tier.priceFen >= leastOf(range) ? [...kept, tier] : kept
  }, [])
  return { ...line, priceFen, tiers }
}

const leastOf = ({ floorFen }: PriceRange): Fen => fen(Math.max(1, floorFen))
const clamp = (priceFen: Fen, range: PriceRange): Fen => fen(Math.max(minFen(priceFen, range.shopFen), leastOf(range)))
