/** The roll-up of one sale: how much of each product goes where, what came, what is missing. */
import type { leader as contract, RollUpView, SaleGoods } from '@/contract/leader'
import type { ParsedOf, RefusalOf } from '@/contract/define'
import type { PickupPointId, SaleId } from '@/domain/ids'
import { fen } from '@/domain/money'
import { ok, type Result } from '@/domain/result'
import { priceFloor } from '@/domain/sale/floor'
import { proposedLabel } from '@/domain/sale/label'
import { rollUp, type Place } from '@/domain/sale/roll-up'
import type { SoldLine } from '@/domain/sale/sold-line'
import { reachedPrice } from '@/domain/sale/tier'
import type { Deps } from '../runtime/deps'
import { isKeptBy, isWhole, scopeOf, unknownSale, type Keeper, type Scope } from './find-sale'
import { readRollUp, type GoodsFacts, type RollUpFacts } from './roll-up.sql'
import { soldLines } from './sold-lines.sql'

export const rollUpSale = async (
  deps: Deps,
  keeper: Keeper,
  { saleId }: ParsedOf<typeof contract.rollUp>,
): Promise<Result<RollUpView, RefusalOf<typeof contract.rollUp>>> => {
  const scope = scopeOf(keeper)
  const facts = await readRollUp(deps, saleId, scope)
  const isKept = facts && isKeptBy({ leader_id: facts.leaderId, pickup_point_ids: facts.pointIds }, keeper)
  return isKept ? ok(rollUpView(saleId, facts, scope)) : unknownSale()
}

/** Of a sale that the caller may see. */
export const rollUpOf = async (deps: Deps, saleId: SaleId, scope: Scope): Promise<RollUpView> => {
  const facts = await readRollUp(deps, saleId, scope)
  if (!facts) throw new Error('a sale vanished')
  return rollUpView(saleId, facts, scope)
}

const rollUpView = (saleId: SaleId, facts: RollUpFacts, scope: Scope): RollUpView => {
  const lines = soldLines(facts.sold, new Map(facts.goods.map((g) => [g.skuId, g.label])))
  const places = placesOf(facts.pointIds, lines, scope)
  return {
    // a count is of the whole truck: beside a part of the orders it would only look like a shortage
    ...rollUp(
      lines,
      facts.goods.map((g) => ({ ...g, received: isWhole(facts.pointIds, scope) ? g.received : null })),
      places,
    ),
    saleId,
    title: facts.title,
    state: facts.state,
    pickupPoints: places.flatMap((place) => facts.points.find((point) => point.id === place) ?? []),
    goods: facts.goods.map((g) => goodsView(g, facts.floorBp)),
    paidFen: fen(facts.paidFen),
    unpaid: facts.unpaid,
  }
}

/** The sale's points in their order, those without an order too; where something is brought to the door, that comes last. */
export const placesOf = (
  points: readonly PickupPointId[] | null,
  lines: readonly Pick<SoldLine, 'pickupPointId'>[],
  scope: Scope,
): Place[] => {
  const named = (points ?? []).filter((id) => scope === null || scope.includes(id))
  const others = new Set(lines.map((line) => line.pickupPointId).filter((id) => id === null || !named.includes(id)))
  const found = [...named, ...[...others].filter((id) => id !== null), ...(others.has(null) ? [null] : [])]
  return found.length > 0 || scope !== null ? found : [null]
}

const goodsView = (g: GoodsFacts, floorBp: number | null): SaleGoods & { label: string; priceFen: GoodsPrice } => ({
  skuId: g.skuId,
  productId: g.productId,
  title: g.title,
  options: g.options,
  picture: g.picture,
  shopFen: fen(g.shopFen),
  floorFen: priceFloor(fen(g.shopFen), g.floorFen === null ? null : fen(g.floorFen), floorBp),
  available: g.available,
  proposedLabel: proposedLabel(g.title),
  label: g.label,
  priceFen: reachedPrice({ priceFen: fen(g.priceFen), tiers: g.tiers }, g.reachedUnits),
})
type GoodsPrice = RollUpView['goods'][number]['priceFen']
