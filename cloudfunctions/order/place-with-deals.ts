/**
 * Places an order whose draft names coupons, points or a flash sale: the wallet and the slot are read beside the basket, and
 * the one guarded statement holds what the quote uses, or writes nothing. What somebody else took meanwhile changes the quote.
 */
import { payDeadline } from '@/domain/order/clocks'
import { flashPayDeadline } from '@/domain/flash/slot'
import { ok, refuse, type Result } from '@/domain/result'
import type { EpochMs } from '@/domain/time'
import { agreeOnFlash, type AgreedFlash } from '../flash/agree-on-flash'
import { readFlash } from '../flash/flash-facts.sql'
import type { MemberCaller } from '../runtime/caller'
import { brokenConstraint, foundTooLittle } from '../runtime/db/errors'
import type { Deps } from '../runtime/deps'
import { inFlash } from './basket'
import { readBasket } from './basket.sql'
import { askOf, decide, isNumberTaken, placedBefore, type Draft, type Placed, type PlaceRefused } from './decide-place'
import { DEAL_GUARDS, type FlashTake } from './lock-deals.sql'
import { orderRows, type OrderRows } from './order-rows'
import { placeTogether } from './place-together'
import { placeHoldingDeals } from './place-with-deals.sql'
import { readWallet } from './wallet.sql'

/** A guard may say no to what the facts allowed a moment ago; then the facts are read again. */
const MOST_TRIES = 4

export const namesDeals = ({ deals, flashSlotId }: Draft): boolean => deals !== undefined || flashSlotId !== undefined

export const placeWithDeals = async (
  deps: Deps,
  caller: MemberCaller,
  draft: Draft,
): Promise<Result<Placed, PlaceRefused>> => {
  const { memberId } = caller
  const [ask, slotId] = [askOf(caller, draft), draft.flashSlotId]
  const skuIds = inFlash(ask.basket, draft.flashSkuIds)
  for (let attempt = 1; ; attempt++) {
    const [facts, wallet, part] = await Promise.all([
      readBasket(deps, ask),
      draft.deals ? readWallet(deps, memberId) : null,
      slotId ? readFlash(deps, { memberId, slotId, skuIds }) : null,
    ])
    if (facts.repeat) return ok(placedBefore(facts.repeat))
    if (!facts.member) return refuse({ code: 'sign-in.required' })
    const flash = slotId ? agreeOnFlash(part, ask.basket, deps.now()) : null
    if (flash && !flash.ok) return flash
    const bought = { group: null, flash: flash?.value ?? null }
    const quote = decide(facts, draft, deps.now(), bought, wallet)
    if (!quote.ok) return quote
    const rows = inSlot(orderRows(deps, caller, draft, facts, quote.value), bought.flash)
    try {
      await write(deps, rows, draft.fromCart, takesOf(rows, bought.flash))
    } catch (error) {
      if (attempt === MOST_TRIES || !isGuard(error)) throw error
      continue
    }
    const { id: orderId, number } = rows.order
    const payDeadlineAt = deadlineOf(rows.now, bought.flash)
    return ok({ orderId, number, totalFen: quote.value.totalFen, payDeadlineAt, isRepeat: false, groupId: null })
  }
}

/** A wallet that was looked at and not used is an ordinary order's. */
const write = (deps: Deps, rows: OrderRows, fromCart: boolean, flash: readonly FlashTake[]): Promise<void> =>
  rows.order.deals || flash.length > 0
    ? placeHoldingDeals(deps, { rows, fromCart, flash })
    : placeTogether(deps, { rows, fromCart })

const GUARDS = ['order_request_repeated', 'sku_short', ...DEAL_GUARDS]

const isGuard = (error: unknown): boolean => {
  const constraint = brokenConstraint(error)
  return isNumberTaken(constraint) || foundTooLittle(error) || (constraint !== null && GUARDS.includes(constraint))
}

/** Others wait for goods of a flash sale, so there are five minutes to pay. */
const deadlineOf = (now: EpochMs, flash: AgreedFlash | null): EpochMs =>
  flash ? flashPayDeadline(now) : payDeadline(now)

const inSlot = (rows: OrderRows, flash: AgreedFlash | null): OrderRows =>
  flash
    ? {
        ...rows,
        order: {
          ...rows.order,
          flash_slot_id: flash.part.id,
          pay_deadline_at: new Date(deadlineOf(rows.now, flash)),
        },
      }
    : rows

const takesOf = ({ lines }: OrderRows, flash: AgreedFlash | null): FlashTake[] =>
  (flash?.part.items ?? []).map(({ skuId, perPerson, priceFen }) => ({
    slotId: flash?.part.id ?? '',
    skuId,
    pieces: lines.reduce((n, line) => (line.sku_id === skuId ? n + line.quantity : n), 0),
    most: perPerson,
    priceFen,
  }))
