/** A member leaves (rules §12). Their orders stay as the shop's papers, unlinked; everything else of them goes at once. */
import type { member } from '@/contract/member'
import { isOrderOpen } from '@/domain/member/deletion'
import { ok, refuse } from '@/domain/result'
import { unlinkAssists } from '../assist/unlink-member.sql'
import { dutiesOf, unlinkCommunities } from '../community/unlink-member.sql'
import { unlinkSeats } from '../group-buy/unlink-member.sql'
import { forgetMember } from '../runtime/identify'
import type { UseCase } from '../runtime/serve'
import { lockMember } from './address.sql'
import { countOrders, deleteBelongings, emptyMember, unlinkOrders, unlinkShares, unnameInTrail } from './delete-me.sql'
import { codeOf, keepOwedPoints, keepParts } from './keep-parts.sql'
import { gone } from './me.sql'

export const deleteMe: UseCase<typeof member.deleteMe> = async (deps, { memberId }) => {
  const left = await deps.db.transaction().execute(async (trx) => {
    if (!(await lockMember(trx, deps, memberId))) return gone(memberId)
    const counts = await countOrders(trx, deps, memberId)
    const openOrders = counts.reduce((sum, c) => sum + (isOrderOpen(c.trade, c.money) ? c.orders : 0), 0)
    if (openOrders > 0) return refuse({ code: 'member.has-open-orders', openOrders })
    const duties = await dutiesOf(trx, deps, memberId)
    if (duties.communities + duties.runningSales + duties.owedFen > 0)
      return refuse({ code: 'member.has-duties', ...duties })
    const code = await codeOf(trx, deps, memberId)
    // groups before orders, and cards before coupons, as everywhere
    await unlinkAssists(trx, deps, memberId, code)
    await keepParts(trx, deps, memberId, code)
    await unlinkSeats(trx, deps, memberId)
    await unlinkCommunities(trx, deps, memberId)
    await unlinkOrders(trx, deps, memberId)
    await keepOwedPoints(trx, deps, memberId, code)
    await unlinkShares(trx, deps, memberId)
    await unnameInTrail(trx, deps, memberId)
    await deleteBelongings(trx, deps, memberId)
    // inside the transaction: a picture that can't be removed keeps the member, who may then ask again
    for (const key of await emptyMember(trx, deps, memberId)) await deps.files.remove(key)
    return ok({ deleted: true } as const)
  })
  if (left.ok) forgetMember(memberId)
  return left
}
