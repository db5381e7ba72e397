/** Whether a basket can be bought in a slot, and at which prices: the facts through the rule. Checkout and placing agree by it. */
import type { FlashRefusal } from '@/contract/flash'
import { decideFlashBuy, type FlashNo } from '@/domain/flash/buy'
import type { SkuId } from '@/domain/ids'
import type { SpecialPrice } from '@/domain/pricing/unit-price'
import { ok, refuse, type Result } from '@/domain/result'
import type { EpochMs } from '@/domain/time'
import type { FlashPart } from './flash-facts.sql'

export type AgreedFlash = {
  readonly part: FlashPart
  /** Of the goods that belong to the slot; the others cost what they always do. */
  readonly prices: ReadonlyMap<SkuId, SpecialPrice>
}

export const agreeOnFlash = (
  part: FlashPart | null,
  basket: readonly { readonly skuId: SkuId; readonly quantity: number }[],
  now: EpochMs,
): Result<AgreedFlash, FlashRefusal> => {
  if (!part || part.slot.status === 'draft' || part.items.length === 0) return refuse({ code: 'flash.unknown' })
  const prices = new Map<SkuId, SpecialPrice>()
  for (const { skuId, mine, ...item } of part.items) {
    const quantity = basket.find((line) => line.skuId === skuId)?.quantity ?? 0
    const decided = decideFlashBuy({ slot: part.slot, item, mine }, quantity, now)
    if (!decided.ok) return refuse(named(decided.refusal, skuId))
    prices.set(skuId, decided.value)
  }
  return ok({ part, prices })
}

const named = (no: FlashNo, skuId: SkuId): FlashRefusal => (no.code === 'flash.not-running' ? no : { ...no, skuId })
