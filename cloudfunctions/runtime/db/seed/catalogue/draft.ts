/** How a product is written down here: only what a person decides. Codes, barcodes and the gallery follow from it. */

import type { Still } from '../pictures/gallery'
import type { Dimension } from './types'

/** Prices in fen: `price` at the shelf, `member` for members, `market` as seen elsewhere, `cost` to the shop. */
export type SkuFacts = {
  readonly price: number
  readonly member?: number
  readonly market?: number
  readonly cost: number
  readonly stock: number
  readonly grams: number
}

export type SkuDraft = SkuFacts & { readonly values: readonly string[] }

export type ProductDraft = {
  readonly slug: string
  readonly title: string
  readonly subtitle: string
  readonly keywords: readonly string[]
  readonly origin: string
  readonly tags: readonly string[]
  readonly unit: string
  readonly dimensions: readonly Dimension[]
  readonly skus: readonly SkuDraft[]
  readonly seasonMonths?: readonly number[]
  readonly description: readonly string[]
  readonly still: Still
}

/** Products by sub-category slug, in shelf order. */
export type Shelf = Readonly<Record<string, readonly ProductDraft[]>>

/** One axis of choice: `choice('规格', '500g', '1kg')`. */
export const choice = (name: string, ...options: readonly string[]): Dimension => ({ name, options })

/** One SKU: its option of every dimension, then its facts. */
export const sku = (values: string | readonly string[], facts: SkuFacts): SkuDraft => ({
  values: typeof values === 'string' ? [values] : values,
  ...facts,
})
