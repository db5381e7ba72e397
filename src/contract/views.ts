/** Shapes that several screens draw. They carry facts; wording is the screen's. */
import type { Fen } from '@/domain/money'
import type { EpochMs } from '@/domain/time'
import type { CategoryId, PickupPointId, ProductId, SkuId } from '@/domain/ids'

/** `url` is the 750 px picture; the 360 px one has `.360.` where it has `.750.` (see `pictureUrl`). `tone` are the two colours of its placeholder. */
export type Picture = {
  readonly url: string
  readonly tone: readonly [string, string]
  readonly alt?: string | undefined
}

/** Why a card is shown. `text` facts are names of things, never a person's. */
export type Reason =
  | { code: 'arrived-today' }
  | { code: 'you-buy'; category: string }
  | { code: 'bought-together'; product: string }
  | { code: 'popular'; buyers: number }
  | { code: 'in-season' }
  | { code: 'new' }
  | { code: 'saves'; savesFen: Fen }

export type ProductCard = {
  readonly id: ProductId
  readonly title: string
  readonly picture: Picture
  /** Height ÷ width of the card's picture, so the waterfall never jumps. */
  readonly ratio: number
  readonly priceFen: Fen
  /** More than one price among its SKUs: the screen writes 起. */
  readonly isFrom: boolean
  readonly memberPriceFen: Fen | null
  readonly marketPriceFen: Fen | null
  /** The lowest group price while a campaign runs, with how many it takes. */
  readonly group: { readonly priceFen: Fen; readonly size: number } | null
  /** The lowest price of the flash sale that runs now and still has some. */
  readonly flash: { readonly priceFen: Fen; readonly endsAt: EpochMs } | null
  readonly soldCount: number
  readonly tag: string | null
  readonly soldOut: boolean
  /** The one SKU to put into the cart at once, or null where a choice is needed. */
  readonly onlySkuId: SkuId | null
  readonly reason: Reason | null
}

export type Page<T> = { readonly items: readonly T[]; readonly next: string | null }

export type Spec = { readonly name: string; readonly options: readonly string[] }
export type SkuView = {
  readonly id: SkuId
  /** One option per spec, in the order of the specs. */
  readonly options: readonly string[]
  readonly priceFen: Fen
  readonly memberPriceFen: Fen | null
  readonly marketPriceFen: Fen | null
  /** What can still be bought, capped at 99 so that stock stays the shop's own business. */
  readonly available: number
  readonly picture: Picture | null
}

export type PickupPointView = {
  readonly id: PickupPointId
  readonly name: string
  readonly keeper: string
  readonly address: string
  readonly hours: string
  readonly latitude: number
  readonly longitude: number
  readonly walkMinutes: number | null
}

export type { DeliveryPromise } from '@/domain/delivery/promise'

export type CategoryView = {
  readonly id: CategoryId
  readonly name: string
  readonly picture: Picture
  readonly children: readonly { readonly id: CategoryId; readonly name: string }[]
}

export type StoreHead = { readonly name: string; readonly notice: string | null; readonly servicePhone: string | null }
