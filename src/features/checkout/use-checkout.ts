/** The checkout screen's question and its one act: place, then pay. */
import { useEffect, useRef, useState } from 'react'
import type { CallOutput } from '@/contract'
import type { GroupId, OrderId } from '@/domain/ids'
import type { Fen } from '@/domain/money'
import type { Quote } from '@/domain/pricing/quote'
import { call, read, type Answer } from '@/platform/call'
import { payOrder, type PayEnd } from '@/platform/pay-order'
import { saidOf } from '@/platform/said'
import { useScreen, type Screen } from '@/platform/screen'
import { asMember } from '@/platform/session'
import { notify, notifyOnward } from '@/ui/notice'
import { copy, refused } from './copy'
import { chosenIn, renewRequest, useDraft, wholeBasket, type Basket, type Way } from './draft'

export type CheckoutView = CallOutput<'order', 'checkout'>
export type Checkout = Screen<CheckoutView> & { readonly isPlacing: boolean; readonly place: () => Promise<void> }

/** What was placed, and how the pay sheet closed over it. */
export type Placed = { readonly orderId: OrderId; readonly groupId: GroupId | null; readonly end: PayEnd }

type Ways = {
  readonly onPlaced: (placed: Placed) => void
  /** The price moved while the shopper looked: nothing was placed, and what they had seen is handed over. */
  readonly onChanged?: (seen: Quote) => void
}

const wayOf = (view: CheckoutView): Way | null => {
  const { kind, pickupPoint, address } = view.delivery
  if (kind === 'pickup') return pickupPoint ? { kind, pickupPointId: pickupPoint.id } : null
  return address ? { kind, addressId: address.id } : null
}

/** What is in the draft, or after a reload what the cart has selected. */
const basketNow = async (): Promise<Answer<Basket>> => {
  const { basket } = useDraft.getState()
  if (basket) return { ok: true, data: basket }
  const cart = await read('cart', 'view', {})
  if (!cart.ok) return cart
  const chosen = chosenIn(cart.data)
  useDraft.setState({ ...chosen, isFromCart: true })
  return { ok: true, data: chosen.basket }
}

const flashNow = () => {
  const { flashSlotId, flashSkuIds } = useDraft.getState()
  return { ...(flashSlotId ? { flashSlotId } : {}), ...(flashSkuIds ? { flashSkuIds: [...flashSkuIds] } : {}) }
}

const look = async (): Promise<Answer<CheckoutView>> => {
  const basket = await basketNow()
  if (!basket.ok) return basket
  if (basket.data.length === 0) return { ok: false, refusal: { code: 'basket.empty' } }
  const { way, group, sale, wish } = useDraft.getState()
  return read('order', 'checkout', {
    basket: wholeBasket(),
    ...(way ? { delivery: way } : {}),
    ...(group ? { group } : {}),
    ...sale,
    ...flashNow(),
    ...(Object.keys(wish).length > 0 ? { deals: wish } : {}),
  })
}

export const useCheckout = ({ onPlaced, onChanged }: Ways): Checkout => {
  const { way, basket, isFromCart, extra, wish, hasLeftFlash } = useDraft()
  // what the cart holds is found while asking; another choice of one thing is another question
  const key = JSON.stringify([way, isFromCart ? null : basket, extra, wish, hasLeftFlash])
  const screen = useScreen<CheckoutView>(() => asMember(look), key)
  const [isPlacing, setIsPlacing] = useState(false)
  /** What was due where the button was tapped while the price of another choice was on its way. */
  const [tappedAt, setTappedAt] = useState<Fen | null>(null)
  const { view, trouble, isAsking } = screen

  const place = async (): Promise<void> => {
    const chosen = view && wayOf(view)
    if (!view || !chosen || isPlacing) return
    // what is drawn is still the choice before: the one made last is what is bought
    if (isAsking) return setTappedAt(view.quote.totalFen)
    setIsPlacing(true)
    try {
      await placeAndPay(view, chosen)
    } finally {
      setIsPlacing(false)
    }
  }

  const placeAndPay = async (view: CheckoutView, chosen: Way): Promise<void> => {
    const { requestId, note, isFromCart, shareCode, group, sale, flashSlotId } = useDraft.getState()
    const placed = await call('order', 'place', {
      requestId,
      basket: wholeBasket(),
      delivery: chosen,
      totalFen: view.quote.totalFen,
      fromCart: isFromCart,
      ...(view.deals ? { deals: view.deals.choice } : {}),
      ...(note ? { note } : {}),
      ...(shareCode ? { shareCode } : {}),
      ...(group ? { group } : {}),
      ...sale,
      ...flashNow(),
    })
    if (!placed.ok) {
      const isExplained = onChanged !== undefined && placed.refusal?.code === 'quote.changed'
      if (!isExplained) notify(saidOf(placed, refused))
      // a refusal wrote nothing: what is drawn is out of date
      if (placed.refusal) await screen.ask()
      if (isExplained) onChanged(view.quote)
      return
    }
    renewRequest()
    const { orderId, groupId } = placed.data
    const paid = await payOrder(orderId)
    const end = paid.ok ? paid.data : 'failed'
    if (end !== 'paid' && end !== 'waiting')
      notifyOnward(copy.later[group ? 'group' : sale ? 'sale' : flashSlotId ? 'flash' : 'alone'])
    onPlaced({ orderId, groupId, end })
  }

  const latest = useRef(place)
  latest.current = place
  useEffect(() => {
    if (tappedAt === null || isAsking) return
    setTappedAt(null)
    // dearer than it was under the finger, it is looked at first
    if (view && !trouble && view.quote.totalFen <= tappedAt) void latest.current()
  }, [tappedAt, isAsking, view, trouble])

  return { ...screen, isPlacing: isPlacing || tappedAt !== null, place }
}
