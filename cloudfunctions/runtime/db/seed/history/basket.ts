/** What people put into a basket: mostly what they like, sometimes what everybody buys, in the quantities of a household. */
import { products } from '../catalogue/products'
import type { CatalogueProduct, CatalogueSku } from '../catalogue/types'
import { notOnSale } from '../demo-shop'
import type { Chance } from './chance'

export type BasketItem = {
  readonly product: CatalogueProduct
  readonly sku: CatalogueSku
  readonly skuIndex: number
  readonly quantity: number
}

/** Travels badly: nobody sends it by parcel. */
const FRAGILE = new Set(['seafood', 'milk', 'light', 'bites', 'pastry', 'bread', 'cut-flowers'])
/** Families buy these whatever else they came for. */
const STAPLES = new Set(['leaves', 'eggs', 'milk', 'berries', 'bread', 'garden'])
/** Above this price one is enough. */
const DEAR = 4_000

const weightFor = (product: CatalogueProduct, likes: readonly string[]): number => {
  const liked = likes.includes(product.subCategory) ? 7 : 0
  const staple = STAPLES.has(product.subCategory) ? 2.4 : 1
  // what stands first on its shelf stands there because it sells
  return (liked + staple) / Math.sqrt(product.sort / 10)
}

export const fillBasket = (
  chance: Chance,
  likes: readonly string[],
  isParcel: boolean,
  atLeast: number,
): BasketItem[] => {
  const shelf = products
    .filter(({ slug, subCategory }) => notOnSale[slug] !== 'draft' && !(isParcel && FRAGILE.has(subCategory)))
    .map((product) => [product, weightFor(product, likes)] as const)
  const size = Math.max(atLeast, chance.lean(SIZES))
  const chosen = new Map<string, BasketItem>()
  while (chosen.size < size) {
    const product = chance.lean(shelf)
    if (!chosen.has(product.slug)) chosen.set(product.slug, itemOf(chance, product))
  }
  return [...chosen.values()]
}

const SIZES: readonly (readonly [number, number])[] = [
  [1, 22],
  [2, 30],
  [3, 24],
  [4, 15],
  [5, 9],
]

const itemOf = (chance: Chance, product: CatalogueProduct): BasketItem => {
  const skuIndex = chance.between(0, product.skus.length - 1)
  const sku = product.skus[skuIndex]
  if (!sku) throw new Error(`${product.slug} has no SKU`)
  const quantity =
    sku.priceFen > DEAR
      ? 1
      : chance.lean([
          [1, 66],
          [2, 26],
          [3, 8],
        ] as const)
  return { product, sku, skuIndex, quantity }
}
