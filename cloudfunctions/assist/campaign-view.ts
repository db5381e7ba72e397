/** A campaign as it is shown, and as the rules see it. */
import type { AssistCampaignView, AssistReward } from '@/contract/assist'
import type { CampaignFacts } from '@/domain/assist/campaign'
import { validityFrom, type Validity } from '@/domain/coupon/template'
import { epochMs, MINUTE, type EpochMs } from '@/domain/time'
import { faceOf } from '../coupon/coupon-view'
import type { CampaignRow, TemplateRow } from './campaign-json.sql'

/** More is told to nobody: it says no more than "plenty". */
const MOST_LEFT = 999

export const validityOf = ({ id, validDays, validFromAt, validUntilAt }: TemplateRow): Validity => {
  if (validDays !== null) return { kind: 'days', days: validDays }
  if (validUntilAt === null) throw new Error(`coupon template ${id} is never valid`)
  return { kind: 'dates', fromAt: epochMs(validFromAt ?? 0), untilAt: epochMs(validUntilAt) }
}

/** Coupons of a template that can still be handed out. */
export const leftOf = (template: TemplateRow, now: EpochMs): number =>
  template.status === 'live' && validityFrom(validityOf(template), now).expiresAt > now ? Math.max(0, template.left) : 0

/** What is left of the campaign is also bounded by what is left of its coupon. */
export const campaignFacts = (row: CampaignRow, now: EpochMs): CampaignFacts => ({
  status: row.status,
  isStopped: row.isStopped,
  startsAt: epochMs(row.startsAt),
  endsAt: epochMs(row.endsAt),
  helpers: row.helpers,
  lifeMs: row.lifeMinutes * MINUTE,
  left: Math.min(row.left, leftOf(row.reward, now)),
  startsPerHour: row.startsPerHour,
})

const rewardView = (template: TemplateRow): AssistReward => {
  const validity = validityOf(template)
  return {
    ...faceOf(template.name, template.terms, template.scopeNames),
    validity: validity.kind === 'days' ? validity : { kind: 'dates', untilAt: validity.untilAt },
  }
}

const canHave = (template: TemplateRow, now: EpochMs): boolean =>
  leftOf(template, now) > 0 && template.mine < template.perPerson

const isToClaim = (template: TemplateRow, now: EpochMs): boolean =>
  template.isClaimable && (template.claimUntilAt === null || now < template.claimUntilAt) && canHave(template, now)

/** `isBusy`: this hour's starts are used up. */
export const campaignView = (row: CampaignRow, now: EpochMs, isBusy = false): AssistCampaignView => {
  const { left, startsAt, endsAt, lifeMs } = campaignFacts(row, now)
  const { helperReward, instead } = row
  const isOn = row.status === 'live' && startsAt <= now && now < endsAt
  return {
    id: row.id,
    name: row.name,
    shareTitle: row.shareTitle,
    reward: rewardView(row.reward),
    helperReward: helperReward && canHave(helperReward, now) ? rewardView(helperReward) : null,
    instead: instead && isToClaim(instead, now) ? { ...rewardView(instead), templateId: instead.id } : null,
    helpers: row.helpers,
    lifeMs,
    left: Math.min(left, MOST_LEFT),
    endsAt,
    rules: row.rules,
    closed:
      row.isStopped || row.status === 'paused'
        ? 'paused'
        : !isOn
          ? 'ended'
          : left <= 0
            ? 'sold-out'
            : isBusy
              ? 'busy'
              : null,
  }
}
