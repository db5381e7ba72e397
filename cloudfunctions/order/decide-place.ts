/** What every placing has in common, alone or in a group: the facts asked for, the decision over them, the answer for a repeat. */
import type { order as contract } from '@/contract/order'
import type { OutputOf, ParsedOf, RefusalOf } from '@/contract/define'
import { fen } from '@/domain/money'
import { quoteOrder } from '@/domain/order/place'
import { refuse } from '@/domain/result'
import { epochMs, type EpochMs } from '@/domain/time'
import type { MemberCaller } from '../runtime/caller'
import type { BasketAsk, BasketFactsRow, PlacedBefore } from './basket.sql'
import { mergeBasket, missingFrom, reachOf } from './basket'
import { basketState, PLAINLY, type BoughtAs } from './basket-state'
import type { Wallet } from './wallet.sql'

export type Placed = OutputOf<typeof contract.place>
export type Draft = ParsedOf<typeof contract.place>
export type PlaceRefused = RefusalOf<typeof contract.place>

/** More unpaid orders than this at once would let one person hold the shelf. */
const UNPAID_LIMIT = 20

export const askOf = (caller: MemberCaller, draft: Draft): BasketAsk => ({
  memberId: caller.memberId,
  basket: mergeBasket(draft.basket),
  addressId: draft.delivery.kind === 'pickup' ? undefined : draft.delivery.addressId,
  pickupPointId: draft.delivery.kind === 'pickup' ? draft.delivery.pickupPointId : undefined,
  requestId: draft.requestId,
  shareCode: draft.shareCode,
})

/** The quote that both sides agree on, or why nothing is placed. `wallet`: where the draft says what to use of it. */
export const decide = (
  facts: BasketFactsRow,
  draft: Draft,
  now: EpochMs,
  bought: BoughtAs = PLAINLY,
  wallet: Wallet | null = null,
) => {
  // deleted a moment ago on another phone
  if (!facts.member) return refuse({ code: 'sign-in.required' })
  const missing = missingFrom(facts, draft.basket)
  if (missing) return refuse({ code: 'sku.unknown', skuId: missing })
  const reach = reachOf(facts, draft.delivery)
  if (!reach.ok) return reach
  if (facts.unpaid >= UNPAID_LIMIT) return refuse({ code: 'order.too-many-unpaid', limit: UNPAID_LIMIT })
  const own = wallet && { wallet, usePoints: draft.deals?.usePoints ?? false }
  const quote = quoteOrder(basketState(facts, bought, own, now), draft.delivery.kind, reach.value, draft.deals)
  if (!quote.ok) return quote
  if (quote.value.totalFen !== draft.totalFen) return refuse({ code: 'quote.changed', quote: quote.value })
  return quote
}

export const placedBefore = (repeat: PlacedBefore): Placed => ({
  orderId: repeat.id,
  number: repeat.number,
  totalFen: fen(repeat.totalFen),
  payDeadlineAt: epochMs(Date.parse(repeat.payDeadlineAt)),
  isRepeat: true,
  groupId: repeat.groupId,
})

/** Two orders of one millisecond drew the same four digits: the next draw differs. */
export const isNumberTaken = (constraint: string | null): boolean =>
  constraint === 'order_number_taken' || constraint === 'payment_pkey'
