/**
 * Places an order in two round trips: one statement reads the facts, the pure rule decides, one guarded statement writes
 * order, lines, hold and payment attempt, or nothing. Paying comes after, by `payment.start`.
 */
import { payDeadline } from '@/domain/order/clocks'
import { ok, refuse, type Result } from '@/domain/result'
import type { MemberCaller } from '../runtime/caller'
import { brokenConstraint } from '../runtime/db/errors'
import type { Deps } from '../runtime/deps'
import { readBasket } from './basket.sql'
import { askOf, decide, isNumberTaken, placedBefore, type Draft, type Placed, type PlaceRefused } from './decide-place'
import { orderRows } from './order-rows'
import { placeGroupOrder } from './place-group-order'
import { placeTogether } from './place-together'
import { placeSaleOrder } from './place-sale-order'
import { namesDeals, placeWithDeals } from './place-with-deals'

type Outcome = Promise<Result<Placed, PlaceRefused>>

export const placeOrder = (deps: Deps, caller: MemberCaller, draft: Draft): Outcome => {
  if (draft.group && draft.flashSlotId) return Promise.resolve(refuse({ code: 'flash.unknown' }))
  if (draft.saleId || draft.draftCode) return placeInSale(deps, caller, draft)
  if (draft.group) return placeGroupOrder(deps, caller, { ...draft, group: draft.group })
  return namesDeals(draft) ? placeWithDeals(deps, caller, draft) : placeOrdinaryOrder(deps, caller, draft)
}

/** A sale has its own prices: neither a group's nor a flash sale's go with it. */
const placeInSale = (deps: Deps, caller: MemberCaller, { saleId, ...draft }: Draft): Outcome => {
  if (!saleId) return Promise.resolve(refuse({ code: 'draft.unknown' }))
  if (draft.group || draft.flashSlotId) return Promise.resolve(refuse({ code: 'sale.unknown' }))
  return placeSaleOrder(deps, caller, { ...draft, saleId })
}

const placeOrdinaryOrder = async (deps: Deps, caller: MemberCaller, draft: Draft): Outcome => {
  const facts = await readBasket(deps, askOf(caller, draft))
  if (facts.repeat) return ok(placedBefore(facts.repeat))
  const decided = decide(facts, draft, deps.now())
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
    groupId: null,
  })
}

/** The last guard said no: read again and answer what is true now. */
const explain = async (deps: Deps, caller: MemberCaller, draft: Draft, error: unknown): Outcome => {
  const constraint = brokenConstraint(error)
  if (isNumberTaken(constraint)) return placeOrdinaryOrder(deps, caller, draft)
  if (constraint !== 'order_request_repeated' && constraint !== 'sku_short') throw error
  const facts = await readBasket(deps, askOf(caller, draft))
  if (facts.repeat) return ok(placedBefore(facts.repeat))
  const again = decide(facts, draft, deps.now())
  if (!again.ok) return again
  // stock came back between the write and the look; the shopper may simply try again
  throw error
}
