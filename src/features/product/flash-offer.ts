/** How a product stands to the flash sale it is in: what it costs there, and whether it can be had now. */
import type { ProductFlashView } from '@/contract/flash'
import { phaseOf } from '@/domain/flash/slot'
import type { EpochMs } from '@/domain/time'

type Item = ProductFlashView['items'][number]
export type FlashOffer = Pick<ProductFlashView, 'slotId' | 'startsAt' | 'endsAt' | 'items'> & {
  readonly state: 'before' | 'running' | 'sold-out'
  /** The cheapest that can be had; before the start and after the last one, the cheapest of all. */
  readonly item: Item
  readonly isFrom: boolean
}

/** Null where there is none, or it is over. */
export const flashOffer = (flash: ProductFlashView | null, now: EpochMs): FlashOffer | null => {
  if (!flash) return null
  const phase = phaseOf(flash, now)
  const left = flash.items.filter((item) => item.left > 0)
  const [item] = [...(left.length > 0 ? left : flash.items)].sort((a, b) => a.flashFen - b.flashFen)
  if (!item || phase === 'over') return null
  const state = phase === 'before' ? phase : left.length > 0 ? phase : 'sold-out'
  return { ...flash, state, item, isFrom: new Set(flash.items.map(({ flashFen }) => flashFen)).size > 1 }
}
