/** Handing a community over: the leader offers, the next one says yes or no. Drafts go along, open sales stay. */
import type { community, CommunityRefusal } from '@/contract/community'
import { answerHandOver, offerDeadline, offerHandOver, type AnswerNo, type OfferNo } from '@/domain/community/hand-over'
import type { CommunityId, HandOverId, MemberId } from '@/domain/ids'
import { ok, refuse, type Result } from '@/domain/result'
import { epochMs } from '@/domain/time'
import { tell } from '../message/tell'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import type { UseCase } from '../runtime/serve'
import { reread } from './community-view'
import { changeCommunity, lockCommunity, standingOf, type LockedCommunity } from './lock-community'
import { readHome } from './open-home'
import { writeMembership } from './membership.sql'

type HandOverUnknown = { code: 'hand-over.unknown' }

/** Writes the offer, by its leader or by the staff in place of one who is gone. */
export const writeOffer = async (
  trx: Trx,
  deps: Deps,
  communityId: CommunityId,
  toId: MemberId,
  by: MemberId | 'staff',
): Promise<Result<'offered', CommunityRefusal | OfferNo>> => {
  const found = await lockCommunity(trx, deps, communityId)
  if (!found) return refuse({ code: 'community.unknown' })
  const facts = {
    community: found,
    by,
    toId,
    to: await standingOf(trx, deps, toId),
    hasOpenOffer: found.offer !== null,
  }
  const offered = offerHandOver(facts)
  if (!offered.ok) return offered
  const id: HandOverId = deps.newId('hov')
  await trx
    .insertInto('community_hand_over')
    .values({
      store_id: deps.storeId,
      id,
      community_id: communityId,
      from_id: found.leaderId,
      to_id: toId,
      state: offered.value,
      offered_at: new Date(deps.now()),
    })
    .execute()
  await changeCommunity(trx, deps, found, {})
  await tellHeir(trx, deps, found, id, toId)
  return offered
}

const tellHeir = async (
  trx: Trx,
  deps: Deps,
  found: LockedCommunity,
  id: HandOverId,
  toId: MemberId,
): Promise<void> => {
  const { name } = await trx
    .selectFrom('member')
    .select('name')
    .where('store_id', '=', deps.storeId)
    .where('id', '=', found.leaderId)
    .executeTakeFirstOrThrow()
  const about = { communityId: found.id, community: found.name, from: name, answerBy: offerDeadline(deps.now()) }
  const facts = { handOverId: id, ...about }
  await tell(trx, deps, [{ kind: 'community-offered', memberId: toId, subject: id, facts }])
}

export const offer: UseCase<typeof community.offer> = async (deps, { memberId }, { communityId, toId }) => {
  const offered = await deps.db.transaction().execute((trx) => writeOffer(trx, deps, communityId, toId, memberId))
  return offered.ok ? ok(await reread(deps, communityId, memberId)) : offered
}

export const withdrawOffer: UseCase<typeof community.withdrawOffer> = async (deps, { memberId }, { communityId }) => {
  type No = CommunityRefusal | HandOverUnknown | { code: 'community.not-yours' }
  const withdrawn = await deps.db.transaction().execute(async (trx): Promise<Result<true, No>> => {
    const found = await lockCommunity(trx, deps, communityId)
    if (!found) return refuse({ code: 'community.unknown' })
    if (found.leaderId !== memberId) return refuse({ code: 'community.not-yours' })
    if (!found.offer) return refuse({ code: 'hand-over.unknown' })
    await endOpenOffer(trx, deps, found, found.offer.id)
    return ok(true)
  })
  return withdrawn.ok ? ok(await reread(deps, communityId, memberId)) : withdrawn
}

/** `id` must be the open offer of a locked community, so nobody can answer it in this moment. Returns who was asked. */
export const endOpenOffer = async (trx: Trx, deps: Deps, found: LockedCommunity, id: HandOverId): Promise<MemberId> => {
  const toId = await endOffer(trx, deps, id, 'withdrawn')
  await changeCommunity(trx, deps, found, {})
  return toId
}

export const answerOffer: UseCase<typeof community.answerOffer> = async (deps, { memberId }, { handOverId, isYes }) => {
  const answered = await deps.db.transaction().execute((trx) => answer(trx, deps, handOverId, memberId, isYes))
  return answered.ok ? ok(await readHome(deps, memberId)) : answered
}

const answer = async (
  trx: Trx,
  deps: Deps,
  id: HandOverId,
  memberId: MemberId,
  isYes: boolean,
): Promise<Result<true, HandOverUnknown | AnswerNo>> => {
  const communityId = (await findOffer(trx, deps, id))?.communityId
  // the community first, then its offer: the order in which everybody locks them
  const found = communityId && (await lockCommunity(trx, deps, communityId))
  const made = found && (await findOffer(trx, deps, id))
  if (!found || !made || made.toId !== memberId) return refuse({ code: 'hand-over.unknown' })
  const standing = await standingOf(trx, deps, memberId)
  const answered = answerHandOver(made, memberId, standing, isYes, deps.now())
  if (!answered.ok) return answered
  await endOffer(trx, deps, id, answered.value)
  await changeCommunity(trx, deps, found, answered.value === 'accepted' ? { leader_id: memberId } : {})
  if (answered.value === 'accepted') {
    await writeMembership(trx, deps, found.id, memberId, 'joined')
    await moveDrafts(trx, deps, found.id, memberId)
  }
  return ok(true)
}

/** As `salesAtHandOver` has it: a draft belongs to whoever opens it, a sale that has opened keeps its leader. */
const moveDrafts = async (trx: Trx, deps: Deps, communityId: CommunityId, toId: MemberId): Promise<void> => {
  await trx
    .updateTable('sale')
    .set({ leader_id: toId, updated_at: new Date(deps.now()) })
    .where('store_id', '=', deps.storeId)
    .where('community_id', '=', communityId)
    .where('state', '=', 'draft')
    .execute()
}

const findOffer = async (trx: Trx, deps: Deps, id: HandOverId) => {
  const row = await trx
    .selectFrom('community_hand_over')
    .select(['community_id', 'to_id', 'state', 'offered_at'])
    .where('store_id', '=', deps.storeId)
    .where('id', '=', id)
    .executeTakeFirst()
  return (
    row && {
      communityId: row.community_id as CommunityId,
      toId: row.to_id as MemberId,
      state: row.state,
      offeredAt: epochMs(row.offered_at.getTime()),
    }
  )
}

const endOffer = async (
  trx: Trx,
  deps: Deps,
  id: HandOverId,
  state: 'accepted' | 'declined' | 'withdrawn',
): Promise<MemberId> => {
  const { to_id } = await trx
    .updateTable('community_hand_over')
    .set({ state, ended_at: new Date(deps.now()) })
    .where('store_id', '=', deps.storeId)
    .where('id', '=', id)
    .returning('to_id')
    .executeTakeFirstOrThrow()
  return to_id as MemberId
}
