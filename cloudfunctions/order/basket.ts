/** Small readings of a basket that checkout and placing share. */
import type { order } from '@/contract/order'
import type { ParsedOf } from '@/contract/define'
import type { Region } from '@/domain/delivery/template'
import type { SkuId } from '@/domain/ids'
import { ok, refuse, type Result } from '@/domain/result'
import type { BasketFactsRow } from './basket.sql'

type BasketLine = { skuId: SkuId; quantity: number }
type Delivery = ParsedOf<typeof order.place>['delivery']

/** One line a SKU, in the order first named. */
export const mergeBasket = (basket: readonly BasketLine[]): BasketLine[] => {
  const sums = new Map<SkuId, number>()
  for (const { skuId, quantity } of basket) sums.set(skuId, (sums.get(skuId) ?? 0) + quantity)
  return [...sums].map(([skuId, quantity]) => ({ skuId, quantity }))
}

/** The goods that are bought in the flash sale: those that were named, else all; what the slot doesn't have drops out later. */
export const inFlash = (basket: readonly BasketLine[], named: readonly SkuId[] | undefined): SkuId[] =>
  basket.flatMap(({ skuId }) => (named === undefined || named.includes(skuId) ? [skuId] : []))

/** The first SKU asked for that does not exist. */
export const missingFrom = (facts: Pick<BasketFactsRow, 'skus'>, basket: readonly BasketLine[]): SkuId | null =>
  basket.find((line) => !facts.skus.some((sku) => sku.skuId === line.skuId))?.skuId ?? null

/** Where the goods go: nowhere for pick-up, else the region of an address of one's own. */
export const reachOf = (
  facts: Pick<BasketFactsRow, 'address' | 'pickupPoint'>,
  delivery: Delivery,
): Result<Region | null, { code: 'pickup-point.unknown' } | { code: 'address.unknown' }> => {
  if (delivery.kind === 'pickup') return facts.pickupPoint ? ok(null) : refuse({ code: 'pickup-point.unknown' })
  return facts.address ? ok(facts.address) : refuse({ code: 'address.unknown' })
}
