/** The page of a community as its caller may see it: neighbours masked, the leader's own part for the leader alone. */
import { createHash } from 'node:crypto'
import type { CommunityView, OwnCommunity } from '@/contract/community'
import { communityActsFor } from '@/domain/community/community'
import type { CommunityId, MemberId } from '@/domain/ids'
import { maskName } from '@/domain/share/mask'
import { epochMs } from '@/domain/time'
import type { Deps } from '../runtime/deps'
import { communityCard } from './community-card.sql'
import { readCommunity, type CommunityRecord, type Sought } from './community.sql'
import { handOverOffer } from './offer.sql'
import { saleCard } from './sale-card.sql'

export const findCommunity = async (
  deps: Deps,
  sought: Sought,
  memberId: MemberId | null,
): Promise<CommunityView | null> => {
  const record = await readCommunity(deps, sought, memberId)
  return record && communityView(record, memberId, 'code' in sought ? sought.code : null)
}

/** After an act of somebody who has just been found in it. */
export const reread = async (deps: Deps, communityId: CommunityId, memberId: MemberId): Promise<CommunityView> => {
  const view = await findCommunity(deps, { communityId }, memberId)
  if (!view) throw new Error(`${communityId} has gone`)
  return view
}

const communityView = (c: CommunityRecord, memberId: MemberId | null, code: string | null): CommunityView => {
  const sharer = c.sharer && c.sharer.id !== memberId ? c.sharer : null
  return {
    ...communityCard(c),
    note: c.note,
    cardPicture: c.cardPicture,
    version: c.version,
    faces: (c.faces ?? []).map(({ id, name, avatar }) => ({
      name: id === memberId ? name : maskName(name),
      avatar,
      isLeader: id === c.leaderId,
      isYou: id === memberId,
    })),
    sales: (c.sales ?? []).map(saleCard),
    past: (c.past ?? []).map(saleCard),
    pickupPoints: c.pickupPoints ?? [],
    sharer: sharer && { name: maskName(sharer.name), avatar: sharer.avatar },
    shareCode: sharer ? code : null,
    own: memberId !== null && c.leaderId === memberId ? ownPart(c) : null,
  }
}

const ownPart = (c: CommunityRecord): OwnCommunity => ({
  acts: communityActsFor(c, 'leader'),
  pausedBy: c.pausedBy,
  groups: (c.groups ?? []).map(({ opengid, boundAt }) => ({ key: groupKey(opengid), boundAt: epochMs(boundAt) })),
  offer: c.offer?.[0] ? handOverOffer(c.offer[0]) : null,
  heirs: (c.heirs ?? []).map(({ id, name, avatar }) => ({ memberId: id, name, avatar })),
})

/** Names a bound group to a screen without telling its opengid. */
export const groupKey = (opengid: string): string => createHash('sha256').update(opengid).digest('hex').slice(0, 24)
