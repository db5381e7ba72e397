/** A member reads all that the shop holds of them (rules §12). */
import type { member } from '@/contract/member'
import { KEPT } from '@/domain/member/deletion'
import { ok } from '@/domain/result'
import type { UseCase } from '../runtime/serve'
import { exportOrders, exportPerson } from './export-data.sql'
import { gone } from './me.sql'

const nothing = {
  ...{ member: null, addresses: null, cart: null, favorites: null, visits: null, shares: null },
  ...{ coupons: null, points: null, messages: null, permissions: null },
}

export const exportData: UseCase<typeof member.exportData> = async (deps, { memberId }, { cursor }) => {
  const person = cursor ? nothing : await exportPerson(deps, memberId)
  if (!cursor && person.member === null) return gone(memberId)
  const { orders, next } = await exportOrders(deps, memberId, cursor)
  return ok({ madeAt: deps.now(), ...person, orders, kept: KEPT, next })
}
