/** The coupons of one order, locked for the length of a transaction: a rule decides what becomes of each. */
import type { Coupon, Locked, Used } from '@/domain/coupon/coupon'
import { giveBackCoupon, lockCoupon, type EndedBy } from '@/domain/coupon/coupon'
import type { CouponId, OrderId } from '@/domain/ids'
import { epochMs } from '@/domain/time'
import type { Selectable } from 'kysely'
import type { Trx } from '../runtime/db/connect'
import type { Tables } from '../runtime/db/tables'
import type { Deps } from '../runtime/deps'

type Row = Selectable<Tables['coupon']>

/** The order has ended: what it held or used goes back by the rule. Its row must be locked. */
export const giveBackCoupons = async (
  trx: Trx,
  deps: Deps,
  orderId: string,
  couponIds: readonly CouponId[],
  endedBy: EndedBy,
): Promise<void> => {
  for (const row of await lockCoupons(trx, deps, couponIds)) {
    const coupon = couponOf(row)
    // it may have gone back before, and be in another order by now
    if (!isOf(coupon, orderId)) continue
    await write(trx, deps, row, giveBackCoupon(coupon, endedBy, deps.now()))
  }
}

/** False where one of them can't be locked again, and the transaction must be undone. */
export const lockCouponsAgain = async (
  trx: Trx,
  deps: Deps,
  orderId: OrderId,
  couponIds: readonly CouponId[],
): Promise<boolean> => {
  const rows = await lockCoupons(trx, deps, couponIds)
  for (const row of rows) {
    const locked = lockCoupon(couponOf(row), orderId, deps.now())
    if (!locked.ok) return false
    await write(trx, deps, row, locked.value)
  }
  return rows.length === couponIds.length
}

/** By id, as everybody locks them. */
export const lockCoupons = (trx: Trx, deps: Deps, couponIds: readonly CouponId[]): Promise<Row[]> =>
  couponIds.length === 0
    ? Promise.resolve([])
    : trx
        .selectFrom('coupon')
        .selectAll()
        .where('store_id', '=', deps.storeId)
        .where('id', 'in', couponIds)
        .orderBy('id')
        .forUpdate()
        .execute()

const isOf = (coupon: Coupon, orderId: string): coupon is Locked | Used =>
  (coupon.state === 'locked' || coupon.state === 'used') && coupon.orderId === orderId

const couponOf = (row: Row): Coupon => {
  const dates = { validFromAt: epochMs(row.valid_from.getTime()), expiresAt: epochMs(row.expires_at.getTime()) }
  switch (row.state) {
    case 'claimed':
    case 'expired':
      return { state: row.state, ...dates }
    case 'locked':
    case 'used':
      return { state: row.state, orderId: row.order_id as OrderId, ...dates }
    case 'voided':
      return { state: row.state, reason: row.void_reason ?? '', ...dates }
    default:
      return row.state satisfies never
  }
}

const write = async (trx: Trx, deps: Deps, row: Row, coupon: Coupon): Promise<void> => {
  const isOver = coupon.state === 'used' || coupon.state === 'expired' || coupon.state === 'voided'
  await trx
    .updateTable('coupon')
    .set({
      state: coupon.state,
      order_id: coupon.state === 'locked' || coupon.state === 'used' ? coupon.orderId : null,
      expires_at: new Date(coupon.expiresAt),
      ended_at: isOver ? (row.ended_at ?? new Date(deps.now())) : null,
    })
    .where('store_id', '=', deps.storeId)
    .where('id', '=', row.id)
    .execute()
}
