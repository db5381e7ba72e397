/** Packing slips and the driver's list of one sale, to be printed. */
import type { leader as contract, PackingView } from '@/contract/leader'
import type { ParsedOf, RefusalOf } from '@/contract/define'
import { ok, type Result } from '@/domain/result'
import { driverList, packingSlips } from '@/domain/sale/packing'
import { epochMs } from '@/domain/time'
import type { Deps } from '../runtime/deps'
import { findSale, scopeOf, unknownSale, type Keeper } from './find-sale'
import { readPacking } from './packing.sql'
import { placesOf } from './roll-up-sale'
import { soldLines } from './sold-lines.sql'

export const packBags = async (
  deps: Deps,
  keeper: Keeper,
  { saleId }: ParsedOf<typeof contract.packing>,
): Promise<Result<PackingView, RefusalOf<typeof contract.packing>>> => {
  const sale = await findSale(deps, keeper, saleId)
  if (!sale) return unknownSale()
  const scope = scopeOf(keeper)
  const facts = await readPacking(deps, [saleId], scope)
  const lines = soldLines(facts.sold, new Map(facts.labels))
  const places = placesOf(facts.pointIds, lines, scope)
  return ok({
    title: sale.title,
    printedAt: deps.now(),
    handOverFromAt: epochMs(sale.hand_over_from_at.getTime()),
    handOverUntilAt: epochMs(sale.hand_over_until_at.getTime()),
    pickupPoints: places.flatMap((place) => facts.points.find((point) => point.id === place) ?? []),
    slips: packingSlips(lines, facts.people, places),
    stops: driverList(lines, places),
  })
}
