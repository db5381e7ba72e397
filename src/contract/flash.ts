/** Flash sales: slots of the day with their own prices, stock share and limit. The server's clock opens and closes them. */
import { action, none } from './define'
import type { Picture } from './views'
import type { FlashSlotId, ProductId, SkuId } from '@/domain/ids'
import type { Fen } from '@/domain/money'
import type { EpochMs } from '@/domain/time'

export type FlashItemView = {
  skuId: SkuId
  productId: ProductId
  title: string
  options: readonly string[]
  picture: Picture
  flashFen: Fen
  saleFen: Fen
  perPerson: number
  /** Pieces of the slot and how many are sold, as they are. */
  stockShare: number
  sold: number
  isSoldOut: boolean
}

export type FlashSlotView = {
  id: FlashSlotId
  name: string
  startsAt: EpochMs
  endsAt: EpochMs
  phase: 'before' | 'running' | 'over'
  items: readonly FlashItemView[]
}

/** What the product page and the cart say of a SKU that is in a slot now or later today. */
export type ProductFlashView = {
  slotId: FlashSlotId
  startsAt: EpochMs
  endsAt: EpochMs
  items: readonly { skuId: SkuId; flashFen: Fen; perPerson: number; left: number }[]
}

export type FlashRefusal =
  /** No such slot, or nothing in the basket belongs to it. */
  | { code: 'flash.unknown' }
  | { code: 'flash.not-running'; startsAt: EpochMs | null }
  | { code: 'flash.sold-out'; skuId: SkuId; sold: number }
  /** Some are left, but not so many. */
  | { code: 'flash.short'; skuId: SkuId; left: number }
  | { code: 'flash.limit-reached'; skuId: SkuId; limit: number; left: number }

export const flash = {
  /** Slots of today and tomorrow, with the server's time so that every phone counts alike. */
  slots: action<{ now: EpochMs; slots: readonly FlashSlotView[] }>()('anyone', none),
}
