/** What a member could pay with beside money: the coupons that end first, and points. */
import type { CouponFace } from '@/contract/coupon'
import type { CouponTerms, HeldCoupon } from '@/domain/coupon/terms'
import type { CouponId, MemberId } from '@/domain/ids'
import { spendable } from '@/domain/points/ledger'
import { epochMs } from '@/domain/time'
import { faceOf } from '../coupon/coupon-view'
import { scopeNamesSql } from '../coupon/scope-names.sql'
import { together } from '../runtime/together'

/** More than this nobody looks through, and the best of them is still found in a few milliseconds. What waits longest can wait. */
const MOST_COUPONS = 50

export type WalletRow = {
  readonly coupons: readonly {
    id: CouponId
    name: string
    terms: CouponTerms
    scopeNames: readonly string[]
    validFromAt: number
    expiresAt: number
  }[]
  readonly points: { balance: number; frozen: number; owed: number } | null
}

export type Wallet = {
  readonly coupons: readonly HeldCoupon[]
  readonly faces: ReadonlyMap<CouponId, CouponFace>
  /** Points that can be spent. */
  readonly points: number
}

const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::bigint`

/** JSON of a `WalletRow`; $1 is the store. */
export const walletSql = (memberId: string, now: string): string => `
json_build_object(
  'coupons', coalesce((select json_agg(json_build_object('id', c.id, 'name', c.name, 'terms', c.terms,
      'scopeNames', (${scopeNamesSql('c.terms')}), 'validFromAt', ${ms('c.valid_from')}, 'expiresAt', ${ms('c.expires_at')}))
    from (select * from coupon where store_id = $1 and member_id = ${memberId} and state = 'claimed' and expires_at > ${now}::timestamptz
      order by expires_at, id limit ${MOST_COUPONS}) c), '[]'),
  'points', (select json_build_object('balance', balance, 'frozen', frozen, 'owed', owed)
    from member_points where store_id = $1 and member_id = ${memberId}))`

const readWalletsStatement = {
  name: 'order.read-wallets',
  text: `
select ${walletSql('a.member_id', '$3')} as wallet
from unnest($2::text[]) with ordinality as a (member_id, n) order by a.n`,
}

export const readWallet = together<MemberId, Wallet>(async (deps, memberIds) => {
  const params = [deps.storeId, memberIds, new Date(deps.now())]
  const rows = await deps.database.run<{ wallet: WalletRow }>(readWalletsStatement, params)
  return rows.map(({ wallet }) => walletOf(wallet))
})

export const walletOf = ({ coupons, points }: WalletRow): Wallet => ({
  coupons: coupons.map(({ id, name, terms, validFromAt, expiresAt }) => ({
    id,
    name,
    offer: terms.offer,
    thresholdFen: terms.thresholdFen,
    scope: terms.scope,
    combines: terms.combines,
    validFromAt: epochMs(validFromAt),
    expiresAt: epochMs(expiresAt),
  })),
  faces: new Map(coupons.map((c) => [c.id, faceOf(c.name, c.terms, c.scopeNames)])),
  points: points ? spendable(points) : 0,
})
