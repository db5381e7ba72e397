/** Leaders and communities as the staff look after them. */
import * as z from 'zod'
import { action, idOf, words, wordsOrNone } from './define'
import type { HandOverOffer } from './community'
import type { PickupPointView } from './views'
import type { CommunityAct, CommunityNo, CommunityState } from '@/domain/community/community'
import type { OfferNo } from '@/domain/community/hand-over'
import type { LeaderState } from '@/domain/community/leader'
import type { CommunityId, MemberId } from '@/domain/ids'
import type { Fen } from '@/domain/money'
import type { EpochMs } from '@/domain/time'

export type LeaderRow = {
  memberId: MemberId
  /** In full, as in sales and payouts: who leads, or asks to, works with the shop. Their phone stays masked. */
  name: string
  avatar: string | null
  state: LeaderState
  sinceAt: EpochMs
  appliedAt: EpochMs
  neighbourhood: string
  communities: number
  neighbours: number
  /** Of the last thirty days. */
  sales: number
  paidFen: Fen
  /** Null = as everybody. */
  rateBp: number | null
}

export type LeaderView = LeaderRow & {
  intro: string
  maskedPhone: string | null
  decidedBy: string | null
  reason: string | null
  /** What an order of theirs would earn today. */
  effectiveRateBp: number
  communityRows: readonly CommunityRow[]
  /** Past purchases of the applicant here: the only thing a shop knows of a stranger. */
  orders: { count: number; paidFen: Fen; firstAt: EpochMs | null }
}

export type CommunityRow = {
  id: CommunityId
  name: string
  state: CommunityState
  pausedBy: 'leader' | 'staff' | null
  /** No name where they have left the shop. */
  leader: { memberId: MemberId; name: string; state: LeaderState }
  members: number
  groups: number
  openSales: number
  paidFen: Fen
  createdAt: EpochMs
}

export type StaffCommunityView = CommunityRow & {
  note: string
  acts: readonly CommunityAct[]
  pickupPoints: readonly PickupPointView[]
  boundGroups: readonly { key: string; boundAt: EpochMs }[]
  offer: HandOverOffer | null
  history: readonly { from: string; to: string; state: string; at: EpochMs }[]
  /** Approved leaders it could be handed to. */
  heirs: readonly { memberId: MemberId; name: string }[]
}

const pageIn = { page: z.int().min(1).max(200).default(1), pageSize: z.int().min(5).max(50).default(20) }
const textIn = z.string().trim().max(40).optional()

export const staffCommunity = {
  leaders: action<{ rows: readonly LeaderRow[]; total: number; counts: Record<'all' | LeaderState, number> }>()(
    'staff:community.read',
    z.strictObject({
      state: z.enum(['all', 'applied', 'approved', 'rejected', 'suspended']).default('all'),
      text: textIn,
      ...pageIn,
    }),
  ),
  leader: action<LeaderView, { code: 'leader.unknown' }>()(
    'staff:community.read',
    z.strictObject({ memberId: idOf('mem') }),
  ),
  /** Approve, reject, suspend, restore. A reason is asked for what the leader will not like, and they read it. */
  decideLeader: action<
    LeaderView,
    { code: 'leader.unknown' } | { code: 'leader.move'; state: LeaderState } | { code: 'leader.no-reason' }
  >()(
    'staff:community.write',
    z.strictObject({
      memberId: idOf('mem'),
      to: z.enum(['approved', 'rejected', 'suspended']),
      reason: wordsOrNone(100).default(''),
    }),
  ),
  communities: action<{
    rows: readonly CommunityRow[]
    total: number
    counts: Record<'all' | CommunityState, number>
  }>()(
    'staff:community.read',
    z.strictObject({ state: z.enum(['all', 'active', 'paused', 'closed']).default('all'), text: textIn, ...pageIn }),
  ),
  community: action<StaffCommunityView, { code: 'community.unknown' }>()(
    'staff:community.read',
    z.strictObject({ communityId: idOf('com') }),
  ),
  moveCommunity: action<StaffCommunityView, { code: 'community.unknown' } | CommunityNo>()(
    'staff:community.write',
    z.strictObject({ communityId: idOf('com'), act: z.enum(['pause', 'resume', 'close']), reason: words(100) }),
  ),
  unbindGroup: action<StaffCommunityView, { code: 'community.unknown' }>()(
    'staff:community.write',
    z.strictObject({ communityId: idOf('com'), key: z.string().min(8).max(64) }),
  ),
  /** In place of a leader who is gone; the new one still says yes or no. */
  offer: action<StaffCommunityView, { code: 'community.unknown' } | OfferNo>()(
    'staff:community.write',
    z.strictObject({ communityId: idOf('com'), toId: idOf('mem') }),
  ),
  /** `hand-over.unknown`: answered meanwhile, or another offer stands by now. */
  withdrawOffer: action<StaffCommunityView, { code: 'community.unknown' } | { code: 'hand-over.unknown' }>()(
    'staff:community.write',
    z.strictObject({ communityId: idOf('com'), handOverId: idOf('hov') }),
  ),
}
