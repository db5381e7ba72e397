/** What is about to be bought: the basket, one request id for all tries of this checkout, the chosen way, the deals taken by hand, a note. */
import { create } from 'zustand'
import type { CallInput, CallOutput } from '@/contract'
import type { CheckoutAddOn } from '@/contract/order'
import type { CouponId, FlashSlotId, SaleId, SkuId } from '@/domain/ids'
import { newRequestId } from '@/platform/request-id'

export type Basket = readonly { readonly skuId: SkuId; readonly quantity: number }[]
export type InGroup = NonNullable<CallInput<'order', 'place'>['group']>
export type Way = CallInput<'order', 'place'>['delivery']
/** What the shopper took by hand; what is left out is chosen as well as can be. */
export type Wish = {
  readonly couponId?: CouponId | null
  readonly deliveryCouponId?: CouponId | null
  readonly usePoints?: boolean
}

export type InSale = { readonly saleId: SaleId; readonly draftCode?: string }

type Draft = {
  readonly requestId: string
  /** Null: opened without one (a reload), so the cart is asked. */
  readonly basket: Basket | null
  readonly isFromCart: boolean
  readonly shareCode: string | undefined
  /** What was suggested and taken, beside the basket. */
  readonly extra: CheckoutAddOn['line'] | null
  /** Bought with neighbours: opens a group, or takes a seat in one. */
  readonly group: InGroup | undefined
  /** Bought in a flash sale, at its price. */
  readonly flashSlotId: FlashSlotId | undefined
  /** Which goods of a cart have that price; undefined means all that the slot holds. */
  readonly flashSkuIds: readonly SkuId[] | undefined
  /** The sale was over, or sold out, and the shopper buys all the same. */
  readonly hasLeftFlash: boolean
  /** Ordered in a group sale; with the code of what its leader wrote down, if it is that. */
  readonly sale: InSale | undefined
  readonly way: Way | null
  readonly wish: Wish
  readonly note: string
}

const empty = (): Draft => ({
  requestId: newRequestId(),
  basket: null,
  extra: null,
  isFromCart: true,
  shareCode: undefined,
  group: undefined,
  flashSlotId: undefined,
  flashSkuIds: undefined,
  hasLeftFlash: false,
  sale: undefined,
  way: null,
  wish: {},
  note: '',
})

export const useDraft = create<Draft>(empty)

type Cart = CallOutput<'cart', 'view'>

/** What is selected in the cart, at the prices it shows. */
export const chosenIn = ({ items, flash }: Cart): Pick<Draft, 'flashSlotId' | 'flashSkuIds'> & { basket: Basket } => {
  const chosen = items.filter((item) => item.isSelected)
  const inFlash = chosen.filter((item) => item.flash && item.quantity <= item.flash.most).map((item) => item.skuId)
  const isFlash = flash !== null && inFlash.length > 0
  return {
    basket: chosen.map(({ skuId, quantity }) => ({ skuId, quantity })),
    flashSlotId: isFlash ? flash.slotId : undefined,
    flashSkuIds: isFlash ? inFlash : undefined,
  }
}

/** A new checkout with what is selected in the cart. */
export const checkOutCart = (cart: Cart): void => useDraft.setState({ ...empty(), ...chosenIn(cart) })

/** A new checkout of one thing, past the cart. */
export const checkOutNow = (
  skuId: SkuId,
  quantity: number,
  shareCode?: string,
  group?: InGroup,
  flashSlotId?: FlashSlotId,
): void =>
  useDraft.setState({ ...empty(), basket: [{ skuId, quantity }], isFromCart: false, shareCode, group, flashSlotId })

/** A new checkout of goods of a group sale. */
export const checkOutSale = (sale: InSale, basket: Basket, shareCode?: string, way: Way | null = null): void =>
  useDraft.setState({ ...empty(), basket, isFromCart: false, shareCode, sale, way })

/** The flash sale is over for it: the same goods at the shop's price. */
export const leaveFlash = (): void =>
  useDraft.setState({ flashSlotId: undefined, flashSkuIds: undefined, hasLeftFlash: true })

/** Takes what was suggested, or leaves it again. */
export const takeExtra = (extra: CheckoutAddOn['line'] | null): void => useDraft.setState({ extra })

/** All that is bought: the basket, and what was added to it here. */
export const wholeBasket = (): { skuId: SkuId; quantity: number }[] => {
  const { basket, extra } = useDraft.getState()
  return [...(basket ?? []), ...(extra ? [{ skuId: extra.skuId, quantity: extra.quantity }] : [])]
}

export const chooseWay = (way: Way): void => useDraft.setState({ way })
export const writeNote = (note: string): void => useDraft.setState({ note })

const wish = (part: Wish): void => useDraft.setState((draft) => ({ wish: { ...draft.wish, ...part } }))
/** Null = none of that kind. */
export const wishCoupon = (couponId: CouponId | null): void => wish({ couponId })
export const wishDeliveryCoupon = (deliveryCouponId: CouponId | null): void => wish({ deliveryCouponId })
export const wishPoints = (usePoints: boolean): void => wish({ usePoints })
/** Back to the lowest total; the points stay as they are, because they are the shopper's own to keep. */
export const wishBest = (): void =>
  useDraft.setState(({ wish: { usePoints } }) => ({ wish: usePoints === undefined ? {} : { usePoints } }))

/** After a refusal that changed the price, or an order that was placed: the next try is another order. */
export const renewRequest = (): void => useDraft.setState({ requestId: newRequestId() })
