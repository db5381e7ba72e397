/** Shapes of the demo shop's facts. Slugs name things here; the seeder makes the real ids from them. */

import type { Fen } from '@/domain/money'
import type { ThingName } from '../pictures/things'
import type { PictureSpec } from '../pictures/arrange'
import type { Tone } from '../pictures/tones'

export type CatalogueIcon = { readonly tone: Tone; readonly thing: ThingName }

export type SubCategory = { readonly slug: string; readonly name: string; readonly icon: CatalogueIcon }

export type Category = {
  readonly slug: string
  readonly name: string
  /** One line under the name on the category page. */
  readonly promise: string
  readonly icon: CatalogueIcon
  readonly children: readonly SubCategory[]
}

/** One axis of choice, such as 规格 with 500g and 1kg; options in the order the shopper sees them. */
export type Dimension = { readonly name: string; readonly options: readonly string[] }

export type CatalogueSku = {
  /** One option for each dimension, in the order of the dimensions. */
  readonly values: readonly string[]
  readonly priceFen: Fen
  readonly memberPriceFen?: Fen
  readonly marketPriceFen?: Fen
  readonly costFen: Fen
  readonly stock: number
  /** With packing, what a carrier weighs. */
  readonly weightGrams: number
  /** EAN-13 from the range that shops print themselves (20…). */
  readonly barcode: string
  readonly code: string
}

export type CatalogueProduct = {
  readonly slug: string
  readonly title: string
  readonly subtitle: string
  readonly category: string
  readonly subCategory: string
  readonly keywords: readonly string[]
  readonly origin: string
  readonly tags: readonly string[]
  /** What one of it is called on a line: 盒, 枚, 袋. */
  readonly unit: string
  readonly dimensions: readonly Dimension[]
  readonly skus: readonly CatalogueSku[]
  /** Order inside its sub-category, small first. */
  readonly sort: number
  /** Months (1–12) in which it is at its best; absent for what is good all year. */
  readonly seasonMonths?: readonly number[]
  readonly description: readonly string[]
  /** First the main picture, then the others of the gallery. */
  readonly gallery: readonly [PictureSpec, ...PictureSpec[]]
}
