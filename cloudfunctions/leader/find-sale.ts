/** The sale that somebody looks after: a leader their own, staff those of their pick-up points. Any other is unknown. */
import type { PickupPointId, SaleId } from '@/domain/ids'
import { refuse, type Refused } from '@/domain/result'
import type { MemberCaller, StaffCaller } from '../runtime/caller'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import { lockSale, type SaleRow } from '../sale/lock-sale'

export type Keeper = MemberCaller | StaffCaller
/** Pick-up points whose rows somebody sees; null = all. */
export type Scope = readonly PickupPointId[] | null

export const unknownSale = (): Refused<{ code: 'sale.unknown' }> => refuse({ code: 'sale.unknown' })

export const scopeOf = (keeper: Keeper): Scope => (keeper.kind === 'staff' ? keeper.pickupPointIds : null)

type Kept = { readonly leader_id: string | null; readonly pickup_point_ids: readonly string[] | null }

export const isKeptBy = ({ leader_id, pickup_point_ids }: Kept, keeper: Keeper): boolean => {
  if (keeper.kind === 'member') return leader_id === keeper.memberId
  const scope: readonly string[] | null = keeper.pickupPointIds
  return scope === null || (pickup_point_ids ?? []).some((point) => scope.includes(point))
}

/** What concerns every order of a sale (counting in, sharing out) is not for whoever sees only a part of it. */
export const isWhole = (points: readonly string[] | null, scope: readonly string[] | null): boolean =>
  scope === null || (points !== null && points.every((point) => scope.includes(point)))

export type Asked = { readonly whole?: boolean }

const kept = (sale: SaleRow | null, keeper: Keeper, { whole = false }: Asked): SaleRow | null =>
  sale && isKeptBy(sale, keeper) && (!whole || isWhole(sale.pickup_point_ids, scopeOf(keeper))) ? sale : null

export const findSale = async (
  deps: Deps,
  keeper: Keeper,
  saleId: SaleId,
  asked: Asked = {},
): Promise<SaleRow | null> => {
  const sale = await deps.db
    .selectFrom('sale')
    .selectAll()
    .where('store_id', '=', deps.storeId)
    .where('id', '=', saleId)
    .executeTakeFirst()
  return kept(sale ?? null, keeper, asked)
}

/** The row stays locked until the transaction ends. */
export const lockKeptSale = async (
  trx: Trx,
  deps: Deps,
  keeper: Keeper,
  saleId: SaleId,
  asked: Asked = {},
): Promise<SaleRow | null> => kept(await lockSale(trx, deps, saleId), keeper, asked)
