import type { ProductCard as CardFacts } from '@/contract/views'
import type { SkuId } from '@/domain/ids'
import { go } from '@/platform/navigate'
import { flashTag } from '@/ui/flash-tag'
import { ProductCard } from '@/ui/product-card'
import { asideOf, whyOf } from './shelf-copy'

export type AddToCart = (skuId: SkuId, quantity: number) => Promise<boolean>
type Look = 'card' | 'line'

const open = ({ id }: CardFacts) => go.product(id)
const whys = new WeakMap<CardFacts, ReturnType<typeof whyOf>>()

/** The same object for the same card, so that a card once drawn stays as it is. */
const keptWhy = (goods: CardFacts) => {
  if (!goods.reason) return null
  const why = whys.get(goods) ?? whyOf(goods.reason)
  whys.set(goods, why)
  return why
}

/**
 * Draws products on any shelf of the shop: the plus puts the only SKU into the cart at once and opens the product where
 * one has to choose.
 */
export const shelfWith = (onAdd: AddToCart, look: Look = 'card') => {
  const add = ({ id, onlySkuId }: CardFacts) => (onlySkuId ? void onAdd(onlySkuId, 1) : go.product(id))
  return (goods: CardFacts) => {
    const why = keptWhy(goods)
    return (
      <ProductCard
        goods={goods}
        look={look}
        onOpen={open}
        onAdd={add}
        aside={asideOf(goods)}
        {...(goods.flash ? { dealFen: goods.flash.priceFen, tag: flashTag(goods.flash.endsAt) } : {})}
        {...(goods.tag && !goods.flash ? { tag: goods.tag } : {})}
        {...(why ? { why } : {})}
      />
    )
  }
}

/** How tall a card will be, in widths of its column: picture, title, price, and what else it says. */
export const shelfHeight = ({ ratio, title, tag, flash, reason }: CardFacts): number =>
  ratio + 0.44 + (title.length > 10 ? 0.12 : 0) + (tag || flash ? 0.15 : 0) + (reason ? 0.13 : 0)
