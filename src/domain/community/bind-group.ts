/** Ties a community to the WeChat groups its neighbours sit in, by `opengid`. Business rules §5. */
import type { CommunityId, MemberId } from '../ids'
import { ok, refuse, type Result } from '../result'
import type { Community } from './community'
import { leaderPowers, type LeaderState } from './leader'

/**
 * What WeChat itself decrypted when the actor opened the card: never built from what a client says. `chatType` as WeChat
 * counts: 1 single chat, 2 single chat with WeCom, 3 group, 4 WeCom group.
 */
export type OpenedFrom = { readonly opengid: string; readonly chatType: 1 | 2 | 3 | 4 }

/** A courtyard has a few groups; more than this is somebody collecting groups that aren't theirs. */
export const MOST_GROUPS = 20

export type BindFacts = {
  readonly communityId: CommunityId
  readonly community: Pick<Community, 'leaderId' | 'state'>
  /** How many groups the community has already. */
  readonly groups: number
  /** Where this `opengid` is bound in this shop, null if nowhere. */
  readonly boundTo: CommunityId | null
  readonly actorId: MemberId
  readonly actor: LeaderState | null
}

export type BindNo =
  | { code: 'community.not-yours' }
  | { code: 'leader.not-approved' }
  | { code: 'community.closed' }
  | { code: 'community.not-a-group' }
  | { code: 'community.group-taken' }
  | { code: 'community.too-many-groups'; limit: number }

/**
 * Only the community's own leader binds, from inside the group: that proves membership, which is all WeChat lets us know.
 * One group belongs to one community of a shop; to whose is not told. Binding it again to the same one changes nothing.
 */
export const bindGroup = (facts: BindFacts, from: OpenedFrom): Result<'bound' | 'already', BindNo> => {
  if (facts.actorId !== facts.community.leaderId) return refuse({ code: 'community.not-yours' })
  if (!facts.actor || !leaderPowers[facts.actor].opensSales) return refuse({ code: 'leader.not-approved' })
  if (facts.community.state === 'closed') return refuse({ code: 'community.closed' })
  if (from.chatType !== 3 && from.chatType !== 4) return refuse({ code: 'community.not-a-group' })
  if (facts.boundTo === facts.communityId) return ok('already')
  if (facts.boundTo) return refuse({ code: 'community.group-taken' })
  if (facts.groups >= MOST_GROUPS) return refuse({ code: 'community.too-many-groups', limit: MOST_GROUPS })
  return ok('bound')
}

/** Staff may loosen any group, e.g. one that changed hands; the leader their own. */
export const mayUnbind = (community: Pick<Community, 'leaderId'>, actor: MemberId | 'staff'): boolean =>
  actor === 'staff' || actor === community.leaderId
