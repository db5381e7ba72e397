/** The demo's assist campaigns with their coupons, and with the past also the cards, the helps and what they brought. */
import type { Insertable } from 'kysely'
import { cardDeadline } from '@/domain/assist/card'
import { writeRules } from '@/domain/assist/rule-text'
import { validityFrom } from '@/domain/coupon/template'
import type { CouponTerms } from '@/domain/coupon/terms'
import { DAY, dayStart, dayText, HOUR, later, MINUTE, type EpochMs } from '@/domain/time'
import { cardChangedLetters } from '../../../assist/card-letters'
import type { Deps } from '../../deps'
import type { Trx } from '../connect'
import { demoId, demoMemberId } from '../demo-ids'
import type { Tables } from '../tables'
import { askings, assists, rewards, type DemoAsking, type DemoAssist, type DemoReward } from './catalogue/assists'
import { agedId, categoryId } from './demo-shop'

type Coupon = Insertable<Tables['coupon']>
type Told = {
  readonly card: Insertable<Tables['assist_card']> & { id: ReturnType<typeof agedId<'ast'>> }
  readonly helps: Insertable<Tables['assist_help']>[]
  readonly coupons: Coupon[]
}

const templateId = (slug: string) => demoId('ctp', slug)
const campaignId = (slug: string) => demoId('acp', slug)

/** Campaigns that are there stay as staff left them; the past is written with them or not at all. */
export const writeAssists = async (trx: Trx, deps: Deps, withPast: boolean): Promise<void> => {
  const today = dayStart(deps.now())
  const past = withPast ? askings.map((each) => tell(deps, each)) : []
  const coupons = past.flatMap((told) => told.coupons)
  await trx
    .insertInto('coupon_template')
    .values(rewards.map((each, place) => templateRow(deps.storeId, each, place, today, coupons)))
    .onConflict((c) => c.doNothing())
    .execute()
  await trx
    .insertInto('assist_campaign')
    .values(assists.map((each) => campaignRow(deps.storeId, each, today, past)))
    .onConflict((c) => c.doNothing())
    .execute()
  if (past.length === 0) return
  await trx
    .insertInto('assist_card')
    .values(past.map(({ card }) => card))
    .execute()
  await trx
    .insertInto('assist_help')
    .values(past.flatMap(({ helps }) => helps))
    .execute()
  await trx.insertInto('coupon').values(coupons).execute()
  const live = past.filter(({ card }) => card.state === 'collecting')
  await trx
    .insertInto('outbox')
    .values(live.flatMap(({ card }) => cardChangedLetters(deps, card.id)))
    .execute()
}

const termsOf = ({ offer, thresholdFen, categories }: DemoReward): CouponTerms => ({
  offer,
  thresholdFen,
  scope: categories.length > 0 ? { kind: 'categories', ids: categories.map(categoryId) } : { kind: 'all' },
  combines: ['order', 'line'],
})

/** Below the coupons of the claim centre. */
const LAST = 20

const daysOf = ({ validity }: DemoReward): number => {
  if (validity.kind !== 'days') throw new Error('demo coupons are good for days')
  return validity.days
}

const templateRow = (
  storeId: string,
  reward: DemoReward,
  place: number,
  today: EpochMs,
  coupons: readonly Coupon[],
): Insertable<Tables['coupon_template']> => ({
  store_id: storeId,
  id: templateId(reward.slug),
  name: reward.name,
  terms: JSON.stringify(termsOf(reward)),
  status: 'live',
  is_claimable: reward.isClaimable,
  valid_days: daysOf(reward),
  budget: reward.budget,
  issued: coupons.filter(({ template_id }) => template_id === templateId(reward.slug)).length,
  per_person: 1,
  position: LAST + place,
  created_at: new Date(later(today, -31 * DAY)),
  updated_at: new Date(later(today, -31 * DAY)),
})

const campaignRow = (
  storeId: string,
  { slug, status, days: [from, until], draft, ...coupons }: DemoAssist,
  today: EpochMs,
  past: readonly Told[],
): Insertable<Tables['assist_campaign']> => {
  const { reward, helperReward, instead } = coupons
  const rules = writeRules({ ...draft, ruleText: '', reward: { kind: 'fixed', ...reward }, helperReward, instead })
  const madeAt = new Date(later(today, from * DAY - 9 * HOUR))
  return {
    store_id: storeId,
    id: campaignId(slug),
    name: draft.name,
    share_title: draft.shareTitle,
    template_id: templateId(reward.slug),
    helper_template_id: helperReward && templateId(helperReward.slug),
    instead_template_id: instead && templateId(instead.slug),
    helpers: draft.helpers,
    life_minutes: draft.lifeMs / MINUTE,
    budget: draft.budget,
    unlocked: past.filter(({ card }) => card.campaign_id === campaignId(slug) && card.state === 'unlocked').length,
    starts_per_hour: draft.startsPerHour,
    rules: JSON.stringify(rules.split('\n')),
    status,
    starts_at: new Date(later(today, from * DAY)),
    ends_at: new Date(later(today, until * DAY)),
    version: 1,
    created_at: madeAt,
    updated_at: madeAt,
  }
}

/** One card as it would have gone: who helped when, and what everybody got for it. */
const tell = (deps: Deps, { campaign, who, age, helpers }: DemoAsking): Told => {
  const { storeId } = deps
  const now = deps.now()
  const assist = assists.find(({ slug }) => slug === campaign)
  if (!assist) throw new Error(`no campaign ${campaign}`)
  const { draft, reward, helperReward } = assist
  const startedAt = later(now, -age * MINUTE)
  const deadlineAt = cardDeadline(startedAt, draft.lifeMs)
  const id = agedId('ast', startedAt, `${campaign}-${who}`)
  const lastAt = later(startedAt, (helpers.at(-1)?.after ?? 0) * MINUTE)
  const state = helpers.length >= draft.helpers ? 'unlocked' : deadlineAt <= now ? 'expired' : 'collecting'
  const coupon = (of: DemoReward, member: string, source: 'assist' | 'assist-helper', at: EpochMs): Coupon => {
    const { validFromAt, expiresAt } = validityFrom(of.validity, at)
    return {
      store_id: storeId,
      id: agedId('cpn', at, `${of.slug}-${member}`),
      template_id: templateId(of.slug),
      member_id: demoMemberId(member),
      nth: 1,
      name: of.name,
      terms: JSON.stringify(termsOf(of)),
      ...{ source, source_id: id, state: expiresAt <= now ? 'expired' : 'claimed' },
      valid_from: new Date(validFromAt),
      expires_at: new Date(expiresAt),
      claimed_at: new Date(at),
    }
  }
  const unlocked = state === 'unlocked' ? coupon(reward, who, 'assist', lastAt) : null
  const given = helpers.map((helper) => ({
    ...helper,
    at: later(startedAt, helper.after * MINUTE),
    coupon: helperReward && coupon(helperReward, helper.who, 'assist-helper', later(startedAt, helper.after * MINUTE)),
  }))
  return {
    card: {
      ...{ store_id: storeId, id, campaign_id: campaignId(campaign), member_id: demoMemberId(who), state },
      helpers: draft.helpers,
      helped: helpers.length,
      started_at: new Date(startedAt),
      deadline_at: new Date(deadlineAt),
      unlocked_at: unlocked && new Date(lastAt),
      ended_at: unlocked ? new Date(lastAt) : state === 'expired' ? new Date(deadlineAt) : null,
      coupon_id: unlocked?.id ?? null,
      version: helpers.length + Number(state === 'expired'),
    },
    helps: given.map(({ who: helper, at, coupon: own }) => ({
      ...{ store_id: storeId, card_id: id, helper_id: demoMemberId(helper), campaign_id: campaignId(campaign) },
      ...{ day: dayText(at), nth_of_day: 1, at: new Date(at), coupon_id: own?.id ?? null },
    })),
    coupons: [unlocked ?? [], given.flatMap(({ coupon: own }) => own ?? [])].flat(),
  }
}
