/** When the shop keeps still: at night, after enough for one day, and with offers for a week. */
import { DAY, dayStart, HOUR, later, type EpochMs } from '../time'
import { natureOf, type MessageKind } from './kinds'

/** From ten in the evening to eight in the morning nobody's phone lights up, unless waiting would cost them something. */
const QUIET_FROM = 22 * HOUR
const QUIET_UNTIL = 8 * HOUR

/** The earliest instant from `now` on at which a message of this kind may go out. */
export const awakeAt = (kind: MessageKind, now: EpochMs): EpochMs => {
  if (natureOf[kind].pace === 'now') return now
  const today = dayStart(now)
  if (now - today < QUIET_UNTIL) return later(today, QUIET_UNTIL)
  return now - today < QUIET_FROM ? now : later(today, DAY + QUIET_UNTIL)
}

/** Messages of a day that may wait, and offers of seven days (rules §11). */
const MOST_A_DAY = 4
const MOST_OFFERS = 1
const OFFER_DAYS = 7 * DAY

export type Sent = { readonly kind: MessageKind; readonly at: EpochMs }

/** How far back `hasHeardEnough` looks. */
export const heardSince = (now: EpochMs): EpochMs => later(now, -OFFER_DAYS)

/** Whether one more would be too much; what can't wait always goes out. `sent` are the member's of the last seven days. */
export const hasHeardEnough = (kind: MessageKind, sent: readonly Sent[], now: EpochMs): boolean => {
  const { pace } = natureOf[kind]
  if (pace === 'now') return false
  const offers = sent.filter((one) => natureOf[one.kind].pace === 'offer' && one.at > heardSince(now))
  if (pace === 'offer' && offers.length >= MOST_OFFERS) return true
  return sent.filter((one) => one.at >= dayStart(now)).length >= MOST_A_DAY
}
