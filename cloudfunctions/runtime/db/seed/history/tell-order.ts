/** From the plan of a past order to its rows: what was bought, for how much, what became of it. */
import type { StaffId } from '@/domain/ids'
import { quoteBasket } from '@/domain/pricing/quote-basket'
import type { Quote } from '@/domain/pricing/quote'
import { orderNumber } from '../../../../order/order-rows'
import type { AddressSnapshot } from '../../tables'
import { deliveryTemplates } from '../catalogue/store'
import { agedId, levelOf, personOf, skuId } from '../demo-shop'
import { awayOf, homeOf } from '../homes'
import { fillBasket, type BasketItem } from './basket'
import { chanceFrom, type Chance } from './chance'
import { lineRows, movementRows, parcelRows } from './goods-rows'
import { paymentRow, refundRows } from './money-rows'
import { orderRow } from './order-row'
import type { Plan } from './plan'
import { storyOf } from './story'
import type { Cast, Telling, ToldOrder } from './told'

export const tellOrder = (cast: Cast, plan: Plan): ToldOrder => {
  const chance = chanceFrom(10_007 * (plan.index + 1))
  const basket = fillBasket(chance, personOf(plan.buyer).likes, plan.kind === 'express', plan.atLeast ?? 1)
  const address = addressOf(chance, plan)
  const quote = quoteOf(plan, basket, address)
  const id = agedId('ord', plan.placedAt, `past-${plan.index}`)
  const lineIds = basket.map((_, i) => agedId('oln', plan.placedAt, `past-${plan.index}-${i}`))
  const story = storyOf(plan, quote, lineIds, chance)
  const number = orderNumber(plan.placedAt, chance.digits(4))
  const telling: Telling = { cast, plan, chance, id, number, basket, address, quote, story }
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

const addressOf = (chance: Chance, { kind, buyer }: Plan): AddressSnapshot | null => {
  if (kind === 'pickup') return null
  return (kind === 'express' && chance.next() < 0.7 ? awayOf(buyer) : null) ?? homeOf(buyer)
}

const quoteOf = (plan: Plan, basket: readonly BasketItem[], address: AddressSnapshot | null): Quote => {
  const template = deliveryTemplates.find((each) => each.kind === plan.kind)
  const quote = quoteBasket({
    lines: basket.map(({ product, sku, quantity }) => ({
      skuId: skuId(product, sku),
      quantity,
      priceFen: sku.priceFen,
      memberPriceFen: sku.memberPriceFen ?? null,
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
