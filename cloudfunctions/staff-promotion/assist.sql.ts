/** Assist campaigns as the staff see them: the draft that the linter reads, what it brought, and its cards by risk. */
import type { Selectable } from 'kysely'
import type { AssistCardRow, AssistRow } from '@/contract/staff-promotion'
import type { AssistDraft, RewardDraft } from '@/domain/assist/draft'
import type { CouponTemplate } from '@/domain/coupon/template'
import type { AssistCampaignId, AssistCardId, CouponTemplateId } from '@/domain/ids'
import { epochMs, MINUTE } from '@/domain/time'
import type { Db, Trx } from '../runtime/db/connect'
import type { Tables } from '../runtime/db/tables'
import type { Deps } from '../runtime/deps'
import { dealActs, instant } from './deal'
import { findTemplates, templateOf, type TemplateRecord } from './template.sql'

export type AssistRecord = Selectable<Tables['assist_campaign']>

export const lockAssist = async (trx: Trx, deps: Deps, id: AssistCampaignId): Promise<AssistRecord | null> =>
  (await trx
    .selectFrom('assist_campaign')
    .selectAll()
    .where('store_id', '=', deps.storeId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()) ?? null

type Texts = Pick<AssistRecord, 'name' | 'share_title' | 'helpers' | 'life_minutes' | 'budget' | 'starts_per_hour'> & {
  rules: readonly string[]
  template_id: string
  helper_template_id: string | null
  instead_template_id: string | null
}

export type Coupons = Record<'reward' | 'helper' | 'instead', TemplateRecord | null>

const rewardOf = ({ name, offer, thresholdFen, validity }: CouponTemplate): RewardDraft => ({
  ...{ name, offer, thresholdFen, validity },
})

/** The three coupons of a campaign. */
export const readCoupons = async (db: Db | Trx, deps: Deps, row: Texts): Promise<Coupons> => {
  const { template_id, helper_template_id, instead_template_id } = row
  const ids = [template_id, helper_template_id, instead_template_id].filter((id) => id !== null) as CouponTemplateId[]
  const found = await findTemplates(db, deps, ids)
  const of = (id: string | null): TemplateRecord | null => found.find((each) => each.id === id) ?? null
  return { reward: of(template_id), helper: of(helper_template_id), instead: of(instead_template_id) }
}

/** As the linter reads it. Our cards pay at once, have a still share button and no way to the timeline: nobody can set it otherwise. */
export const draftOf = (row: Texts, { reward, helper, instead }: Coupons): AssistDraft => ({
  name: row.name,
  ruleText: row.rules.join('\n'),
  shareTitle: row.share_title,
  helpers: row.helpers,
  lifeMs: row.life_minutes * MINUTE,
  budget: row.budget,
  startsPerHour: row.starts_per_hour,
  reward: reward ? { kind: 'fixed', ...rewardOf(templateOf(reward)) } : { kind: 'drawn' },
  helperReward: helper && { ...rewardOf(templateOf(helper)), budget: Math.max(0, helper.budget - helper.issued) },
  instead: instead && rewardOf(templateOf(instead)),
  issues: 'at-once',
  shareButton: 'static',
  hasTimeline: false,
})

type Numbers = {
  id: string
  cards: number
  helps: number
  opened: number
  helped: number
  unlocked: number
  used: number
}
const NOTHING = { cards: 0, helps: 0, opened: 0, helped: 0, unlocked: 0, used: 0 }

const readNumbersStatement = {
  name: 'staff-promotion.assist-numbers',
  text: `
select g.id, n.*
from assist_campaign g
cross join lateral (
  select count(*)::int as cards, coalesce(sum(a.helped), 0)::int as helps,
    count(*) filter (where a.helped > 0 or exists (
      select 1 from share h join share_open v on v.store_id = $1 and v.code = h.code
      where h.store_id = $1 and h.assist_id = a.id and a.id <> ''))::int as opened,
    count(*) filter (where a.helped > 0)::int as helped, count(a.unlocked_at)::int as unlocked,
    count(*) filter (where exists (select 1 from coupon where store_id = $1 and id = a.coupon_id and state = 'used'))::int as used
  from assist_card a where a.store_id = $1 and a.campaign_id = g.id
) n
where g.store_id = $1 and g.id = any($2::text[])`,
}

/** In the order of `rows`. */
export const assistRows = async (deps: Deps, rows: readonly AssistRecord[]): Promise<AssistRow[]> => {
  const ids = rows.flatMap((r) =>
    [r.template_id, r.helper_template_id, r.instead_template_id].filter((id) => id !== null),
  )
  const [numbers, coupons] = await Promise.all([
    deps.database.run<Numbers>(readNumbersStatement, [deps.storeId, rows.map(({ id }) => id)]),
    findTemplates(deps.db, deps, [...new Set(ids)] as CouponTemplateId[]),
  ])
  const couponOf = (id: string | null) => coupons.find((each) => each.id === id) ?? null
  return rows.map((row) => {
    const { cards, helps, opened, helped, unlocked, used } = numbers.find(({ id }) => id === row.id) ?? NOTHING
    return {
      id: row.id as AssistCampaignId,
      draft: draftOf(row, {
        reward: couponOf(row.template_id),
        helper: couponOf(row.helper_template_id),
        instead: couponOf(row.instead_template_id),
      }),
      templateId: row.template_id as CouponTemplateId,
      helperTemplateId: row.helper_template_id as CouponTemplateId | null,
      insteadTemplateId: row.instead_template_id as CouponTemplateId | null,
      ...{ status: row.status, version: row.version, unlocked: row.unlocked, cardCount: cards, helps },
      startsAt: instant(row.starts_at),
      endsAt: instant(row.ends_at),
      funnel: [
        { step: 'started', people: cards },
        { step: 'opened', people: opened },
        { step: 'helped', people: helped },
        { step: 'unlocked', people: unlocked },
        { step: 'used', people: used },
      ],
      acts: dealActs(row.status),
    }
  })
}

type Card = Omit<AssistCardRow, 'startedAt' | 'unlockedAt'> & { startedAt: number; unlockedAt: number | null }
const MOST_CARDS = 100

/** $2 a campaign or $3 a card. Those with the riskiest friends first, then the newest. */
const readCardsStatement = {
  name: 'staff-promotion.assist-cards',
  text: `
select a.id, coalesce(m.name, '') as owner, a.state, a.helped, a.helpers,
  (extract(epoch from a.started_at) * 1000)::bigint as "startedAt", (extract(epoch from a.unlocked_at) * 1000)::bigint as "unlockedAt",
  c.state as "couponState", r.rank as "riskRank", a.void_reason as "voidReason"
from assist_card a
left join member m on m.store_id = $1 and m.id = a.member_id and m.deleted_at is null
left join coupon c on c.store_id = $1 and c.id = a.coupon_id
cross join lateral (select max(risk_rank) as rank from assist_help where store_id = $1 and card_id = a.id) r
where a.store_id = $1 and (a.campaign_id = $2 or a.id = $3)
order by r.rank desc nulls last, a.id desc limit ${MOST_CARDS}`,
}

const readCardRows = async (deps: Deps, campaignId: string | null, cardId: string | null): Promise<AssistCardRow[]> =>
  (await deps.database.run<Card>(readCardsStatement, [deps.storeId, campaignId, cardId])).map((row) => ({
    ...row,
    startedAt: epochMs(row.startedAt),
    unlockedAt: row.unlockedAt === null ? null : epochMs(row.unlockedAt),
  }))

export const readCards = (deps: Deps, id: AssistCampaignId): Promise<AssistCardRow[]> => readCardRows(deps, id, null)
export const readCard = async (deps: Deps, id: AssistCardId): Promise<AssistCardRow | null> =>
  (await readCardRows(deps, null, id))[0] ?? null
