/** Whether a basket can be ordered in a group sale, and at which prices: the facts through the rule. Checkout and placing agree by it. */
import type { order as contract } from '@/contract/order'
import type { SaleRefusal } from '@/contract/sale'
import type { ParsedOf } from '@/contract/define'
import type { SkuId } from '@/domain/ids'
import type { DeliveryKind } from '@/domain/order/fulfilment'
import type { SpecialPrice } from '@/domain/pricing/unit-price'
import { ok, refuse, type Result } from '@/domain/result'
import { checkBasket, type Wanted } from '@/domain/sale/basket'
import type { EpochMs } from '@/domain/time'
import type { DraftPart, SalePart } from './sale-facts.sql'

export type AgreedSale = {
  readonly part: SalePart
  readonly draft: DraftPart | null
  readonly prices: ReadonlyMap<SkuId, SpecialPrice>
}

export const agreeOnSale = (
  part: SalePart | null,
  basket: readonly Wanted[],
  draftCode: string | undefined,
  now: EpochMs,
): Result<AgreedSale, SaleRefusal> => {
  // what its leader still writes on is nobody else's business
  if (!part || part.state === 'draft') return refuse({ code: 'sale.unknown' })
  const { draft } = part
  if (draftCode !== undefined) {
    if (!draft || draft.saleId !== part.id || !isSame(draft.basket, basket)) return refuse({ code: 'draft.unknown' })
    if (draft.state !== 'open') return refuse({ code: 'draft.over', state: draft.state })
  }
  const priced = checkBasket(part, basket, now)
  if (!priced.ok) return priced
  const prices = new Map(priced.value.map(({ skuId, priceFen }) => [skuId, { rule: 'community', priceFen }] as const))
  return ok({ part, draft: draftCode === undefined ? null : draft, prices })
}

/** What was written down is what is ordered, nothing more and nothing less. */
const isSame = (drafted: readonly Wanted[], basket: readonly Wanted[]): boolean => {
  const sums = new Map<SkuId, number>()
  for (const { skuId, quantity } of drafted) sums.set(skuId, (sums.get(skuId) ?? 0) + quantity)
  for (const { skuId, quantity } of basket) sums.set(skuId, (sums.get(skuId) ?? 0) - quantity)
  return [...sums.values()].every((left) => left === 0)
}

/** The ways in which the goods of this sale can reach a neighbour. */
export const waysOf = ({ pickupPointIds }: Pick<SalePart, 'pickupPointIds'>): readonly DeliveryKind[] =>
  pickupPointIds === null ? ['local', 'express'] : ['pickup']

/** Where an order of this sale may be fetched: its points, or the one that stands in the draft; none where the courier brings it. */
export const pointsOf = ({ part, draft }: AgreedSale) =>
  part.pickupPointIds === null ? [] : draft?.pickupPointId ? [draft.pickupPointId] : part.pickupPointIds

type Delivery = ParsedOf<typeof contract.place>['delivery']

/** Whether this sale is handed over there. */
export const checkPlace = (
  agreed: AgreedSale,
  delivery: Delivery,
): Result<null, Extract<SaleRefusal, { code: 'sale.elsewhere' }>> => {
  const points = pointsOf(agreed)
  const isThere =
    delivery.kind === 'pickup' ? points.includes(delivery.pickupPointId) : agreed.part.pickupPointIds === null
  return isThere ? ok(null) : refuse({ code: 'sale.elsewhere', pickupPointIds: points })
}
