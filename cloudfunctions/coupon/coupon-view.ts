/** A coupon as its owner sees it: columns, row and view, for whoever shows one. */
import type { CouponFace, CouponSource, CouponView, CouponWay } from '@/contract/coupon'
import type { CouponTerms } from '@/domain/coupon/terms'
import type { CategoryId, CouponId, OrderId, ProductId } from '@/domain/ids'
import { epochMs } from '@/domain/time'
import { scopeNamesSql } from './scope-names.sql'

export type CouponRow = {
  id: CouponId
  name: string
  terms: CouponTerms
  scopeNames: readonly string[]
  state: CouponView['state']
  source: CouponSource
  validFromAt: number
  expiresAt: number
  orderId: OrderId | null
  voidReason: string | null
}

const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::bigint`

/** Columns of a `CouponRow` from `coupon c`; $1 is the store. */
export const couponColumns = `
c.id, c.name, c.terms, (${scopeNamesSql('c.terms')}) as "scopeNames", c.state, c.source, ${ms('c.valid_from')} as "validFromAt",
${ms('c.expires_at')} as "expiresAt", c.order_id as "orderId", c.void_reason as "voidReason"`

export const faceOf = (name: string, terms: CouponTerms, scopeNames: readonly string[]): CouponFace => ({
  name,
  offer: terms.offer,
  thresholdFen: terms.thresholdFen,
  scopeNames,
  leadsTo: wayTo(terms.scope),
  combines: terms.combines,
})

const wayTo = (scope: CouponTerms['scope']): CouponWay => {
  const [id, ...others] = scope.kind === 'all' ? [] : scope.ids
  if (scope.kind === 'all' || id === undefined) return { to: 'shop' }
  if (scope.kind === 'categories') return { to: 'category', id: id as CategoryId }
  return others.length > 0 ? { to: 'products' } : { to: 'product', id: id as ProductId }
}

export const couponView = ({ name, terms, scopeNames, validFromAt, expiresAt, ...row }: CouponRow): CouponView => ({
  ...faceOf(name, terms, scopeNames),
  ...row,
  validFromAt: epochMs(validFromAt),
  expiresAt: epochMs(expiresAt),
})
