/** The flash sale a cart is priced by. Most carts hold nothing of one, and pay nothing for asking. */
import type { CartView } from '@/contract/cart'
import { flashOffer, type FlashOffer } from '@/domain/flash/buy'
import { phaseOf } from '@/domain/flash/slot'
import type { MemberId, SkuId } from '@/domain/ids'
import { readFlash } from '../flash/flash-facts.sql'
import { flashSlots, phaseNow, type FlashSlot } from '../flash/slots'
import type { Deps } from '../runtime/deps'
import type { CartRow } from './cart.sql'

export type CartFlash = {
  readonly slot: NonNullable<CartView['flash']>
  readonly offers: ReadonlyMap<SkuId, FlashOffer>
}

/** Null where no slot that runs has any of the goods left for this member. */
export const cartFlash = async (
  deps: Deps,
  memberId: MemberId,
  rows: readonly CartRow[],
): Promise<CartFlash | null> => {
  const slot = await slotFor(deps, rows)
  if (!slot) return null
  const skuIds = rows.map((row) => row.skuId)
  const part = await readFlash(deps, { memberId, slotId: slot.id, skuIds })
  if (part?.slot.status !== 'live' || phaseOf(part.slot, deps.now()) !== 'running') return null
  const offers = part.items.flatMap(({ skuId, mine, ...item }) => {
    const offer = flashOffer({ item, mine })
    return offer ? [[skuId, offer] as const] : []
  })
  return offers.length > 0 ? { slot: { slotId: part.id, endsAt: part.slot.endsAt }, offers: new Map(offers) } : null
}

const slotFor = async (deps: Deps, rows: readonly CartRow[]): Promise<FlashSlot | null> => {
  const pieces = new Map(rows.map((row) => [row.skuId, row.quantity ?? 0]))
  const offOf = ({ items }: FlashSlot): number =>
    items.reduce((sum, item) => {
      const wanted = item.isSoldOut ? 0 : (pieces.get(item.skuId) ?? 0)
      return sum + wanted * (item.saleFen - item.flashFen)
    }, 0)
  const now = deps.now()
  const running = (await flashSlots(deps)).filter((slot) => phaseNow(slot, now) === 'running')
  const [best] = running.map((slot) => ({ slot, off: offOf(slot) })).sort((a, b) => b.off - a.off)
  return best && best.off > 0 ? best.slot : null
}
