/**
 * A community passes to another leader. What neighbours ordered from the old leader stays there, and so does its commission;
 * every sale opened from then on is the new leader's. Business rules §5.
 */
import type { MemberId, SaleId } from '../ids'
import { ok, refuse, type Result } from '../result'
import type { SaleState } from '../sale/sale'
import { DAY, later, type EpochMs } from '../time'
import type { Community } from './community'
import { leaderPowers, type LeaderState } from './leader'

export type HandOverState = 'offered' | 'accepted' | 'declined' | 'withdrawn' | 'lapsed'

export const handOverMoves = {
  offered: ['accepted', 'declined', 'withdrawn', 'lapsed'],
  accepted: [],
  declined: [],
  withdrawn: [],
  lapsed: [],
} as const satisfies Record<HandOverState, readonly HandOverState[]>

export const canMoveHandOver = (from: HandOverState, to: HandOverState): boolean =>
  (handOverMoves[from] as readonly HandOverState[]).includes(to)

/** Nobody becomes responsible for fifty bags by silence: no answer in three days is a no. */
const OFFER_WINDOW = 3 * DAY
export const offerDeadline = (offeredAt: EpochMs): EpochMs => later(offeredAt, OFFER_WINDOW)
/** Offers made at or before this have lapsed at `now`. */
export const lapsedBefore = (now: EpochMs): EpochMs => later(now, -OFFER_WINDOW)

export type OfferFacts = {
  readonly community: Pick<Community, 'leaderId' | 'state'>
  /** Staff may hand over in place of a leader who is gone. */
  readonly by: MemberId | 'staff'
  readonly toId: MemberId
  readonly to: LeaderState | null
  readonly hasOpenOffer: boolean
}

export type OfferNo =
  | { code: 'community.not-yours' }
  | { code: 'community.closed' }
  | { code: 'hand-over.to-self' }
  | { code: 'hand-over.open' }
  | { code: 'leader.not-approved' }

export const offerHandOver = (facts: OfferFacts): Result<'offered', OfferNo> => {
  const { community, by, toId, to } = facts
  if (by !== 'staff' && by !== community.leaderId) return refuse({ code: 'community.not-yours' })
  if (community.state === 'closed') return refuse({ code: 'community.closed' })
  if (toId === community.leaderId) return refuse({ code: 'hand-over.to-self' })
  if (facts.hasOpenOffer) return refuse({ code: 'hand-over.open' })
  if (!to || !leaderPowers[to].opensSales) return refuse({ code: 'leader.not-approved' })
  return ok('offered')
}

export type Offer = { readonly state: HandOverState; readonly toId: MemberId; readonly offeredAt: EpochMs }
export type AnswerNo =
  { code: 'hand-over.not-yours' } | { code: 'hand-over.over'; state: HandOverState } | { code: 'leader.not-approved' }

/** The new leader's yes or no. Their standing is looked at again: it may have changed since the offer. */
export const answerHandOver = (
  offer: Offer,
  by: MemberId,
  standing: LeaderState | null,
  isYes: boolean,
  now: EpochMs,
): Result<'accepted' | 'declined', AnswerNo> => {
  if (by !== offer.toId) return refuse({ code: 'hand-over.not-yours' })
  if (offer.state !== 'offered') return refuse({ code: 'hand-over.over', state: offer.state })
  if (now >= offerDeadline(offer.offeredAt)) return refuse({ code: 'hand-over.over', state: 'lapsed' })
  if (!isYes) return ok('declined')
  return standing && leaderPowers[standing].opensSales ? ok('accepted') : refuse({ code: 'leader.not-approved' })
}

type LedSale = { readonly id: SaleId; readonly state: SaleState }

/** Which sales change hands: drafts alone. A sale names its leader once for all when it opens, so its commission can't move. */
export const salesAtHandOver = (sales: readonly LedSale[]): { move: SaleId[]; stay: SaleId[] } => ({
  move: sales.filter((s) => s.state === 'draft').map((s) => s.id),
  stay: sales.filter((s) => s.state !== 'draft').map((s) => s.id),
})
