/** Decides a placing: facts in, the quote or a refusal out. The database's constraints are the last guard behind it. */
import type { DeliveryTemplate, Region } from '../delivery/template'
import type { CouponId, SkuId } from '../ids'
import type { Fen } from '../money'
import type { BasketFacts, Choice, Deals } from '../pricing/basket'
import { addOnFor, isWorthTelling, worthTrying, type AddOn } from '../pricing/add-on'
import { bestDeal, type BestDeal, type Wish } from '../pricing/best-deal'
import { quoteBasket } from '../pricing/quote-basket'
import type { Quote } from '../pricing/quote'
import type { Level, SpecialPrice } from '../pricing/unit-price'
import type { Scoped } from '../promotion/scope'
import { ok, refuse, type Result } from '../result'
import type { DeliveryKind } from './fulfilment'

export type SkuFacts = Scoped & {
  readonly skuId: SkuId
  readonly title: string
  readonly quantity: number
  readonly priceFen: Fen
  readonly memberPriceFen: Fen | null
  /** Product and SKU are both on sale. */
  readonly isOn: boolean
  readonly available: number
  readonly deliveryTemplateId: string | null
  /** Set where it is bought in a group, a flash sale or a community. */
  readonly special?: SpecialPrice | undefined
}

export type NamedTemplate = DeliveryTemplate & { readonly id: string }

export type BasketState = {
  readonly skus: readonly SkuFacts[]
  readonly level: Level
  /** Default template of a kind is the first of that kind. */
  readonly templates: readonly NamedTemplate[]
  /** Promotions, the wallet and points, where they are known. */
  readonly deals?: Deals | undefined
}

export type BasketNo =
  | { code: 'sku.off'; skuId: SkuId; title: string }
  | { code: 'sku.short'; skuId: SkuId; title: string; available: number }
  | { code: 'delivery.out-of-area' }

/** Checks every line, then quotes with the coupons chosen. `region` is needed for `local` and `express`. */
export const quoteOrder = (
  state: BasketState,
  kind: DeliveryKind,
  region: Region | null,
  choice?: Choice,
): Result<Quote, BasketNo> => {
  const facts = checkLines(state, kind, region)
  return facts.ok ? quoteBasket(facts.value, choice) : facts
}

/** The same checks, then the best deal that keeps the shopper's wish, with what every coupon of the wallet would do. */
export const dealForOrder = (
  state: BasketState,
  kind: DeliveryKind,
  region: Region | null,
  wish?: Wish,
): Result<BestDeal, BasketNo> => {
  const facts = checkLines(state, kind, region)
  return facts.ok ? bestDeal(facts.value, wish) : facts
}

/**
 * What could be added so that the coupon nearest to its threshold counts; `deal` is the best deal of the same state. Null where
 * no coupon is near, nothing of `goods` gets there, or it would mostly be paid by the shopper.
 */
export const addOnForOrder = (
  state: BasketState,
  kind: DeliveryKind,
  region: Region | null,
  deal: BestDeal,
  goods: readonly SkuFacts[],
): (AddOn & { readonly couponId: CouponId }) | null => {
  const near = deal.options.find((option) => !option.isUsable && option.why.code === 'below-threshold')
  const coupon = state.deals?.coupons?.find(({ id }) => id === near?.id)
  if (!near || near.isUsable || near.why.code !== 'below-threshold' || !coupon) return null
  const facts = checkLines(state, kind, region)
  if (!facts.ok) return null
  const candidates = worthTrying(facts.value, coupon, near.why.missingFen, goods).flatMap((line) => {
    if (kind === 'pickup') return [{ line }]
    const template = templateFor(state.templates, line.deliveryTemplateId, kind)
    return template ? [{ line, template }] : []
  })
  const found = addOnFor(facts.value, coupon.id, candidates)
  return found && isWorthTelling(found, state.level) ? { ...found, couponId: coupon.id } : null
}

const checkLines = (state: BasketState, kind: DeliveryKind, region: Region | null): Result<BasketFacts, BasketNo> => {
  for (const sku of state.skus) {
    if (!sku.isOn) return refuse({ code: 'sku.off', skuId: sku.skuId, title: sku.title })
    if (sku.available < sku.quantity)
      return refuse({ code: 'sku.short', skuId: sku.skuId, title: sku.title, available: Math.max(0, sku.available) })
  }
  const facts = { lines: state.skus, level: state.level, deals: state.deals }
  if (kind === 'pickup') return ok({ delivery: { kind }, ...facts })
  const templates = state.skus.map((sku) => templateFor(state.templates, sku.deliveryTemplateId, kind))
  if (!region || templates.some((t) => t === undefined)) return refuse({ code: 'delivery.out-of-area' })
  return ok({ delivery: { kind, region, templates: templates.filter((t) => t !== undefined) }, ...facts })
}

/** The product's own template where it is of the chosen kind, else the store's default of that kind. */
const templateFor = (templates: readonly NamedTemplate[], id: string | null, kind: 'local' | 'express') =>
  templates.find((t) => t.id === id && t.kind === kind) ?? templates.find((t) => t.kind === kind)
