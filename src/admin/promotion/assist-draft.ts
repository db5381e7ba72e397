/** The assist campaign as it is being written: what the linter reads of it, its fixes, and how it goes back to the server. */
import type { CallInput } from '@/contract/index'
import type { AssistRow, TemplateRow } from '@/contract/staff-promotion'
import type { AssistDraft, RewardDraft, TextField } from '@/domain/assist/draft'
import { applyFix, lintCampaign, type Finding, type Fix } from '@/domain/assist/lint'
import { sentenceOn, type Topic } from '@/domain/assist/rule-text'
import { mostCostFen } from '@/domain/coupon/template'
import type { CouponTemplateId } from '@/domain/ids'
import { addFen, ZERO, type Fen } from '@/domain/money'
import { DAY, HOUR, later, MINUTE, type EpochMs } from '@/domain/time'
import { topicNames } from './assist-copy'

export type Draft = {
  name: string
  shareTitle: string
  ruleText: string
  helpers: number
  lifeMinutes: number
  budget: number
  startsPerHour: number
  templateId: CouponTemplateId | null
  helperTemplateId: CouponTemplateId | null
  insteadTemplateId: CouponTemplateId | null
  startsAt: EpochMs
  endsAt: EpochMs
}

/** Three friends, a day, a week from this hour on. */
export const emptyDraft = (now: EpochMs): Draft => {
  const startsAt = later(now, -(now % HOUR))
  return {
    ...{ name: '', shareTitle: '帮我点一下，一起省', ruleText: '', helpers: 3, lifeMinutes: 1440 },
    ...{ budget: 500, startsPerHour: 60, templateId: null, helperTemplateId: null, insteadTemplateId: null },
    ...{ startsAt, endsAt: later(startsAt, 7 * DAY) },
  }
}

export const draftOf = (row: AssistRow): Draft => {
  const { name, shareTitle, ruleText, helpers, lifeMs, budget, startsPerHour } = row.draft
  const { templateId, helperTemplateId, insteadTemplateId, startsAt, endsAt } = row
  return {
    ...{ name, shareTitle, ruleText, helpers, lifeMinutes: Math.round(lifeMs / MINUTE), budget, startsPerHour },
    ...{ templateId, helperTemplateId, insteadTemplateId, startsAt, endsAt },
  }
}

const find = (templates: readonly TemplateRow[], id: CouponTemplateId | null): TemplateRow | null =>
  templates.find(({ template }) => template.id === id) ?? null

const rewardOf = ({ template: { name, offer, thresholdFen, validity } }: TemplateRow): RewardDraft => ({
  ...{ name, offer, thresholdFen, validity },
})

/** As the linter reads it, here and on the server. */
export const lintable = (draft: Draft, templates: readonly TemplateRow[]): AssistDraft => {
  const { templateId, helperTemplateId, insteadTemplateId, startsAt: _, endsAt: __, lifeMinutes, ...texts } = draft
  const [reward, helper, instead] = [templateId, helperTemplateId, insteadTemplateId].map((id) => find(templates, id))
  return {
    ...texts,
    lifeMs: lifeMinutes * MINUTE,
    reward: reward ? { kind: 'fixed', ...rewardOf(reward) } : { kind: 'drawn' },
    helperReward: helper ? { ...rewardOf(helper), budget: Math.max(0, helper.burn.budget - helper.burn.issued) } : null,
    instead: instead ? rewardOf(instead) : null,
    issues: 'at-once',
    shareButton: 'static',
    hasTimeline: false,
  }
}

/** Without a coupon there is nothing to judge about the reward yet; the form says that it is missing. */
export const lint = (draft: Draft, templates: readonly TemplateRow[]): Finding[] =>
  lintCampaign(lintable(draft, templates)).filter(({ code }) => code !== 'fixed-reward' || draft.templateId !== null)

/** The draft with one finding mended. */
export const mended = (draft: Draft, fix: Fix, templates: readonly TemplateRow[]): Draft => {
  const { helpers, lifeMs, startsPerHour, name, ruleText, shareTitle } = applyFix(lintable(draft, templates), fix)
  return { ...draft, helpers, lifeMinutes: Math.round(lifeMs / MINUTE), startsPerHour, name, ruleText, shareTitle }
}

const topics = Object.keys(topicNames) as Topic[]

/** Sentences that the shop wrote follow the field they speak of, so that the rules never say two things; what a person wrote stays. */
export const followed = (before: Draft, after: Draft, templates: readonly TemplateRow[]): Draft => {
  if (before.ruleText !== after.ruleText) return after
  const [old, now] = [lintable(before, templates), lintable(after, templates)]
  const lines = after.ruleText.split('\n').map((line) => {
    const topic = topics.find((each) => sentenceOn(old, each) === line)
    return topic ? (sentenceOn(now, topic) ?? line) : line
  })
  return { ...after, ruleText: lines.join('\n') }
}

export type Part = { readonly text: string; readonly isMarked: boolean }

/** A text cut at the places that findings point at, for marking them where they stand. */
export const partsOf = (text: string, field: TextField, findings: readonly Finding[]): Part[] => {
  const places = findings
    .flatMap(({ ok, where }) => (!ok && where?.field === field ? [where] : []))
    .sort((a, b) => a.from - b.from)
  const parts: Part[] = []
  let at = 0
  for (const { from, to } of places) {
    if (to <= at) continue
    const start = Math.max(at, from)
    parts.push({ text: text.slice(at, start), isMarked: false }, { text: text.slice(start, to), isMarked: true })
    at = to
  }
  return [...parts, { text: text.slice(at), isMarked: false }].filter((part) => part.text !== '')
}

export const countChanges = (draft: Draft, saved: Draft): number =>
  (Object.keys(draft) as (keyof Draft)[]).filter((field) => draft[field] !== saved[field]).length

/** What all of it can cost: each of the owner's coupons with the coupons of the friends it took. */
export const mostCost = (draft: Draft, templates: readonly TemplateRow[]): Fen => {
  const [reward, helper] = [draft.templateId, draft.helperTemplateId].map((id) => find(templates, id))
  const own = reward ? mostCostFen({ offer: reward.template.offer, budget: draft.budget }, ZERO) : ZERO
  const theirs = helper
    ? mostCostFen({ offer: helper.template.offer, budget: draft.budget * draft.helpers }, ZERO)
    : ZERO
  return addFen(own, theirs)
}

type SaveInput = CallInput<'staff-promotion', 'saveAssist'>

/** Null while something is missing that even a draft can't do without. */
export const saveInput = (draft: Draft, row: AssistRow | null): SaveInput | null => {
  const { templateId, ...rest } = draft
  const isMissing = !rest.name.trim() || !rest.shareTitle.trim() || !rest.ruleText.trim()
  if (templateId === null || isMissing || rest.startsAt >= rest.endsAt) return null
  return { ...rest, templateId, ...(row ? { campaignId: row.id, version: row.version } : {}) }
}
