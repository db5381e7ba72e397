/** Whether a friend's tap counts, and what it brings about. Unique keys on card, campaign and day are the last guards behind it. */
import type { MemberId } from '../ids'
import { ok, refuse, type Result } from '../result'
import type { EpochMs } from '../time'
import { isRisky, type CampaignFacts } from './campaign'
import { isCollecting, type CardState } from './card'

/** Helps one person may give in a day of the shop, over all campaigns. */
export const HELPS_A_DAY = 3
/** Taps of one person in an hour, those included that were refused: nobody gets here by hand. */
const TRIES_AN_HOUR = 20

export type HelpFacts = {
  readonly campaign: CampaignFacts
  readonly card: {
    readonly ownerId: MemberId
    readonly state: CardState
    readonly helpers: number
    readonly helped: number
    readonly deadlineAt: EpochMs
  }
  readonly friend: {
    readonly id: MemberId
    /** On this card or another of the same campaign. */
    readonly hasHelped: boolean
    readonly helpsToday: number
    readonly triesThisHour: number
    readonly riskRank: number | null
  }
  /** The helper's own coupon: null = the campaign has none; else whether it can still be given. */
  readonly helperCoupon: { readonly left: number; readonly mine: number; readonly perPerson: number } | null
}

export type HelpNo =
  | { code: 'assist.own-card' }
  | { code: 'assist.already-helped' }
  | { code: 'assist.unlocked' }
  | { code: 'assist.over' }
  | { code: 'assist.paused' }
  | { code: 'assist.day-limit'; limit: number }
  | { code: 'assist.sold-out' }
  | { code: 'assist.not-now' }

export type Help = {
  readonly helped: number
  readonly missing: number
  /** This tap is the last one needed: exactly one coupon is issued with it. */
  readonly unlocks: boolean
  /** The friend gets a coupon of their own. Without one left the help still counts: it was asked for a friend. */
  readonly givesHelperCoupon: boolean
}

/** Who it is comes first, so that a second tap is drawn as progress and not as an error; what is only for machines comes last. */
export const decideHelp = ({ campaign, card, friend, helperCoupon }: HelpFacts, now: EpochMs): Result<Help, HelpNo> => {
  if (friend.id === card.ownerId) return refuse({ code: 'assist.own-card' })
  if (friend.hasHelped) return refuse({ code: 'assist.already-helped' })
  if (card.state === 'unlocked') return refuse({ code: 'assist.unlocked' })
  if (!isCollecting(card, now)) return refuse({ code: 'assist.over' })
  if (campaign.isStopped || campaign.status === 'paused') return refuse({ code: 'assist.paused' })
  if (campaign.left <= 0) return refuse({ code: 'assist.sold-out' })
  if (friend.helpsToday >= HELPS_A_DAY) return refuse({ code: 'assist.day-limit', limit: HELPS_A_DAY })
  if (isRisky(friend.riskRank) || friend.triesThisHour >= TRIES_AN_HOUR) return refuse({ code: 'assist.not-now' })
  const helped = card.helped + 1
  return ok({
    helped,
    missing: Math.max(0, card.helpers - helped),
    unlocks: helped >= card.helpers,
    givesHelperCoupon: helperCoupon !== null && helperCoupon.left > 0 && helperCoupon.mine < helperCoupon.perPerson,
  })
}
