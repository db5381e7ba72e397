/** Leaders and communities for tests, by the doors where that is the plain way. */
import type { CommunityId, MemberId, PickupPointId } from '@/domain/ids'
import type { LeaderState } from '@/domain/community/leader'
import { dataOf, type Shop } from '../functions'

export type Led = { readonly leaderId: MemberId; readonly communityId: CommunityId; readonly openid: string }

let serial = 0

/** A member who stands as `state`, with the openid that WeChat's check of words wants. */
export const aLeader = async (
  shop: Shop,
  {
    name = '阿芳',
    state = 'approved',
    rateBp = null,
  }: { name?: string; state?: LeaderState; rateBp?: number | null } = {},
): Promise<{ leaderId: MemberId; openid: string }> => {
  const openid = `o-leader-${++serial}`
  const leaderId = await shop.aMember({ name, openid, isLeader: state === 'approved' })
  const at = new Date(shop.clock.now())
  await shop.deps.db
    .insertInto('leader')
    .values({
      store_id: shop.deps.storeId,
      member_id: leaderId,
      state,
      since_at: at,
      applied_at: at,
      neighbourhood: '梧桐里',
      rate_bp: rateBp,
    })
    .execute()
  return { leaderId, openid }
}

/** An approved leader with a community of their own. */
export const aCommunity = async (
  shop: Shop,
  { name = '梧桐里邻里群', pickupPointIds = [] as PickupPointId[] } = {},
): Promise<Led> => {
  const { leaderId, openid } = await aLeader(shop)
  const { id } = dataOf(await shop.call('community', 'found', { name, pickupPointIds }, leaderId))
  return { leaderId, openid, communityId: id }
}

/** Somebody who has joined. */
export const aNeighbour = async (shop: Shop, communityId: CommunityId, name = '小美'): Promise<MemberId> => {
  const memberId = await shop.aMember({ name })
  dataOf(await shop.call('community', 'moveMembership', { communityId, act: 'join' }, memberId))
  return memberId
}
