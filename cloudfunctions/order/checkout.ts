/** The checkout screen's preview: same facts and same quote as the placing, with the best deal, and what else could be chosen. */
import type { order as contract } from '@/contract/order'
import type { OutputOf, ParsedOf, RefusalOf } from '@/contract/define'
import { dealForOrder } from '@/domain/order/place'
import { ok, refuse, type Result } from '@/domain/result'
import type { MemberId } from '@/domain/ids'
import { agreeOnFlash } from '../flash/agree-on-flash'
import { readFlash } from '../flash/flash-facts.sql'
import { agreeOnPart } from '../group-buy/agree-on-part'
import { readPart } from '../group-buy/part-facts.sql'
import type { MemberCaller } from '../runtime/caller'
import type { SignInRequired } from '../runtime/serve'
import type { Deps } from '../runtime/deps'
import { agreeOnSale, checkPlace } from '../sale/agree-on-sale'
import { readSalePart } from '../sale/sale-facts.sql'
import { inFlash, mergeBasket, missingFrom, reachOf } from './basket'
import { basketState, PLAINLY, type BoughtAs } from './basket-state'
import { readBasket } from './basket.sql'
import { readChoices, type Choices } from './checkout.sql'
import { checkoutAddOn } from './checkout-add-on'
import { choicesInSale } from './checkout-sale'
import { checkoutView, chosenFrom } from './checkout-view'

type View = OutputOf<typeof contract.checkout>
type No = RefusalOf<typeof contract.checkout>
type Input = ParsedOf<typeof contract.checkout>
type Delivery = NonNullable<Input['delivery']>

export const checkout = async (
  deps: Deps,
  caller: MemberCaller,
  input: Input,
): Promise<Result<View, No | SignInRequired>> => {
  const { memberId } = caller
  const basket = mergeBasket(input.basket)
  const [all, facts, bought] = await Promise.all([
    readChoices(deps, memberId),
    readBasket(deps, { memberId, basket }),
    boughtAs(deps, memberId, basket, input),
  ])
  // deleted a moment ago on another phone
  if (!facts.member) return refuse({ code: 'sign-in.required' })
  if (!bought.ok) return bought
  const { sale } = bought.value
  const choices = sale ? choicesInSale(all, sale) : all
  const delivery = input.delivery ?? usualDelivery(choices)
  if (!delivery) return refuse({ code: 'delivery.missing' })
  const there = sale ? checkPlace(sale, delivery) : ok(null)
  if (!there.ok) return there
  const missing = missingFrom(facts, input.basket)
  if (missing) return refuse({ code: 'sku.unknown', skuId: missing })
  const chosen = chosenFrom(choices, delivery)
  const reach = reachOf(chosen, delivery)
  if (!reach.ok) return reach
  const now = deps.now()
  const own = { wallet: choices.wallet, usePoints: input.deals?.usePoints ?? false }
  const state = basketState(facts, bought.value, own, now)
  const deal = dealForOrder(state, delivery.kind, reach.value, wishOf(input))
  if (!deal.ok) return deal
  const way = { kind: delivery.kind, ...chosen }
  const isPlain = !bought.value.group && !bought.value.flash && !sale && input.deals?.couponId === undefined
  const found = { state, kind: delivery.kind, region: reach.value, deal: deal.value }
  const addOn = isPlain ? await checkoutAddOn(deps, found) : null
  return ok(checkoutView({ now, facts, choices, state, own, way, bought: bought.value, deal: deal.value, addOn }))
}

/** What is agreed on for a basket that is bought in a group, in a flash sale or in a group sale. */
const boughtAs = async (
  deps: Deps,
  memberId: MemberId,
  basket: ReturnType<typeof mergeBasket>,
  { group: wish, flashSlotId: slotId, flashSkuIds, saleId, draftCode }: Input,
): Promise<Result<BoughtAs, No>> => {
  if (saleId ?? draftCode) {
    if (!saleId) return refuse({ code: 'draft.unknown' })
    if (wish || slotId) return refuse({ code: 'sale.unknown' })
    const skuIds = basket.map((line) => line.skuId)
    const part = await readSalePart(deps, { memberId, saleId, skuIds, draftCode: draftCode ?? null })
    const sale = agreeOnSale(part, basket, draftCode, deps.now())
    return sale.ok ? ok({ ...PLAINLY, sale: sale.value }) : sale
  }
  if (wish && slotId) return refuse({ code: 'flash.unknown' })
  if (slotId) {
    const part = await readFlash(deps, { memberId, slotId, skuIds: inFlash(basket, flashSkuIds) })
    const flash = agreeOnFlash(part, basket, deps.now())
    return flash.ok ? ok({ group: null, flash: flash.value }) : flash
  }
  if (!wish) return ok(PLAINLY)
  const [line, ...more] = basket
  if (!line || more.length > 0) return refuse({ code: 'group.one-product' })
  const part = await readPart(deps, { memberId, skuId: line.skuId, wish })
  const group = agreeOnPart(part, wish.kind, line.quantity, deps.now())
  return group.ok ? ok({ group: group.value, flash: null }) : group
}

/** Only what was said: what is left out is chosen for the shopper. */
const wishOf = ({ deals: { couponId, deliveryCouponId } = {} }: Input) => ({
  ...(couponId === undefined ? {} : { couponId }),
  ...(deliveryCouponId === undefined ? {} : { deliveryCouponId }),
})

/** What the member most likely wants: the way of their last order, else the first open pick-up point, else their address. */
const usualDelivery = ({ last, pickupPoints, addresses }: Choices): Delivery | null => {
  const address = addresses[0]
  const lastPoint = pickupPoints.find((p) => p.id === last?.pickupPointId)
  if (lastPoint) return { kind: 'pickup', pickupPointId: lastPoint.id }
  if (last && last.kind !== 'pickup' && address) return { kind: last.kind, addressId: address.id }
  const point = pickupPoints[0]
  if (point) return { kind: 'pickup', pickupPointId: point.id }
  return address ? { kind: 'express', addressId: address.id } : null
}
