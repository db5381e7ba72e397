/** A campaign with its coupons as one JSON value, for whichever statement needs it: rules, budgets, and what one has had. */
import type { CouponTerms } from '@/domain/coupon/terms'
import type { AssistCampaignId, CouponTemplateId } from '@/domain/ids'
import { scopeNamesSql } from '../coupon/scope-names.sql'

export type TemplateRow = {
  readonly id: CouponTemplateId
  readonly name: string
  readonly terms: CouponTerms
  readonly scopeNames: readonly string[]
  readonly status: 'draft' | 'live' | 'paused' | 'ended'
  readonly isClaimable: boolean
  readonly claimUntilAt: number | null
  readonly validFromAt: number | null
  readonly validUntilAt: number | null
  readonly validDays: number | null
  readonly left: number
  readonly perPerson: number
  /** How many of it the person has had whom it is for. */
  readonly mine: number
}

export type CampaignRow = {
  readonly id: AssistCampaignId
  readonly name: string
  readonly storeName: string
  /** On the card in the chat, in the staff's words; empty = the shop's usual ones. */
  readonly shareTitle: string
  readonly status: 'draft' | 'live' | 'paused' | 'ended'
  readonly isStopped: boolean
  readonly startsAt: number
  readonly endsAt: number
  readonly helpers: number
  readonly lifeMinutes: number
  readonly left: number
  readonly startsPerHour: number
  readonly rules: readonly string[]
  readonly reward: TemplateRow
  readonly helperReward: TemplateRow | null
  readonly instead: TemplateRow | null
}

const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::bigint`

const templateJson = (id: string, memberId: string): string => `
(select json_build_object('id', t.id, 'name', t.name, 'terms', t.terms, 'scopeNames', (${scopeNamesSql('t.terms')}),
    'status', t.status, 'isClaimable', t.is_claimable, 'claimUntilAt', ${ms('t.claim_until')},
    'validFromAt', ${ms('t.valid_from')}, 'validUntilAt', ${ms('t.valid_until')}, 'validDays', t.valid_days,
    'left', t.budget - t.issued, 'perPerson', t.per_person,
    'mine', (select count(*) from coupon where store_id = $1 and template_id = t.id and member_id = ${memberId}))
  from coupon_template t where t.store_id = $1 and t.id = ${id})`

/** Of a row `g` of `assist_campaign`; $1 is the store, the others are SQL for who gets which coupon. */
export const campaignJson = (ownerId: string, friendId: string): string => `
json_build_object('id', g.id, 'name', g.name, 'shareTitle', g.share_title, 'status', g.status,
  'storeName', (select name from store where id = $1),
  'isStopped', coalesce((select (settings ->> 'assistOff')::boolean from store where id = $1), false),
  'startsAt', ${ms('g.starts_at')}, 'endsAt', ${ms('g.ends_at')}, 'helpers', g.helpers, 'lifeMinutes', g.life_minutes,
  'left', g.budget - g.unlocked, 'startsPerHour', g.starts_per_hour, 'rules', g.rules,
  'reward', ${templateJson('g.template_id', ownerId)}, 'helperReward', ${templateJson('g.helper_template_id', friendId)},
  'instead', ${templateJson('g.instead_template_id', ownerId)})`
