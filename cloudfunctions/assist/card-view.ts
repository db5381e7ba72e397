/** A card as its owner sees it and as a friend sees it: others by the first character of their name. */
import type { AssistCardState, AssistCardView, AssistHelperView, AssistLandingView } from '@/contract/assist'
import { isCollecting } from '@/domain/assist/card'
import { decideHelp, HELPS_A_DAY, type HelpFacts } from '@/domain/assist/help'
import type { MemberId } from '@/domain/ids'
import { maskName } from '@/domain/share/mask'
import { epochMs, type EpochMs } from '@/domain/time'
import { couponView } from '../coupon/coupon-view'
import type { CardRecord } from './card.sql'
import { campaignFacts, campaignView, leftOf } from './campaign-view'

/** What the clock says counts, whether or not its round has come by. A card whose owner has left is over, too. */
export const shownState = (
  { state, deadlineAt, owner }: Pick<CardRecord, 'state' | 'deadlineAt' | 'owner'>,
  now: EpochMs,
): AssistCardState =>
  state === 'collecting' && (owner === null || !isCollecting({ state, deadlineAt: epochMs(deadlineAt) }, now))
    ? 'expired'
    : state

export const cardView = (row: CardRecord, now: EpochMs): AssistCardView => ({
  ...cardOf(row, now),
  campaign: campaignView(row.campaign, now),
  startedAt: epochMs(row.startedAt),
  coupon: row.coupon && couponView(row.coupon),
  voidReason: row.voidReason,
  cardPicture: row.cardPicture,
  activityId: row.activityId,
})

export const landingView = (row: CardRecord, memberId: MemberId | null, now: EpochMs): AssistLandingView => {
  const { owner, friend, ownerId } = row
  const isYou = memberId === ownerId
  const decided = decideHelp(helpFacts(row, memberId, null, now), now)
  return {
    card: cardOf(row, now),
    campaign: campaignView(row.campaign, now),
    owner: { name: isYou ? (owner?.name ?? '') : maskName(owner?.name ?? ''), avatar: owner?.avatar ?? null, isYou },
    you: friend && {
      shownAs: maskName(friend.name),
      hasHelped: friend.helpedCardId === row.id,
      helpsLeft: Math.max(0, HELPS_A_DAY - friend.helpsToday),
      coupon: friend.helpedCardId === row.id && friend.coupon ? couponView(friend.coupon) : null,
    },
    why: decided.ok ? null : decided.refusal.code,
  }
}

/** For a caller nobody knows yet everything but the card itself is as good as can be. */
export const helpFacts = (
  { campaign, ...row }: CardRecord,
  memberId: MemberId | null,
  riskRank: number | null,
  now: EpochMs,
): HelpFacts => ({
  campaign: campaignFacts(campaign, now),
  card: { ...row, state: shownState(row, now), deadlineAt: epochMs(row.deadlineAt) },
  friend: {
    id: memberId ?? ('' as MemberId),
    hasHelped: (row.friend?.helpedCardId ?? null) !== null,
    helpsToday: row.friend?.helpsToday ?? 0,
    triesThisHour: row.friend?.triesThisHour ?? 0,
    riskRank,
  },
  helperCoupon: campaign.helperReward && {
    left: leftOf(campaign.helperReward, now),
    mine: campaign.helperReward.mine,
    perPerson: campaign.helperReward.perPerson,
  },
})

const cardOf = (row: CardRecord, now: EpochMs) => ({
  id: row.id,
  state: shownState(row, now),
  version: row.version,
  helpers: (row.people ?? []).map(({ name, avatar, at }): AssistHelperView => ({
    name: maskName(name ?? ''),
    avatar,
    at: epochMs(at),
  })),
  missing: Math.max(0, row.helpers - row.helped),
  deadlineAt: epochMs(row.deadlineAt),
})
