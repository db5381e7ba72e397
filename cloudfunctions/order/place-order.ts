/**
 * Places an order in two round trips: one statement reads the facts, the pure rule decides, one guarded statement writes
 * order, lines, hold and payment attempt, or nothing. Paying comes after, by `payment.start`.
 */
import type { order as contract } from '@/contract/order'
import type { OutputOf, ParsedOf, RefusalOf } from '@/contract/define'
import { fen } from '@/domain/money'
import { payDeadline } from '@/domain/order/clocks'
import { quoteOrder } from '@/domain/order/place'
import { ok, refuse, type Result } from '@/domain/result'
import { epochMs } from '@/domain/time'
import type { MemberCaller } from '../runtime/caller'
import { brokenConstraint } from '../runtime/db/errors'
import type { Deps } from '../runtime/deps'
import { readBasket, type BasketFactsRow, type PlacedBefore } from './basket.sql'
import { mergeBasket, missingFrom, reachOf } from './basket'
import { orderRows } from './order-rows'
import { placeTogether } from './place-together'

type Placed = OutputOf<typeof contract.place>
export type Draft = ParsedOf<typeof contract.place>
type Refused = RefusalOf<typeof contract.place>

/** More unpaid orders than this at once would let one person hold the shelf. */
const UNPAID_LIMIT = 20

export const placeOrder = async (deps: Deps, caller: MemberCaller, draft: Draft): Promise<Result<Placed, Refused>> => {
  const ask = askOf(caller, draft)
  const facts = await readBasket(deps, ask)
  if (facts.repeat) return ok(placedBefore(facts.repeat))
  const decided = decide(facts, draft)
  if (!decided.ok) return decided
  const rows = orderRows(deps, caller, draft, facts, decided.value)
  try {
    await placeTogether(deps, { rows, fromCart: draft.fromCart })
  } catch (error) {
    return explain(deps, caller, draft, error)
  }
  return ok({
    orderId: rows.order.id,
    number: rows.order.number,
    totalFen: decided.value.totalFen,
    payDeadlineAt: payDeadline(rows.now),
    isRepeat: false,
  })
}

const askOf = (caller: MemberCaller, draft: Draft) => ({
  memberId: caller.memberId,
  basket: mergeBasket(draft.basket),
  addressId: draft.delivery.kind === 'pickup' ? undefined : draft.delivery.addressId,
  pickupPointId: draft.delivery.kind === 'pickup' ? draft.delivery.pickupPointId : undefined,
  requestId: draft.requestId,
  shareCode: draft.shareCode,
})

const decide = (facts: BasketFactsRow, draft: Draft) => {
  // deleted a moment ago on another phone
  if (!facts.member) return refuse({ code: 'sign-in.required' })
  const missing = missingFrom(facts, draft.basket)
  if (missing) return refuse({ code: 'sku.unknown', skuId: missing })
  const reach = reachOf(facts, draft.delivery)
  if (!reach.ok) return reach
  if (facts.unpaid >= UNPAID_LIMIT) return refuse({ code: 'order.too-many-unpaid', limit: UNPAID_LIMIT })
  const quote = quoteOrder(
    { skus: facts.skus, level: facts.member?.level ?? 'ordinary', templates: facts.templates },
    draft.delivery.kind,
    reach.value,
  )
  if (!quote.ok) return quote
  if (quote.value.totalFen !== draft.totalFen) return refuse({ code: 'quote.changed', quote: quote.value })
  return quote
}

const placedBefore = (repeat: PlacedBefore): Placed => ({
  orderId: repeat.id,
  number: repeat.number,
  totalFen: fen(repeat.totalFen),
  payDeadlineAt: epochMs(Date.parse(repeat.payDeadlineAt)),
  isRepeat: true,
})

/** Two orders of one millisecond drew the same four digits: the next draw differs. */
const isNumberTaken = (constraint: string | null): boolean =>
  constraint === 'order_number_taken' || constraint === 'payment_pkey'

/** The last guard said no: read again and answer what is true now. */
const explain = async (
  deps: Deps,
  caller: MemberCaller,
  draft: Draft,
  error: unknown,
): Promise<Result<Placed, Refused>> => {
  const constraint = brokenConstraint(error)
  if (isNumberTaken(constraint)) return placeOrder(deps, caller, draft)
  if (constraint !== 'order_request_repeated' && constraint !== 'sku_short') throw error
  const facts = await readBasket(deps, askOf(caller, draft))
  if (facts.repeat) return ok(placedBefore(facts.repeat))
  const again = decide(facts, draft)
  if (!again.ok) return again
  // stock came back between the write and the look; the shopper may simply try again
  throw error
}
