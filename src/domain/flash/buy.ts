/** Whether pieces of a flash sale can be bought now. The checks on share and limit in the database are the last guards behind it. */
import type { Fen } from '../money'
import type { SpecialPrice } from '../pricing/unit-price'
import { ok, refuse, type Result } from '../result'
import type { EpochMs } from '../time'
import { phaseOf, type Slot } from './slot'

export type FlashFacts = {
  readonly slot: Slot & { readonly status: 'draft' | 'live' | 'ended' }
  readonly item: {
    readonly priceFen: Fen
    /** Pieces of this slot, and how many are taken: sold, or held by somebody who is paying. */
    readonly stockShare: number
    readonly taken: number
    readonly perPerson: number
  }
  /** Pieces this member took in this slot, unpaid ones included, cancelled ones not. */
  readonly mine: number
}

export type FlashNo =
  /** `startsAt` is null when it is over: there is nothing to wait for. */
  | { code: 'flash.not-running'; startsAt: EpochMs | null }
  | { code: 'flash.limit-reached'; limit: number; left: number }
  | { code: 'flash.sold-out'; sold: number }
  /** Some are left, but not so many. */
  | { code: 'flash.short'; left: number }

/** The price for the calculation. The limit is told before the stock, because waiting would not help against it. */
export const decideFlashBuy = (facts: FlashFacts, quantity: number, now: EpochMs): Result<SpecialPrice, FlashNo> => {
  const { slot, item, mine } = facts
  const phase = phaseOf(slot, now)
  if (slot.status !== 'live' || phase !== 'running') {
    const isComing = slot.status === 'live' && phase === 'before'
    return refuse({ code: 'flash.not-running', startsAt: isComing ? slot.startsAt : null })
  }
  const mayTake = Math.max(0, item.perPerson - mine)
  if (quantity > mayTake) return refuse({ code: 'flash.limit-reached', limit: item.perPerson, left: mayTake })
  const left = item.stockShare - item.taken
  if (left <= 0) return refuse({ code: 'flash.sold-out', sold: item.taken })
  if (quantity > left) return refuse({ code: 'flash.short', left })
  return ok({ rule: 'flash', priceFen: item.priceFen })
}

/** A price that runs now, for at most `most` pieces of this member. */
export type FlashOffer = { readonly priceFen: Fen; readonly most: number }

/** What is left of the share and of the member's limit; null once that is nothing. */
export const flashOffer = ({ item, mine }: Pick<FlashFacts, 'item' | 'mine'>): FlashOffer | null => {
  const most = Math.min(item.perPerson - mine, item.stockShare - item.taken)
  return most > 0 ? { priceFen: item.priceFen, most } : null
}

/** A flash price replaces sale and member price, so it has to be below both: nobody pays more for having come in time. */
export const isFlashPrice = (
  priceFen: Fen,
  sku: { readonly priceFen: Fen; readonly memberPriceFen: Fen | null },
): boolean => priceFen > 0 && priceFen < sku.priceFen && priceFen < (sku.memberPriceFen ?? sku.priceFen)
