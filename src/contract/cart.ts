/** The cart, kept on the server. Every action answers with the whole cart, so a screen never guesses. */
import * as z from 'zod'
import type { OfferHint } from './coupon'
import { action, idOf, none, quantityIn } from './define'
import type { Picture } from './views'
import type { Fen } from '@/domain/money'
import type { FlashSlotId, ProductId, SkuId } from '@/domain/ids'
import type { EpochMs } from '@/domain/time'

export type CartItem = {
  skuId: SkuId
  productId: ProductId
  title: string
  options: readonly string[]
  picture: Picture
  quantity: number
  isSelected: boolean
  /** What one unit costs this member now. */
  unitPriceFen: Fen
  originalUnitFen: Fen
  available: number
  /** Price change since it was put in, negative if cheaper now; null if unchanged. */
  changedByFen: Fen | null
  /** The flash sale that runs for it: its price up to `most` pieces; who wants more pays `usualFen` for each. */
  flash: { priceFen: Fen; most: number; usualFen: Fen } | null
}

/** Apart from the rest and never counted. `short`: fewer left than wanted, `available` says how many. */
export type InvalidCartItem = Omit<CartItem, 'isSelected' | 'changedByFen' | 'flash'> & {
  why: 'off' | 'sold-out' | 'short'
}

export type CartView = {
  items: readonly CartItem[]
  invalid: readonly InvalidCartItem[]
  /** Of the selected items, before delivery. */
  goodsFen: Fen
  savedFen: Fen
  selectedCount: number
  /** Pieces in the cart, for the badge. */
  cartCount: number
  freeDelivery: { thresholdFen: Fen; missingFen: Fen } | null
  /** Where the flash prices come from: an order takes them from one slot, so of several the one that takes most off. */
  flash: { slotId: FlashSlotId; endsAt: EpochMs } | null
  /** The one thing worth saying about deals: a coupon to claim that would count at once, else what is nearly reached. */
  hint: CartHint | null
}

/** As the calculation sees what is selected; pick-up is assumed, as nobody has chosen yet. */
export type CartHint =
  /** Claimed, it would take `savesFen` off. */
  | { kind: 'claim'; offer: OfferHint; savesFen: Fen }
  /** For `missingFen` more of such goods `offFen` would come off, which is never less. */
  | { kind: 'near'; name: string; missingFen: Fen; offFen: Fen }

export type CartRefusal =
  | { code: 'sku.unknown' }
  | { code: 'sku.off' }
  | { code: 'sku.short'; available: number }
  | { code: 'cart.full'; limit: number }

export const cart = {
  view: action<CartView>()('member', none),
  /** Adds `quantity` pieces to what is there. */
  add: action<CartView, CartRefusal>()('member', z.strictObject({ skuId: idOf('sku'), quantity: quantityIn })),
  /** Sets the quantity; 0 takes the item out. */
  set: action<CartView, CartRefusal>()(
    'member',
    z.strictObject({ skuId: idOf('sku'), quantity: z.int().min(0).max(99) }),
  ),
  select: action<CartView>()(
    'member',
    z.strictObject({ skuIds: z.array(idOf('sku')).max(200), isSelected: z.boolean() }),
  ),
  remove: action<CartView>()('member', z.strictObject({ skuIds: z.array(idOf('sku')).min(1).max(200) })),
  /** Brings what a stranger collected on the phone into the member's cart at sign-in; the larger quantity wins, unknown items are left out. */
  merge: action<CartView>()(
    'member',
    z.strictObject({ items: z.array(z.strictObject({ skuId: idOf('sku'), quantity: quantityIn })).max(100) }),
  ),
}
