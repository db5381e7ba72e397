/** The member level: earned by what one bought in half a year, looked at once a day. */
import { fen, subtractFen, ZERO, type Fen } from '../money'
import type { Level } from '../pricing/unit-price'
import { DAY, dayStart, epochMs, type EpochMs } from '../time'

const LEVEL_WINDOW = 180 * DAY

/** `keepFen` is below `reachFen`, so that nobody loses a level over one quiet week and gets it back the next. */
export type LevelRule = { readonly level: Level; readonly reachFen: Fen; readonly keepFen: Fen }

/** Lowest first. The store may set other sums. */
const levelRules: readonly LevelRule[] = [
  { level: 'ordinary', reachFen: ZERO, keepFen: ZERO },
  { level: 'member', reachFen: fen(30_000), keepFen: fen(20_000) },
]

/** Orders completed from here on count: whole days of the shop, so that the answer is the same at any hour of the day. */
export const countsSince = (now: EpochMs): EpochMs => epochMs(dayStart(now) - LEVEL_WINDOW)

/** True where the level was not looked at today. */
export const isLevelDue = (checkedAt: EpochMs | null, now: EpochMs): boolean =>
  checkedAt === null || checkedAt < dayStart(now)

export type LevelStand = {
  readonly level: Level
  readonly isChanged: boolean
  /** What the next level takes; at the highest, what keeping it takes. */
  readonly needFen: Fen
  readonly missingFen: Fen
}

/** `spentFen`: paid for goods in orders completed within the window, refunds taken off, delivery left out. */
export const evaluateLevel = (current: Level, spentFen: Fen, rules: readonly LevelRule[] = levelRules): LevelStand => {
  const place = rules.findIndex((rule) => rule.level === current)
  const held = rules.filter((rule, at) => spentFen >= (at <= place ? rule.keepFen : rule.reachFen))
  const now = held[held.length - 1] ?? rules[0]
  const level = now?.level ?? current
  const next = rules[rules.findIndex((rule) => rule.level === level) + 1]
  const needFen = next?.reachFen ?? now?.keepFen ?? ZERO
  const missing = subtractFen(needFen, spentFen)
  return { level, isChanged: level !== current, needFen, missingFen: missing > 0 ? missing : ZERO }
}
