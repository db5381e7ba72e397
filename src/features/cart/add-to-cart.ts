/** The plus of every shelf: one more into the cart. A stranger's things wait on the phone until they sign in. */
import { call } from '@/platform/call'
import { saidOf } from '@/platform/said'
import { asMember, isKnown } from '@/platform/session'
import { keep, recall } from '@/platform/storage'
import { showCartCount } from '@/platform/tab-badge'
import { notify } from '@/ui/notice'
import type { SkuId } from '@/domain/ids'
import { refused } from './copy'

const MOST_OF_ONE = 99
const ADDED = '放进购物车了'

/** True if the cart holds them now; a refusal has been said already. */
export const addToCart = async (skuId: SkuId, quantity: number): Promise<boolean> => {
  if (!isKnown()) return addAsStranger(skuId, quantity)
  const answer = await asMember(() => call('cart', 'add', { skuId, quantity }))
  if (!answer) return false
  if (!answer.ok) {
    notify(saidOf(answer, refused))
    return false
  }
  showCartCount(answer.data.cartCount)
  notify(ADDED, 'cart')
  return true
}

const addAsStranger = (skuId: SkuId, quantity: number): boolean => {
  const basket = recall('strangersBasket') ?? []
  const had = basket.find((item) => item.skuId === skuId)?.quantity ?? 0
  const now = [
    ...basket.filter((item) => item.skuId !== skuId),
    { skuId, quantity: Math.min(MOST_OF_ONE, had + quantity) },
  ]
  keep('strangersBasket', now)
  tellCartCount(0)
  notify(ADDED, 'cart')
  return true
}

/** Pieces in the cart, on its tab: the member's, or what a stranger collected on this phone. */
export const tellCartCount = (membersCount: number): void =>
  showCartCount(isKnown() ? membersCount : (recall('strangersBasket') ?? []).reduce((n, item) => n + item.quantity, 0))
