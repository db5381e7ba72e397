/** All products of the demo shop, complete: facts a person wrote down, plus codes, barcodes and galleries that follow from them. */

import { fen } from '@/domain/money'
import { galleryOf } from '../pictures/gallery'
import { categories } from './categories'
import { bakery } from './shelves/bakery'
import { dairyEggs } from './shelves/dairy-eggs'
import { flowers } from './shelves/flowers'
import { fruit } from './shelves/fruit'
import { meatFish } from './shelves/meat-fish'
import { pantry } from './shelves/pantry'
import { readyMeals } from './shelves/ready-meals'
import { vegetables } from './shelves/vegetables'
import type { ProductDraft, Shelf, SkuDraft } from './draft'
import type { CatalogueProduct, CatalogueSku } from './types'

const shelves: Record<(typeof categories)[number]['slug'], Shelf> = {
  fruit,
  vegetables,
  'meat-fish': meatFish,
  'dairy-eggs': dairyEggs,
  bakery,
  'ready-meals': readyMeals,
  pantry,
  flowers,
}

const two = (n: number): string => String(n).padStart(2, '0')

/** EAN-13: twelve digits and the check digit that makes the weighted sum end in 0. */
const ean13 = (twelve: string): string => {
  const sum = [...twelve].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0)
  return `${twelve}${(10 - (sum % 10)) % 10}`
}

/** `aisle`, `shelf` and `place` count from 1 and make the code that is printed on the label, such as 010203-1. */
type Spot = { readonly aisle: number; readonly shelf: number; readonly place: number }

const complete = (draft: SkuDraft, { aisle, shelf, place }: Spot, number: number): CatalogueSku => ({
  values: draft.values,
  priceFen: fen(draft.price),
  ...(draft.member === undefined ? {} : { memberPriceFen: fen(draft.member) }),
  ...(draft.market === undefined ? {} : { marketPriceFen: fen(draft.market) }),
  costFen: fen(draft.cost),
  stock: draft.stock,
  weightGrams: draft.grams,
  barcode: ean13(`20${two(aisle)}${two(shelf)}${two(place)}00${two(number)}`),
  code: `${two(aisle)}${two(shelf)}${two(place)}-${number}`,
})

const product = (draft: ProductDraft, category: string, subCategory: string, spot: Spot): CatalogueProduct => {
  const { still, skus, ...facts } = draft
  return {
    ...facts,
    category,
    subCategory,
    skus: skus.map((each, at) => complete(each, spot, at + 1)),
    sort: spot.place * 10,
    gallery: galleryOf(still),
  }
}

export const products: readonly CatalogueProduct[] = categories.flatMap((category, aisle) =>
  category.children.flatMap((child, shelf) =>
    (shelves[category.slug][child.slug] ?? []).map((draft, place) =>
      product(draft, category.slug, child.slug, { aisle: aisle + 1, shelf: shelf + 1, place: place + 1 }),
    ),
  ),
)
