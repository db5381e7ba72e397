/**
 * A community (社群): neighbours around one leader, bound to WeChat groups, with sales of its own. Business rules §5.
 * Paused it takes no new sale, what is open runs on; closed it is history.
 */
import type { MemberId } from '../ids'
import { ok, refuse, type Result } from '../result'
import { leaderPowers, type LeaderState } from './leader'

export type CommunityState = 'active' | 'paused' | 'closed'
export type CommunityAct = 'pause' | 'resume' | 'close'
export type CommunityRole = 'leader' | 'staff'

type Move = {
  readonly from: readonly CommunityState[]
  readonly to: CommunityState
  readonly by: readonly CommunityRole[]
}

const communityActs = {
  pause: { from: ['active'], to: 'paused', by: ['leader', 'staff'] },
  resume: { from: ['paused'], to: 'active', by: ['leader', 'staff'] },
  close: { from: ['active', 'paused'], to: 'closed', by: ['leader', 'staff'] },
} as const satisfies Record<CommunityAct, Move>

export type Community = {
  readonly leaderId: MemberId
  readonly state: CommunityState
  /** Who paused it; null unless paused. */
  readonly pausedBy: CommunityRole | null
  /** Sales that are open, closed, being picked or delivered. */
  readonly runningSales: number
}

export type CommunityNo =
  | { code: 'community.move'; state: CommunityState; act: CommunityAct }
  | { code: 'community.paused-by-staff' }
  | { code: 'community.sales-running'; runningSales: number }

/** The state after `act`. What staff paused only staff resume; nothing is closed over the heads of people who have paid. */
export const moveCommunity = (
  community: Community,
  act: CommunityAct,
  by: CommunityRole,
): Result<CommunityState, CommunityNo> => {
  const move: Move = communityActs[act]
  if (!move.from.includes(community.state) || !move.by.includes(by))
    return refuse({ code: 'community.move', state: community.state, act })
  if (act === 'resume' && by === 'leader' && community.pausedBy === 'staff')
    return refuse({ code: 'community.paused-by-staff' })
  if (act === 'close' && community.runningSales > 0)
    return refuse({ code: 'community.sales-running', runningSales: community.runningSales })
  return ok(move.to)
}

/** The acts that `by` may do now; screens draw exactly these. */
export const communityActsFor = (community: Community, by: CommunityRole): CommunityAct[] =>
  (Object.keys(communityActs) as CommunityAct[]).filter((act) => moveCommunity(community, act, by).ok)

/** The most communities a leader keeps: one person knows a few courtyards, not a city. Staff may raise it. */
const MOST_COMMUNITIES = 20

export type FoundNo = { code: 'leader.not-approved' } | { code: 'community.too-many'; limit: number }

/** Whether a leader may open one more community; it is active at once, since the leader was checked by staff. */
export const foundCommunity = (
  leader: LeaderState | null,
  kept: number,
  limit = MOST_COMMUNITIES,
): Result<'active', FoundNo> => {
  if (!leader || !leaderPowers[leader].opensSales) return refuse({ code: 'leader.not-approved' })
  return kept < limit ? ok('active') : refuse({ code: 'community.too-many', limit })
}
