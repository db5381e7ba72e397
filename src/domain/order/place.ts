/** Decides a placing: facts in, the quote or a refusal out. The database's constraints are the last guard behind it. */
import type { DeliveryTemplate, Region } from '../delivery/template'
import type { SkuId } from '../ids'
import type { Fen } from '../money'
import { quoteBasket } from '../pricing/quote-basket'
import type { Quote } from '../pricing/quote'
import type { Level, SpecialPrice } from '../pricing/unit-price'
import { refuse, type Result } from '../result'
import type { DeliveryKind } from './fulfilment'

export type SkuFacts = {
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
}

export type BasketNo =
  | { code: 'sku.off'; skuId: SkuId; title: string }
  | { code: 'sku.short'; skuId: SkuId; title: string; available: number }
  | { code: 'delivery.out-of-area' }

/** Checks every line, then quotes. `region` is needed for `local` and `express`. */
export const quoteOrder = (state: BasketState, kind: DeliveryKind, region: Region | null): Result<Quote, BasketNo> => {
  for (const sku of state.skus) {
    if (!sku.isOn) return refuse({ code: 'sku.off', skuId: sku.skuId, title: sku.title })
    if (sku.available < sku.quantity)
      return refuse({ code: 'sku.short', skuId: sku.skuId, title: sku.title, available: Math.max(0, sku.available) })
  }
  if (kind === 'pickup') return quoteBasket({ lines: state.skus, level: state.level, delivery: { kind } })
  const templates = state.skus.map((sku) => templateFor(state.templates, sku.deliveryTemplateId, kind))
  if (!region || templates.some((t) => t === undefined)) return refuse({ code: 'delivery.out-of-area' })
  return quoteBasket({
    lines: state.skus,
    level: state.level,
    delivery: { kind, region, templates: templates.filter((t) => t !== undefined) },
  })
}

/** The product's own template where it is of the chosen kind, else the store's default of that kind. */
const templateFor = (templates: readonly NamedTemplate[], id: string | null, kind: 'local' | 'express') =>
  templates.find((t) => t.id === id && t.kind === kind) ?? templates.find((t) => t.kind === kind)
