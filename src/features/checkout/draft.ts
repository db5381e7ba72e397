/** What is about to be bought: the basket, one request id for all tries of this checkout, the chosen way and a note. */
import { create } from 'zustand'
import type { CallInput } from '@/contract'
import type { SkuId } from '@/domain/ids'
import { newRequestId } from '@/platform/request-id'

export type Basket = readonly { readonly skuId: SkuId; readonly quantity: number }[]
export type InGroup = NonNullable<CallInput<'order', 'place'>['group']>
export type Way = CallInput<'order', 'place'>['delivery']

type Draft = {
  readonly requestId: string
  /** Null: opened without one (a reload), so the cart is asked. */
  readonly basket: Basket | null
  readonly isFromCart: boolean
  readonly shareCode: string | undefined
  /** Bought with neighbours: opens a group, or takes a seat in one. */
  readonly group: InGroup | undefined
  readonly way: Way | null
  readonly note: string
}

const empty = (): Draft => ({
  requestId: newRequestId(),
  basket: null,
  isFromCart: true,
  shareCode: undefined,
  group: undefined,
  way: null,
  note: '',
})

export const useDraft = create<Draft>(empty)

/** A new checkout with what is selected in the cart. */
export const checkOutCart = (basket: Basket): void => useDraft.setState({ ...empty(), basket })

/** A new checkout of one thing, past the cart. */
export const checkOutNow = (skuId: SkuId, quantity: number, shareCode?: string, group?: InGroup): void =>
  useDraft.setState({ ...empty(), basket: [{ skuId, quantity }], isFromCart: false, shareCode, group })

export const chooseWay = (way: Way): void => useDraft.setState({ way })
export const writeNote = (note: string): void => useDraft.setState({ note })
/** After a refusal that changed the price, or an order that was placed: the next try is another order. */
export const renewRequest = (): void => useDraft.setState({ requestId: newRequestId() })
