/** From the plan of a past order to its rows: what was bought, for how much, what became of it. */
import type { StaffId } from '@/domain/ids'
import { quoteBasket } from '@/domain/pricing/quote-basket'
import type { Quote } from '@/domain/pricing/quote'
import type { SpecialPrice } from '@/domain/pricing/unit-price'
import { orderNumber } from '../../../../order/order-rows'
import type { AddressSnapshot } from '../../tables'
import { deliveryTemplates } from '../catalogue/store'
import { agedId, levelOf, personOf, skuId } from '../demo-shop'
import { awayOf, homeOf } from '../homes'
import { fillBasket, type BasketItem } from './basket'
import { chanceFrom, type Chance } from './chance'
import { groupStory, type GroupPart } from './group-story'
import { lineRows, movementRows, parcelRows } from './goods-rows'
import { paymentRow, refundRows } from './money-rows'
import { orderRow } from './order-row'
import type { Plan } from './plan'
import { storyOf, type Story } from './story'
import type { Cast, Telling, ToldOrder } from './told'

export const tellOrder = (cast: Cast, plan: Plan): ToldOrder => {
  const chance = chanceFrom(10_007 * (plan.index + 1))
  const basket = fillBasket(chance, personOf(plan.buyer).likes, plan.kind === 'express', plan.atLeast ?? 1)
  const address = addressOf(chance, plan)
  const quote = quoteOf(plan, basket, address)
  const { id, lineIds } = idsOf(plan, basket)
  const story = storyOf(plan, quote, lineIds, chance)
  const number = orderNumber(plan.placedAt, chance.digits(4))
  const share = shareOf(cast, plan, chance, basket)
  return rowsOf({ cast, plan, chance, id, number, basket, address, quote, story, share, group: null })
}

/** One order of a group: one thing at the group's price, to be picked up. */
export const tellGroupOrder = (
  cast: Cast,
  plan: Plan,
  basket: readonly BasketItem[],
  group: GroupPart,
  share: Telling['share'],
): ToldOrder => {
  const chance = chanceFrom(10_007 * (plan.index + 1))
  const quote = quoteOf(plan, basket, null, () => ({ rule: 'group', priceFen: group.priceFen }))
  const { id, lineIds } = idsOf(plan, basket)
  const story = groupStory(plan, group, quote, lineIds, chance)
  const number = orderNumber(plan.placedAt, chance.digits(4))
  return rowsOf({ cast, plan, chance, id, number, basket, address: null, quote, story, share, group })
}

/** One order of a group sale, at the prices of that sale; `saleStory` tells what became of it. */
export const tellSaleOrder = (
  cast: Cast,
  plan: Plan,
  basket: readonly BasketItem[],
  special: (item: BasketItem) => SpecialPrice,
  saleStory: (quote: Quote, lineIds: readonly string[], chance: Chance) => Story,
): ToldOrder => {
  const chance = chanceFrom(10_007 * (plan.index + 1))
  const quote = quoteOf(plan, basket, null, special)
  const { id, lineIds } = idsOf(plan, basket)
  const story = saleStory(quote, lineIds, chance)
  const number = orderNumber(plan.placedAt, chance.digits(4))
  return rowsOf({ cast, plan, chance, id, number, basket, address: null, quote, story, share: null, group: null })
}

const idsOf = ({ placedAt, index }: Plan, basket: readonly BasketItem[]) => ({
  id: agedId('ord', placedAt, `past-${index}`),
  lineIds: basket.map((_, i) => agedId('oln', placedAt, `past-${index}-${i}`)),
})

const rowsOf = (telling: Telling): ToldOrder => {
  const { cast, id, story } = telling
  return {
    order: orderRow(telling),
    lines: lineRows(telling),
    events: story.events.map(({ at, event, by }, i) => ({
      store_id: cast.storeId,
      order_id: id,
      seq: i + 1,
      at: new Date(at),
      event: JSON.stringify(event),
      by_kind: by,
      staff_id: by === 'staff' ? staffFor(cast, event.kind) : null,
    })),
    payment: paymentRow(telling),
    parcels: parcelRows(telling),
    refunds: refundRows(telling),
    movements: movementRows(telling),
  }
}

/** A third of those who bought what somebody had shared came through that card. */
const shareOf = (cast: Cast, plan: Plan, chance: Chance, basket: readonly BasketItem[]): Telling['share'] => {
  const share = cast.shares.find(
    ({ sharer, product, at }) =>
      sharer !== plan.buyer && at < plan.placedAt && basket.some((item) => item.product.slug === product),
  )
  return chance.next() < 0.34 ? (share ?? null) : null
}

const addressOf = (chance: Chance, { kind, buyer }: Plan): AddressSnapshot | null => {
  if (kind === 'pickup') return null
  return (kind === 'express' && chance.next() < 0.7 ? awayOf(buyer) : null) ?? homeOf(buyer)
}

const quoteOf = (
  plan: Plan,
  basket: readonly BasketItem[],
  address: AddressSnapshot | null,
  special: (item: BasketItem) => SpecialPrice | undefined = () => undefined,
): Quote => {
  const template = deliveryTemplates.find((each) => each.kind === plan.kind)
  const quote = quoteBasket({
    lines: basket.map((item) => ({
      skuId: skuId(item.product, item.sku),
      quantity: item.quantity,
      priceFen: item.sku.priceFen,
      memberPriceFen: item.sku.memberPriceFen ?? null,
      special: special(item),
    })),
    level: levelOf(plan.buyer),
    delivery:
      plan.kind === 'pickup' || !template || !address
        ? { kind: 'pickup' }
        : { kind: plan.kind, region: address, templates: basket.map(() => template) },
  })
  if (!quote.ok) throw new Error(`the demo's order ${plan.index} goes where nothing is delivered`)
  return quote.value
}

const staffFor = ({ staff }: Cast, act: string): StaffId =>
  act === 'received' || act === 'completed' ? staff.clerk : act === 'refund-wanted' ? staff.service : staff.warehouse
