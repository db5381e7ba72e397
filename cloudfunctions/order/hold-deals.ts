/**
 * Coupons, points and flash pieces of an order that nobody paid: given back with its end, in the transaction that gives back
 * its stock and before that; taken once more where money came late. Orders without any cost nothing here.
 */
import type { EndedBy } from '@/domain/coupon/coupon'
import type { OrderId } from '@/domain/ids'
import { freezePoints, releasePoints } from '@/domain/points/ledger'
import { giveBackCoupons, lockCoupons, lockCouponsAgain } from '../coupon/order-coupons'
import { changePoints, lockPoints } from '../points/change-points'
import { brokenConstraint } from '../runtime/db/errors'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import { giveBackFlash, takeFlashAgain } from './flash-hold.sql'
import type { OrderRow } from './lock-order'

/** The order must be locked and unpaid. */
export const giveBackDeals = async (trx: Trx, deps: Deps, order: OrderRow, endedBy: EndedBy): Promise<void> => {
  const { deals, member_id } = order
  if (deals) await giveBackCoupons(trx, deps, order.id, deals.couponIds, endedBy)
  if (deals && deals.points > 0 && member_id !== null)
    await changePoints(trx, deps, member_id, (account) => ({
      account: releasePoints(account, deals.points),
      rows: [],
    }))
  await giveBackFlash(trx, deps, order)
}

/** Of a paid order whose goods go back before its refund does: locked in the order of placing, coupons, points, and stock last. */
export const lockDeals = async (trx: Trx, deps: Deps, { deals, member_id }: OrderRow): Promise<void> => {
  if (deals) await lockCoupons(trx, deps, deals.couponIds)
  if (deals?.points && member_id !== null) await lockPoints(trx, deps, member_id)
}

/** Something of it is gone; the transaction must be undone. */
class DealsGone extends Error {}

export const areDealsGone = (error: unknown): boolean =>
  error instanceof DealsGone || ['flash_sold_out', 'flash_limit_reached'].includes(brokenConstraint(error) ?? '')

/** Holds once more what `giveBackDeals` gave back. Throws what `areDealsGone` knows where it can't. */
export const holdDealsAgain = async (trx: Trx, deps: Deps, order: OrderRow): Promise<void> => {
  const { deals, member_id } = order
  if (deals && !(await lockCouponsAgain(trx, deps, order.id as OrderId, deals.couponIds))) throw new DealsGone()
  if (deals && deals.points > 0 && member_id !== null)
    await changePoints(trx, deps, member_id, (account) => {
      const frozen = freezePoints(account, deals.points)
      if (!frozen.ok) throw new DealsGone()
      return { account: frozen.value, rows: [] }
    })
  if (!(await takeFlashAgain(trx, deps, order))) throw new DealsGone()
}
