/** A draft assist campaign, as the linter and the writer of its rules see it. */
import type { CouponTerms } from '../coupon/terms'
import type { Validity } from '../coupon/template'

export type RewardDraft = Pick<CouponTerms, 'offer' | 'thresholdFen'> & {
  readonly name: string
  readonly validity: Validity
}

export type AssistDraft = {
  readonly name: string
  /** All rules in full, one sentence a line, shown before anything happens. */
  readonly ruleText: string
  /** The words on the card in the chat. */
  readonly shareTitle: string
  readonly helpers: number
  readonly lifeMs: number
  /** Owner's coupons. */
  readonly budget: number
  readonly startsPerHour: number
  /** `drawn` is what imported or older campaigns may bring; it can't be published. */
  readonly reward: ({ readonly kind: 'fixed' } & RewardDraft) | { readonly kind: 'drawn' }
  readonly helperReward: (RewardDraft & { readonly budget: number }) | null
  /** An ordinary coupon that can be had without friends. */
  readonly instead: RewardDraft | null
  readonly issues: 'at-once' | 'later'
  readonly shareButton: 'static' | 'animated'
  readonly hasTimeline: boolean
}

export type DraftField = keyof AssistDraft
export type TextField = 'name' | 'ruleText' | 'shareTitle'
