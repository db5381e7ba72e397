/**
 * A friend's own tap, in two round trips: one statement reads the facts, the pure rule decides, one guarded statement
 * writes what follows, or nothing. WeChat is asked in between, and only about a tap that would count.
 */
import type { assist } from '@/contract/assist'
import { decideHelp, type Help } from '@/domain/assist/help'
import type { MemberId } from '@/domain/ids'
import { ok, refuse } from '@/domain/result'
import { dayText } from '@/domain/time'
import { gather } from '../catalog/gather'
import type { Deps } from '../runtime/deps'
import type { UseCase } from '../runtime/serve'
import type { CampaignRow } from './campaign-json.sql'
import { cardChangedLetters } from './card-letters'
import { helpFacts, landingView } from './card-view'
import { readCard, type CardRecord, type FriendRow } from './card.sql'
import { couponRow, type AssistCouponRow } from './coupon-row'
import { giveHelp, isHelpGuard, type Giving } from './give-help.sql'
import { riskRankOf } from './risk-rank'
import { noteTries } from './tries.sql'

/** Each time the guard refuses one, another's tap went through: four helpers, three helps a day, one coupon left. */
const MOST_TRIES = 10

const noteTry = gather<MemberId>(noteTries)

export const helpFriend: UseCase<typeof assist.help> = async (deps, { memberId }, { code }) => {
  let rank: number | null | undefined
  for (let attempt = 1; ; attempt++) {
    const row = await readCard(deps, { code }, memberId)
    if (!row) return refuse({ code: 'assist.unknown' })
    const { friend } = row
    if (!friend) return refuse({ code: 'sign-in.required' })
    // the same tap once more is progress, not an error
    if (friend.helpedCardId === row.id) return ok(landingView(row, memberId, deps.now()))
    let decided = decideHelp(helpFacts(row, memberId, rank ?? null, deps.now()), deps.now())
    if (decided.ok && rank === undefined) {
      rank = await riskRankOf(deps, friend.openid)
      decided = decideHelp(helpFacts(row, memberId, rank, deps.now()), deps.now())
    }
    if (!decided.ok) {
      if (row.ownerId !== memberId) await noteTry(deps, memberId)
      return decided
    }
    const giving = givingOf(deps, row, { memberId, friend, rank: rank ?? null }, decided.value)
    try {
      await giveHelp(deps, giving)
      return ok(landingView(helped(row, friend, giving), memberId, deps.now()))
    } catch (error) {
      if (attempt === MOST_TRIES || !isHelpGuard(error)) throw error
    }
  }
}

type By = { readonly memberId: MemberId; readonly friend: FriendRow; readonly rank: number | null }

const givingOf = (deps: Deps, row: CardRecord, { memberId, friend, rank }: By, help: Help): Giving => {
  const { id: cardId, ownerId, campaign } = row
  const { reward, helperReward } = campaign
  const gives =
    helperReward && help.givesHelperCoupon
      ? couponRow(deps, helperReward, { memberId, source: 'assist-helper', cardId })
      : null
  return {
    helped: row.helped,
    help: {
      store_id: deps.storeId,
      card_id: cardId,
      helper_id: memberId,
      campaign_id: campaign.id,
      day: dayText(deps.now()),
      nth_of_day: friend.helpsToday + 1,
      at: new Date(deps.now()),
      risk_rank: rank,
      coupon_id: gives?.id ?? null,
    },
    unlocks: help.unlocks ? couponRow(deps, reward, { memberId: ownerId, source: 'assist', cardId }) : null,
    gives,
    letters: cardChangedLetters(deps, cardId),
  }
}

/** The card after a help that was written: the same as reading it once more. */
const helped = (row: CardRecord, friend: FriendRow, { help, unlocks, gives }: Giving): CardRecord => ({
  ...row,
  state: unlocks ? 'unlocked' : row.state,
  version: row.version + 1,
  helped: row.helped + 1,
  campaign: spent(row.campaign, unlocks !== null, gives !== null),
  people: [...(row.people ?? []), { name: friend.name, avatar: friend.avatar, at: help.at.getTime() }],
  friend: {
    ...friend,
    helpedCardId: row.id,
    helpsToday: friend.helpsToday + 1,
    coupon: gives && given(gives, row.campaign.helperReward?.scopeNames ?? []),
  },
})

const spent = (campaign: CampaignRow, isUnlocked: boolean, isGiven: boolean): CampaignRow => {
  const { left, reward, helperReward } = campaign
  return {
    ...campaign,
    left: left - Number(isUnlocked),
    reward: { ...reward, left: reward.left - Number(isUnlocked), mine: reward.mine + Number(isUnlocked) },
    helperReward: helperReward && {
      ...helperReward,
      left: helperReward.left - Number(isGiven),
      mine: helperReward.mine + Number(isGiven),
    },
  }
}

const given = (coupon: AssistCouponRow, scopeNames: readonly string[]): FriendRow['coupon'] => ({
  id: coupon.id as NonNullable<FriendRow['coupon']>['id'],
  name: coupon.name,
  terms: coupon.terms,
  scopeNames,
  state: coupon.state,
  source: coupon.source,
  validFromAt: coupon.valid_from.getTime(),
  expiresAt: coupon.expires_at.getTime(),
  orderId: null,
  voidReason: null,
})
