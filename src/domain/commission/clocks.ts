/** The clocks of commission. Business rules §6. */
import { DAY, HOUR, later, type EpochMs } from '../time'

/** The seven days in which goods may go back without a reason. */
const RELEASE_AFTER = 7 * DAY
export const releaseDate = (receivedAt: EpochMs): EpochMs => later(receivedAt, RELEASE_AFTER)

/** WeChat keeps a merchant transfer open so long for the leader's yes; then the money comes back. */
const CONFIRM_WINDOW = 24 * HOUR
export const confirmDeadline = (askedAt: EpochMs): EpochMs => later(askedAt, CONFIRM_WINDOW)

/** A touch counts so long. */
export const TOUCH_WINDOW = 7 * DAY
