/** Forgetting a person: what is theirs alone goes, what the shop must keep stays without them. */
import { sql } from 'kysely'
import type { MemberId } from '@/domain/ids'
import type { MoneyState } from '@/domain/order/money-state'
import type { TradeState } from '@/domain/order/trade'
import type { Trx } from '../runtime/db/connect'
import type { MemberSettingsRow } from '../runtime/db/tables'
import type { Deps } from '../runtime/deps'

/** How many orders stand in which state. */
export const countOrders = async (
  trx: Trx,
  deps: Deps,
  memberId: MemberId,
): Promise<{ trade: TradeState; money: MoneyState; orders: number }[]> =>
  (
    await sql<{ trade: TradeState; money: MoneyState; orders: number }>`
      select trade, money, count(*)::int as orders from orders
      where store_id = ${deps.storeId} and member_id = ${memberId} group by trade, money`.execute(trx)
  ).rows

/** Orders keep number, lines and money; who bought, where it went and what they wrote is gone, and so is who shared. */
export const unlinkOrders = async (trx: Trx, deps: Deps, memberId: MemberId): Promise<void> => {
  await sql`
    update orders set member_id = null, buyer_name = '', buyer_phone = null, address = null, note = null, pickup_code = null
    where store_id = ${deps.storeId} and member_id = ${memberId}`.execute(trx)
  await sql`update orders set sharer_id = null where store_id = ${deps.storeId} and sharer_id = ${memberId}`.execute(
    trx,
  )
}

export const unlinkShares = async (trx: Trx, deps: Deps, memberId: MemberId): Promise<void> => {
  await trx
    .updateTable('share')
    .set({ member_id: null })
    .where('store_id', '=', deps.storeId)
    .where('member_id', '=', memberId)
    .execute()
  await trx
    .updateTable('share_open')
    .set({ member_id: null })
    .where('store_id', '=', deps.storeId)
    .where('member_id', '=', memberId)
    .execute()
}

/** The trail says what the staff did, and no more to whom. */
export const unnameInTrail = async (trx: Trx, deps: Deps, memberId: MemberId): Promise<void> => {
  await trx
    .updateTable('audit')
    .set({ subject_name: null })
    .where('store_id', '=', deps.storeId)
    .where('subject', '=', memberId)
    .execute()
}

const BELONGINGS = [
  ...(['address', 'cart_line', 'favorite', 'product_visit'] as const),
  ...(['coupon', 'member_points', 'points_entry', 'flash_buyer', 'assist_try'] as const),
  ...(['inbox_message', 'message_permit', 'message_permit_entry'] as const),
] as const

export const deleteBelongings = async (trx: Trx, deps: Deps, memberId: MemberId): Promise<void> => {
  for (const table of BELONGINGS)
    await trx.deleteFrom(table).where('store_id', '=', deps.storeId).where('member_id', '=', memberId).execute()
  // a code that was exchanged stays exchanged
  await trx
    .updateTable('coupon_code')
    .set({ member_id: null })
    .where('store_id', '=', deps.storeId)
    .where('member_id', '=', memberId)
    .execute()
}

/** The row stays, so that its id is never given again and says only when somebody left. Answers with the files to remove. */
export const emptyMember = async (trx: Trx, deps: Deps, memberId: MemberId): Promise<string[]> => {
  const { rows } = await sql<{ settings: MemberSettingsRow }>`
    with before as (select settings from member where store_id = ${deps.storeId} and id = ${memberId})
    update member m set openid = null, name = '', avatar = null, phone = null, level = 'ordinary', is_leader = false,
      settings = '{}', deleted_at = ${new Date(deps.now())}
    from before where m.store_id = ${deps.storeId} and m.id = ${memberId}
    returning before.settings`.execute(trx)
  const { avatarKey, pendingAvatar } = rows[0]?.settings ?? {}
  return [avatarKey, pendingAvatar?.key].filter((key) => key !== undefined)
}
