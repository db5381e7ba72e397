/** What product pages and cards say of flash sales: the slot that runs, else the next one of today. Most products are in none. */
import type { ProductFlashView } from '@/contract/flash'
import type { ProductCard } from '@/contract/views'
import type { ProductId } from '@/domain/ids'
import { fen } from '@/domain/money'
import { DAY, dayStart, later } from '@/domain/time'
import type { Deps } from '../runtime/deps'
import { flashSlots, phaseNow } from './slots'

/** Null where the product is in no slot that runs now or begins later today. */
export const productFlash = async (deps: Deps, productId: ProductId): Promise<ProductFlashView | null> => {
  const now = deps.now()
  const tomorrow = later(dayStart(now), DAY)
  for (const slot of await flashSlots(deps)) {
    if (phaseNow(slot, now) === 'over' || slot.startsAt >= tomorrow) continue
    const items = slot.items.filter((item) => item.productId === productId)
    const { id: slotId, startsAt, endsAt } = slot
    if (items.length > 0)
      return {
        slotId,
        startsAt,
        endsAt,
        items: items.map(({ skuId, flashFen, perPerson, left }) => ({ skuId, flashFen, perPerson, left })),
      }
  }
  return null
}

export type FlashBadgeOf = (productId: ProductId) => ProductCard['flash']

/** For each product the lowest flash price that can be had now. */
export const flashBadges = async (deps: Deps): Promise<FlashBadgeOf> => {
  const now = deps.now()
  const badges = new Map<ProductId, NonNullable<ProductCard['flash']>>()
  for (const slot of await flashSlots(deps)) {
    if (phaseNow(slot, now) !== 'running') continue
    for (const { productId, flashFen, isSoldOut } of slot.items) {
      const known = badges.get(productId)
      if (isSoldOut || (known && known.priceFen <= flashFen)) continue
      badges.set(productId, { priceFen: fen(flashFen), endsAt: slot.endsAt })
    }
  }
  return (productId) => badges.get(productId) ?? null
}
