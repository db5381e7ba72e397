/** What is wrong with a draft before it may go live, field by field. */
import type { Fen } from '../money'
import type { EpochMs } from '../time'
import type { CouponTemplate } from './template'
import type { CouponTerms } from './terms'

export type TermsFault =
  | { code: 'off.range'; least: number; most: number }
  /** `offFen` would be the whole of what is paid at the threshold. */
  | { code: 'threshold.below-off'; offFen: Fen }
  | { code: 'cap.missing' }
  | { code: 'scope.empty' }

export type TemplateFault =
  | TermsFault
  | { code: 'name.empty' }
  | { code: 'dates.backwards' }
  | { code: 'dates.past'; untilAt: EpochMs }
  | { code: 'days.range'; least: number; most: number }
  | { code: 'budget.empty' }
  | { code: 'per-person.above-budget'; budget: number }
  /** Nobody could claim it any more when it begins to be valid, or it would be dead at the claim. */
  | { code: 'claim.after-validity'; untilAt: EpochMs }

/** 0.1 折 to 9.9 折. */
const RATE = { least: 100, most: 9_900 } as const
const DAYS = { least: 1, most: 365 } as const

export const termsFaults = ({ offer, thresholdFen, scope }: CouponTerms): TermsFault[] => {
  const faults: TermsFault[] = []
  if (offer.kind === 'amount') {
    if (offer.offFen <= 0) faults.push({ code: 'off.range', least: 1, most: Number.MAX_SAFE_INTEGER })
    if (thresholdFen > 0 && offer.offFen >= thresholdFen)
      faults.push({ code: 'threshold.below-off', offFen: offer.offFen })
  }
  if (offer.kind === 'percent') {
    if (offer.offBp < RATE.least || offer.offBp > RATE.most) faults.push({ code: 'off.range', ...RATE })
    if (offer.capFen <= 0) faults.push({ code: 'cap.missing' })
  }
  if (offer.kind === 'delivery' && offer.offFen !== null && offer.offFen <= 0)
    faults.push({ code: 'off.range', least: 1, most: Number.MAX_SAFE_INTEGER })
  if (scope.kind !== 'all' && scope.ids.length === 0) faults.push({ code: 'scope.empty' })
  return faults
}

export const templateFaults = (draft: CouponTemplate, now: EpochMs): TemplateFault[] => {
  const faults: TemplateFault[] = termsFaults(draft)
  const { validity, claimFromAt, claimUntilAt } = draft
  if (draft.name.trim() === '') faults.push({ code: 'name.empty' })
  if (draft.budget < 1) faults.push({ code: 'budget.empty' })
  if (draft.budget > 0 && draft.perPerson > draft.budget)
    faults.push({ code: 'per-person.above-budget', budget: draft.budget })
  if (claimFromAt !== null && claimUntilAt !== null && claimUntilAt <= claimFromAt)
    faults.push({ code: 'dates.backwards' })
  if (validity.kind === 'days') {
    if (validity.days < DAYS.least || validity.days > DAYS.most) faults.push({ code: 'days.range', ...DAYS })
    return faults
  }
  if (validity.untilAt <= validity.fromAt) faults.push({ code: 'dates.backwards' })
  if (validity.untilAt <= now) faults.push({ code: 'dates.past', untilAt: validity.untilAt })
  const lastClaim = claimUntilAt ?? claimFromAt
  if (lastClaim !== null && lastClaim > validity.untilAt)
    faults.push({ code: 'claim.after-validity', untilAt: validity.untilAt })
  return faults
}
