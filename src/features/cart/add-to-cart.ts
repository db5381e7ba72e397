/** The plus of every shelf: one more into the cart. Who would rather not say who they are collects on the phone instead. */
import { call } from '@/platform/call'
import { saidOf } from '@/platform/said'
import { asMember, isKnown } from '@/platform/session'
import { piecesWaiting, putAside } from '@/platform/stranger-basket'
import { showCartCount } from '@/platform/tab-badge'
import { notify } from '@/ui/notice'
import type { SkuId } from '@/domain/ids'
import { copy, refused } from './copy'

/** True if the cart, or the phone, holds them now; what went wrong has been said already. */
export const addToCart = async (skuId: SkuId, quantity: number): Promise<boolean> => {
  // asked once and declined: the phone already holds something, and the cart will ask again when it is opened
  if (!isKnown() && piecesWaiting() > 0) return collect(skuId, quantity)
  const answer = await asMember(() => call('cart', 'add', { skuId, quantity }))
  if (!answer && !isKnown()) return collect(skuId, quantity)
  if (!answer?.ok) {
    notify(answer ? saidOf(answer, refused) : copy.notAdded)
    return false
  }
  showCartCount(answer.data.cartCount)
  notify(copy.added, 'cart')
  return true
}

const collect = (skuId: SkuId, quantity: number): true => {
  putAside(skuId, quantity)
  notify(copy.added, 'cart')
  return true
}

/** Pieces in the cart, on its tab: the member's, or what a stranger collected on this phone. */
export const tellCartCount = (membersCount: number): void => showCartCount(isKnown() ? membersCount : piecesWaiting())
