/** The way to assist cards in a test: a campaign, a card with its code, a tap, and the books that must agree at any moment. */
import { sql } from 'kysely'
import type { CouponTerms } from '@/domain/coupon/terms'
import type { AssistCampaignId, AssistCardId, CouponTemplateId, MemberId } from '@/domain/ids'
import { fen } from '@/domain/money'
import { HOUR } from '@/domain/time'
import { dataOf, type As, type Shop } from '../functions'
import { aTemplate } from './deals'

type CampaignWish = {
  helpers?: number
  lifeMinutes?: number
  budget?: number
  rewardBudget?: number
  helperBudget?: number | null
  startsPerHour?: number
  status?: 'draft' | 'live' | 'paused' | 'ended'
  templateId?: CouponTemplateId
}

export type AssistCampaign = { campaignId: AssistCampaignId; templateId: CouponTemplateId; insteadId: CouponTemplateId }

const off = (yuan: number, from: number): Pick<CouponTerms, 'offer' | 'thresholdFen'> => ({
  offer: { kind: 'amount', offFen: fen(yuan * 100) },
  thresholdFen: fen(from * 100),
})

/** ¥8 off ¥39 for three helpers within a day; each friend gets ¥3 off ¥29. */
export const anAssistCampaign = async (shop: Shop, wish: CampaignWish = {}): Promise<AssistCampaign> => {
  const { deps } = shop
  const { budget = 500, rewardBudget = 500, helperBudget = 2000 } = wish
  const campaignId: AssistCampaignId = deps.newId('acp')
  const hidden = { isClaimable: false }
  const templateId =
    wish.templateId ?? (await aTemplate(shop, { ...off(8, 39), ...hidden, name: '鲜蔬水果券', budget: rewardBudget }))
  const helperId =
    helperBudget === null
      ? null
      : await aTemplate(shop, { ...off(3, 29), ...hidden, name: '新邻居券', days: 3, budget: helperBudget })
  const insteadId = await aTemplate(shop, { ...off(3, 29), name: '普通券' })
  const at = new Date(deps.now())
  await deps.db
    .insertInto('assist_campaign')
    .values({
      store_id: deps.storeId,
      id: campaignId,
      name: '攒一张果蔬券',
      template_id: templateId,
      helper_template_id: helperId,
      instead_template_id: insteadId,
      helpers: wish.helpers ?? 3,
      life_minutes: wish.lifeMinutes ?? 1440,
      budget,
      starts_per_hour: wish.startsPerHour ?? 1000,
      rules: JSON.stringify(['3 位朋友各点一下「助力」，券自动到你的卡包。', '每位朋友一天最多助力 3 次。']),
      status: wish.status ?? 'live',
      starts_at: new Date(deps.now() - HOUR),
      ends_at: new Date(deps.now() + 72 * HOUR),
      created_at: at,
      updated_at: at,
    })
    .execute()
  return { campaignId, templateId, insteadId }
}

export type Asking = { cardId: AssistCardId; code: string; ownerId: MemberId }

export const start = (shop: Shop, { campaignId }: AssistCampaign, as: As) =>
  shop.call('assist', 'start', { campaignId }, as)

/** Somebody's card with the code that went into a chat. */
export const anAsking = async (shop: Shop, campaign: AssistCampaign, owner?: MemberId): Promise<Asking> => {
  const ownerId = owner ?? (await shop.aMember())
  const { id: cardId } = dataOf(await start(shop, campaign, ownerId))
  const { code } = dataOf(await shop.call('assist', 'share', { cardId, channel: 'chat' }, ownerId))
  return { cardId, code, ownerId }
}

export const help = (shop: Shop, { code }: Asking, as: As) => shop.call('assist', 'help', { code }, as)

export const mine = async (shop: Shop, { cardId, ownerId }: Asking) =>
  dataOf(await shop.call('assist', 'mine', { cardId }, ownerId))

export const friendsHelp = async (shop: Shop, asking: Asking, friends: number): Promise<MemberId[]> => {
  const people: MemberId[] = []
  for (let n = 0; n < friends; n++) {
    const friend = await shop.aMember()
    dataOf(await help(shop, asking, friend))
    people.push(friend)
  }
  return people
}

/** What must hold at any moment: counts are what the rows say, no budget is passed, and one unlocked card is one coupon. */
export const expectAssistBooksAgree = async (shop: Shop): Promise<void> => {
  const odd = async (name: string, query: ReturnType<typeof sql>): Promise<void> => {
    expect([name, (await query.execute(shop.deps.db)).rows]).toEqual([name, []])
  }
  await odd(
    'helps',
    sql`select a.id, a.helped, a.state from assist_card a
      where a.helped <> (select count(*) from assist_help where card_id = a.id) or (a.state = 'unlocked') <> (a.helped = a.helpers and a.state <> 'voided')`,
  )
  await odd(
    'unlocked coupons',
    sql`select a.id from assist_card a where (a.coupon_id is not null)::int <>
      (select count(*) from coupon where source = 'assist' and source_id = a.id and member_id = a.member_id)
      or (a.state = 'unlocked' and a.coupon_id is null)`,
  )
  await odd(
    'helpers’ coupons',
    sql`select h.* from assist_help h where (h.coupon_id is not null)::int <>
      (select count(*) from coupon where source = 'assist-helper' and source_id = h.card_id and member_id = h.helper_id)`,
  )
  await odd(
    'campaign budgets',
    sql`select g.id, g.unlocked from assist_campaign g
      where g.unlocked <> (select count(*) from assist_card where campaign_id = g.id and coupon_id is not null)`,
  )
  await odd(
    'coupon budgets',
    sql`select t.id, t.issued from coupon_template t
      where t.issued <> (select count(*) from coupon where template_id = t.id) or t.issued > t.budget`,
  )
}
