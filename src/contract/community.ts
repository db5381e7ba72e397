/** Communities as neighbours see them, and what a leader does with one. Sales stand in `sale`, the workbench in `leader`. */
import * as z from 'zod'
import { action, cursorIn, idOf, none, words, wordsOrNone } from './define'
import type { SaleCard } from './sale'
import { shareCodeIn, type ShareView } from './share'
import type { Page, PickupPointView } from './views'
import type { BindNo } from '@/domain/community/bind-group'
import type { CommunityAct, CommunityNo, CommunityState, FoundNo } from '@/domain/community/community'
import type { AnswerNo, OfferNo } from '@/domain/community/hand-over'
import type { ApplyNo, LeaderState } from '@/domain/community/leader'
import type { MembershipNo, MembershipState } from '@/domain/community/member'
import type { CommunityId, HandOverId, MemberId } from '@/domain/ids'
import type { EpochMs } from '@/domain/time'

/** A leader as neighbours see them: by the name they chose, since they are who hands over. */
export type LeaderFace = { name: string; avatar: string | null }

export type CommunityCard = {
  id: CommunityId
  name: string
  leader: LeaderFace
  state: CommunityState
  members: number
  membership: MembershipState | null
  /** Open now. */
  openSales: number
}

/** How one stands as a leader; null on the tab of somebody who never applied. */
export type LeaderStandingView = {
  state: LeaderState
  sinceAt: EpochMs
  /** Why staff refused or stopped; null where nothing was said. */
  reason: string | null
  /** After a refusal: when one may apply again. */
  againFromAt: EpochMs | null
}

export type HandOverOffer = {
  id: HandOverId
  communityId: CommunityId
  community: string
  from: LeaderFace
  to: LeaderFace
  offeredAt: EpochMs
  /** No answer until then is a no. */
  untilAt: EpochMs
}

/** The tab 社群. */
export type CommunityHome = {
  mine: readonly CommunityCard[]
  /** Open sales of my communities, soonest to end first, then the store's own. */
  sales: readonly SaleCard[]
  /** Other communities with an open sale, for somebody who has none: at most 6. */
  nearby: readonly CommunityCard[]
  leader: LeaderStandingView | null
  /** Offers that wait for my answer. */
  offers: readonly HandOverOffer[]
}

export type CommunityMemberView = {
  /** Masked ("顾*"). */
  name: string
  avatar: string | null
  isLeader: boolean
  isYou: boolean
  joinedAt: EpochMs
}

export type CommunityView = CommunityCard & {
  note: string
  /** 5:4, drawn ahead by who is in it and what is open. */
  cardPicture: string | null
  /** The newest first, at most 12. */
  faces: readonly Omit<CommunityMemberView, 'joinedAt'>[]
  sales: readonly SaleCard[]
  /** Closed or over, the newest 10. */
  past: readonly SaleCard[]
  pickupPoints: readonly PickupPointView[]
  /** Who sent the card, masked; null without a code or for one's own. */
  sharer: LeaderFace | null
  shareCode: string | null
  version: number
  /** Only for its leader. */
  own: OwnCommunity | null
}

/** What only the community's leader sees. */
export type OwnCommunity = {
  acts: readonly CommunityAct[]
  pausedBy: 'leader' | 'staff' | null
  /** WeChat groups by the day they were bound: WeChat tells no names. */
  groups: readonly { key: string; boundAt: EpochMs }[]
  offer: HandOverOffer | null
  /** Approved leaders who are members here: to whom it can be handed over. */
  heirs: readonly { memberId: MemberId; name: string; avatar: string | null }[]
}

const communityIdIn = z.strictObject({ communityId: idOf('com') })

export type CommunityRefusal = { code: 'community.unknown' }

/** WeChat's check said no, or could not be asked: unchecked words are not shown (platform rule 5.18). */
export type TextNo = { code: 'text.risky' } | { code: 'text.unchecked' }

const faceIn = {
  name: words(20),
  note: wordsOrNone(200).default(''),
  pickupPointIds: z.array(idOf('pup')).max(20).default([]),
}

export const community = {
  home: action<CommunityHome>()('anyone', none),
  /** The page, by id or by the code of a card. A leader's card or community counts as a touch of a signed-in member. */
  open: action<CommunityView, CommunityRefusal>()(
    'anyone',
    z.union([
      z.strictObject({ code: shareCodeIn, scene: z.int().min(0).max(9999).default(0) }),
      z.strictObject({ communityId: idOf('com') }),
    ]),
  ),
  members: action<Page<CommunityMemberView>, CommunityRefusal>()(
    'member',
    z.strictObject({ communityId: idOf('com'), cursor: cursorIn.optional() }),
  ),
  /** Joins, leaves, mutes its messages or hears them again; a second tap changes nothing. */
  moveMembership: action<CommunityView, CommunityRefusal | MembershipNo>()(
    'member',
    z.strictObject({ communityId: idOf('com'), act: z.enum(['join', 'leave', 'mute', 'unmute']) }),
  ),
  /** The invite card. The same code all day. */
  share: action<ShareView, CommunityRefusal | { code: 'community.closed' }>()(
    'member',
    z.strictObject({ communityId: idOf('com'), channel: z.enum(['chat', 'poster', 'link']) }),
  ),
  /** Asks to become a leader. No fee, no phone number, no inviter. */
  apply: action<LeaderStandingView, ApplyNo | TextNo>()(
    'member',
    z.strictObject({ neighbourhood: words(30), intro: wordsOrNone(200).default(''), hasReadTerms: z.boolean() }),
  ),
  found: action<CommunityView, FoundNo | TextNo | { code: 'pickup-point.unknown' }>()('member', z.strictObject(faceIn)),
  save: action<
    CommunityView,
    | CommunityRefusal
    | TextNo
    | { code: 'community.not-yours' }
    | { code: 'community.closed' }
    | { code: 'community.changed' }
    | { code: 'pickup-point.unknown' }
  >()('member', z.strictObject({ communityId: idOf('com'), version: z.int().min(0), ...faceIn })),
  move: action<CommunityView, CommunityRefusal | CommunityNo | { code: 'community.not-yours' }>()(
    'member',
    z.strictObject({ communityId: idOf('com'), act: z.enum(['pause', 'resume', 'close']) }),
  ),
  /**
   * Ties the WeChat group one came from. The call carries a CloudID beside its input (`group`), which WeChat puts the
   * decrypted group in place of; nothing that a client writes there itself counts, and then it is `community.not-a-group`.
   */
  bindGroup: action<CommunityView, CommunityRefusal | BindNo>()('member', communityIdIn),
  unbindGroup: action<CommunityView, CommunityRefusal | { code: 'community.not-yours' }>()(
    'member',
    z.strictObject({ communityId: idOf('com'), key: z.string().min(8).max(64) }),
  ),
  offer: action<CommunityView, CommunityRefusal | OfferNo>()(
    'member',
    z.strictObject({ communityId: idOf('com'), toId: idOf('mem') }),
  ),
  withdrawOffer: action<
    CommunityView,
    CommunityRefusal | { code: 'hand-over.unknown' } | { code: 'community.not-yours' }
  >()('member', communityIdIn),
  answerOffer: action<CommunityHome, { code: 'hand-over.unknown' } | AnswerNo>()(
    'member',
    z.strictObject({ handOverId: idOf('hov'), isYes: z.boolean() }),
  ),
}
