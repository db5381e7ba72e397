/** A group as it lies in the database, for tests of what follows from it; the way there is tested with the doors. */
import type { GroupState } from '@/domain/group-buy/group'
import type { GroupCampaignId, GroupId, MemberId, ProductId, SkuId } from '@/domain/ids'
import { HOUR, later } from '@/domain/time'
import type { Shop } from '../functions'

export type GroupWish = {
  productId: ProductId
  skuId: SkuId
  priceFen?: number
  size?: number
  minSize?: number | null
  /** The first one opened it. */
  members?: readonly MemberId[]
  state?: GroupState
}

export const aGroup = async (
  shop: Shop,
  wish: GroupWish,
): Promise<{ groupId: GroupId; campaignId: GroupCampaignId }> => {
  const { productId, skuId, priceFen = 1490, size = 3, minSize = null, members = [], state = 'open' } = wish
  const { db, storeId, newId } = shop.deps
  const now = new Date(shop.clock.now())
  const [groupId, campaignId] = [newId('grp'), newId('gcp')]
  const leader = members[0] ?? (await shop.aMember())
  const ends = { starts_at: new Date(later(shop.clock.now(), -HOUR)), ends_at: new Date(later(shop.clock.now(), HOUR)) }
  const terms = { product_id: productId, size, min_size: minSize, life_minutes: 600 }
  await db
    .insertInto('group_campaign')
    .values({
      store_id: storeId,
      id: campaignId,
      name: '拼团',
      status: 'ended',
      ...terms,
      ...ends,
      created_at: now,
      updated_at: now,
    })
    .execute()
  await db
    .insertInto('group_price')
    .values({ store_id: storeId, campaign_id: campaignId, sku_id: skuId, price_fen: priceFen, stock_share: 100 })
    .execute()
  await db
    .insertInto('group_buy')
    .values({
      store_id: storeId,
      id: groupId,
      campaign_id: campaignId,
      ...terms,
      prices: JSON.stringify({ [skuId]: priceFen }),
      state,
      opener_id: leader,
      leader_id: leader,
      version: 1,
      created_at: now,
      opened_at: state === 'forming' ? null : now,
      deadline_at: state === 'forming' ? null : new Date(later(shop.clock.now(), 10 * HOUR)),
    })
    .execute()
  for (const memberId of members) await aSeat(shop, groupId, memberId)
  return { groupId, campaignId }
}

/** One more paid seat; the group's counter and version go along. */
export const aSeat = async (shop: Shop, groupId: GroupId, memberId: MemberId): Promise<void> => {
  const { db, storeId, newId } = shop.deps
  const group = await db
    .updateTable('group_buy')
    .set((eb) => ({ confirmed: eb('confirmed', '+', 1), version: eb('version', '+', 1) }))
    .where('store_id', '=', storeId)
    .where('id', '=', groupId)
    .returningAll()
    .executeTakeFirstOrThrow()
  const now = new Date(shop.clock.now() + group.confirmed)
  await db
    .insertInto('group_seat')
    .values({
      store_id: storeId,
      group_id: groupId,
      order_id: newId('ord'),
      campaign_id: group.campaign_id,
      member_id: memberId,
      nth: 1,
      state: 'confirmed',
      pieces: 1,
      reserved_at: now,
      confirmed_at: now,
    })
    .execute()
}

/** Moves it on without asking how: the version goes along. */
export const setGroup = async (shop: Shop, groupId: GroupId, state: GroupState): Promise<void> => {
  await shop.deps.db
    .updateTable('group_buy')
    .set((eb) => ({ state, version: eb('version', '+', 1) }))
    .where('store_id', '=', shop.deps.storeId)
    .where('id', '=', groupId)
    .execute()
}

export const groupRow = (shop: Shop, groupId: GroupId) =>
  shop.deps.db.selectFrom('group_buy').selectAll().where('id', '=', groupId).executeTakeFirstOrThrow()
