/** A neighbour in a community: joins with one tap, leaves with one tap, mutes its messages without leaving. Business rules §5. */
import type { MemberId } from '../ids'
import { ok, refuse, type Result } from '../result'
import type { Community } from './community'

/** `muted`: still a member who may order, but gets no message of the community, whatever was subscribed to. */
export type MembershipState = 'joined' | 'muted' | 'left'
export type MembershipAct = 'join' | 'leave' | 'mute' | 'unmute'

/** `none` is somebody who never joined. An act that changes nothing is lawful, so that a second tap is no error. */
const membershipMoves = {
  none: { join: 'joined' },
  joined: { join: 'joined', leave: 'left', mute: 'muted', unmute: 'joined' },
  muted: { join: 'muted', leave: 'left', mute: 'muted', unmute: 'joined' },
  left: { join: 'joined', leave: 'left' },
} as const satisfies Record<MembershipState | 'none', Partial<Record<MembershipAct, MembershipState>>>

export type MembershipNo =
  { code: 'community.closed' } | { code: 'community.not-member' } | { code: 'community.leader-stays' }

/** The membership after `act`; `state` null = never joined. The leader stays until the community is handed over. */
export const moveMembership = (
  state: MembershipState | null,
  act: MembershipAct,
  memberId: MemberId,
  community: Pick<Community, 'leaderId' | 'state'>,
): Result<MembershipState, MembershipNo> => {
  if (act === 'join' && community.state === 'closed') return refuse({ code: 'community.closed' })
  if (act === 'leave' && memberId === community.leaderId) return refuse({ code: 'community.leader-stays' })
  const moves: Partial<Record<MembershipAct, MembershipState>> = membershipMoves[state ?? 'none']
  const to = moves[act]
  return to ? ok(to) : refuse({ code: 'community.not-member' })
}

export const isMember = (state: MembershipState | null): boolean => state === 'joined' || state === 'muted'
export const getsMessages = (state: MembershipState | null): boolean => state === 'joined'
