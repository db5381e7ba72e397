/** What somebody collected on this phone before saying who they are. It waits here until they come in, then goes into their cart. */
import { call } from './call'
import { drop, keep, recall } from './storage'
import { showCartCount } from './tab-badge'
import type { SkuId } from '@/domain/ids'

/** As many of one thing as a cart holds, and as many things as one merge takes. */
const MOST_OF_ONE = 99
const MOST_THINGS = 100

export const piecesWaiting = (): number => (recall('strangersBasket') ?? []).reduce((n, item) => n + item.quantity, 0)

export const putAside = (skuId: SkuId, quantity: number): void => {
  const basket = recall('strangersBasket') ?? []
  const had = basket.find((item) => item.skuId === skuId)?.quantity ?? 0
  const others = basket.filter((item) => item.skuId !== skuId)
  keep('strangersBasket', [...others, { skuId, quantity: Math.min(MOST_OF_ONE, had + quantity) }].slice(-MOST_THINGS))
  showCartCount(piecesWaiting())
}

let bringing: Promise<number | null> | null = null

/**
 * Brings it all into the cart of whoever calls now; answers with the pieces that are in the cart then, or null if nothing
 * was brought. However many ask at once, it is sent once. The phone lets go only when the shop has it: without a line it
 * stays for the next time, and a merge that was done but not heard of changes nothing when it is repeated.
 */
export const bringBasket = (): Promise<number | null> => {
  bringing ??= bring().finally(() => (bringing = null))
  return bringing
}

const bring = async (): Promise<number | null> => {
  const basket = recall('strangersBasket')
  if (!basket?.length) return null
  const items = basket.map(({ skuId, quantity }) => ({ skuId: skuId as SkuId, quantity }))
  const answer = await call('cart', 'merge', { items })
  // what the shop can't even read will not be better next time
  if (answer.ok || answer.refusal?.code === 'input.invalid') drop('strangersBasket')
  if (!answer.ok) return null
  showCartCount(answer.data.cartCount)
  return answer.data.cartCount
}
