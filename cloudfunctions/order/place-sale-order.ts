/**
 * Places an order of a group sale: the sale is read beside the basket, the rules decide, and one guarded statement writes
 * the order with its place in the sale, or nothing. What a crowd took or reached meanwhile changes the answer.
 */
import { ok, refuse, type Result } from '@/domain/result'
import { salePayDeadline } from '@/domain/sale/window'
import type { SaleId } from '@/domain/ids'
import { inLeadersSale } from '../earning/attribute-order'
import type { MemberCaller } from '../runtime/caller'
import { brokenConstraint, foundTooLittle } from '../runtime/db/errors'
import type { Deps } from '../runtime/deps'
import { agreeOnSale, checkPlace, type AgreedSale } from '../sale/agree-on-sale'
import { SALE_GUARDS } from '../sale/hold-sale.sql'
import { readSalePart } from '../sale/sale-facts.sql'
import { readBasket } from './basket.sql'
import { askOf, decide, isNumberTaken, placedBefore, type Draft, type Placed, type PlaceRefused } from './decide-place'
import { DEAL_GUARDS } from './lock-deals.sql'
import { orderRows, type OrderRows } from './order-rows'
import { placeInSaleWithDeals, placePlainlyInSale } from './place-in-sale.sql'
import { readWallet } from './wallet.sql'

export type SaleDraft = Draft & { readonly saleId: SaleId }

/** A guard may say no to what the facts allowed a moment ago; then the facts are read again. */
const MOST_TRIES = 4

export const placeSaleOrder = async (
  deps: Deps,
  caller: MemberCaller,
  draft: SaleDraft,
): Promise<Result<Placed, PlaceRefused>> => {
  const { memberId } = caller
  const { saleId, draftCode } = draft
  const ask = askOf(caller, draft)
  const skuIds = ask.basket.map((line) => line.skuId)
  for (let attempt = 1; ; attempt++) {
    const [facts, wallet, part] = await Promise.all([
      readBasket(deps, ask),
      draft.deals ? readWallet(deps, memberId) : null,
      readSalePart(deps, { memberId, saleId, skuIds, draftCode: draftCode ?? null }),
    ])
    if (facts.repeat) return ok(placedBefore(facts.repeat))
    if (!facts.member) return refuse({ code: 'sign-in.required' })
    const agreed = agreeOnSale(part, ask.basket, draftCode, deps.now())
    if (!agreed.ok) return agreed
    const there = checkPlace(agreed.value, draft.delivery)
    if (!there.ok) return there
    const bought = { group: null, flash: null, sale: agreed.value }
    const quote = decide(facts, draft, deps.now(), bought, wallet)
    if (!quote.ok) return quote
    const rows = inSale(orderRows(deps, caller, draft, facts, quote.value), agreed.value)
    try {
      const placing = { rows, agreed: agreed.value, fromCart: draft.fromCart }
      await (rows.order.deals ? placeInSaleWithDeals : placePlainlyInSale)(deps, placing)
    } catch (error) {
      if (attempt === MOST_TRIES || !isGuard(error)) throw error
      continue
    }
    const { id: orderId, number } = rows.order
    const payDeadlineAt = salePayDeadline(rows.now, agreed.value.part.endsAt)
    return ok({ orderId, number, totalFen: quote.value.totalFen, payDeadlineAt, isRepeat: false, groupId: null })
  }
}

const GUARDS = ['order_request_repeated', 'sku_short', ...SALE_GUARDS, ...DEAL_GUARDS]

const isGuard = (error: unknown): boolean => {
  const constraint = brokenConstraint(error)
  return isNumberTaken(constraint) || foundTooLittle(error) || (constraint !== null && GUARDS.includes(constraint))
}

/** Within a leader's sale it is that leader who earns; in the store's own whoever's card was seen last. */
const inSale = (rows: OrderRows, { part }: AgreedSale): OrderRows => {
  const placed: OrderRows = {
    ...rows,
    order: {
      ...rows.order,
      sale_id: part.id,
      pay_deadline_at: new Date(salePayDeadline(rows.now, part.endsAt)),
    },
  }
  return part.leaderId === null
    ? placed
    : inLeadersSale(placed, { saleId: part.id, leaderId: part.leaderId }, part.rates)
}
