/** What a decision about a card needs to know of its campaign. */
import type { EpochMs } from '../time'

export type CampaignFacts = {
  readonly status: 'draft' | 'live' | 'paused' | 'ended'
  /** The store's kill switch: stops all campaigns at once. */
  readonly isStopped: boolean
  readonly startsAt: EpochMs
  readonly endsAt: EpochMs
  readonly helpers: number
  readonly lifeMs: number
  /** Owner's coupons left of the budget; reserved at the unlocking, not at the start. */
  readonly left: number
  readonly startsPerHour: number
}

/** WeChat's rank of 0–4 for who is likely to abuse promotions (`riskControl.getUserRiskRank`, scene 1). */
const RISKY_RANK = 3

/** No answer from WeChat is no reason to refuse a friend: keys, daily limit and budget still hold. */
export const isRisky = (rank: number | null): boolean => rank !== null && rank >= RISKY_RANK
