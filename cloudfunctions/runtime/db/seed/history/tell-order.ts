/** From the plan of a past order to its rows: quote, lines, events, money, parcels, ledger. The states are the fold of the events. */
import type { Insertable } from 'kysely'
import type { StaffId, StoreId } from '@/domain/ids'
import { autoConfirmAt, payDeadline, shipDeadline } from '@/domain/order/clocks'
import { foldEvents } from '@/domain/order/events'
import { quoteBasket } from '@/domain/pricing/quote-basket'
import type { Quote } from '@/domain/pricing/quote'
import type { EpochMs } from '@/domain/time'
import { orderNumber } from '../../../../order/order-rows'
import type { AddressSnapshot, Tables } from '../../tables'
import { demoMemberId } from '../../demo-ids'
import { deliveryTemplates, pickupPoints } from '../catalogue/store'
import { agedId, levelOf, mainPicture, personOf, pickupPointId, productId, skuId } from '../demo-shop'
import { awayOf, homeOf } from '../homes'
import { fillBasket, type BasketItem } from './basket'
import { chanceFrom, type Chance } from './chance'
import type { Plan } from './plan'
import type { PastShare } from './shares'
import { storyOf, type Story } from './story'

export type Cast = {
  readonly storeId: StoreId
  readonly shares: readonly PastShare[]
  readonly staff: { readonly warehouse: StaffId; readonly clerk: StaffId; readonly service: StaffId }
}

export type ToldOrder = {
  readonly order: Insertable<Tables['orders']>
  readonly lines: readonly Insertable<Tables['order_line']>[]
  readonly events: readonly Insertable<Tables['order_event']>[]
  readonly payment: Insertable<Tables['payment']>
  readonly parcels: readonly Insertable<Tables['parcel']>[]
  readonly refunds: readonly Insertable<Tables['refund']>[]
  readonly movements: readonly Insertable<Tables['stock_movement']>[]
}

export const tellOrder = (cast: Cast, plan: Plan): ToldOrder => {
  const chance = chanceFrom(10_007 * (plan.index + 1))
  const basket = fillBasket(chance, personOf(plan.buyer).likes, plan.kind === 'express', plan.atLeast ?? 1)
  const address = addressOf(chance, plan)
  const quote = quoteOf(plan, basket, address)
  const id = agedId('ord', plan.placedAt, `past-${plan.index}`)
  const lineIds = basket.map((_, i) => agedId('oln', plan.placedAt, `past-${plan.index}-${i}`))
  const story = storyOf(plan, quote, lineIds, chance)
  const head: Head = { cast, plan, chance, id, number: orderNumber(plan.placedAt, chance.digits(4)), quote, story }
  return {
    order: orderRow(head, basket, address),
    lines: basket.map((item, i) => lineRow(head, item, i)),
    events: story.events.map(({ at, event, by }, i) => ({
      store_id: cast.storeId,
      order_id: id,
      seq: i + 1,
      at: new Date(at),
      event: JSON.stringify(event),
      by_kind: by,
      staff_id: by === 'staff' ? staffFor(cast, event.kind) : null,
    })),
    payment: paymentRow(head),
    parcels: parcelRows(head),
    refunds: refundRows(head),
    movements: movementRows(head, basket),
  }
}

type Head = {
  readonly cast: Cast
  readonly plan: Plan
  readonly chance: Chance
  readonly id: string
  readonly number: string
  readonly quote: Quote
  readonly story: Story
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

const date = (at: EpochMs | null): Date | null => (at === null ? null : new Date(at))

const NOTES = ['挑熟一点的，谢谢', '放门口就好', '麻烦多给一个袋子', '晚上八点后来拿', '有过敏，不要坚果']

const orderRow = (head: Head, basket: readonly BasketItem[], address: AddressSnapshot | null): ToldOrder['order'] => {
  const { cast, plan, chance, id, number, quote, story } = head
  const person = personOf(plan.buyer)
  const share = shareOf(head, basket)
  const [first] = basket
  const isSent = story.sentAt !== null
  return {
    ...foldEvents(story.events.map(({ event }) => event)),
    store_id: cast.storeId,
    id,
    number,
    member_id: demoMemberId(plan.buyer),
    request_id: `demo-past-order-${String(plan.index).padStart(4, '0')}`,
    delivery_kind: plan.kind,
    address: address && JSON.stringify(address),
    pickup_point_id: plan.kind === 'pickup' ? pickupPointId(pointFor(chance, plan.buyer)) : null,
    pickup_code: plan.kind === 'pickup' ? chance.digits(6) : null,
    buyer_name: address?.name ?? person.nickname,
    buyer_phone: address?.phone ?? person.phone,
    note: chance.next() < 0.12 ? chance.pick(NOTES) : null,
    quote: JSON.stringify(quote),
    pieces: basket.reduce((sum, item) => sum + item.quantity, 0),
    first_title: first?.product.title ?? '',
    total_fen: quote.totalFen,
    delivery_fen: quote.deliveryFen,
    paid_fen: story.paidAt === null ? 0 : quote.totalFen,
    refunded_fen: story.refund?.amountFen ?? 0,
    share_code: share?.code ?? null,
    sharer_id: share ? demoMemberId(share.sharer) : null,
    placed_at: new Date(plan.placedAt),
    pay_deadline_at: new Date(payDeadline(plan.placedAt)),
    paid_at: date(story.paidAt),
    ship_deadline_at: story.paidAt === null ? null : new Date(shipDeadline(story.paidAt)),
    shipped_at: date(story.sentAt),
    auto_confirm_at: isSent && !story.isPart ? new Date(autoConfirmAt(plan.kind, story.sentAt ?? plan.placedAt)) : null,
    completed_at: date(story.completedAt),
    ended_at: date(story.endedAt),
    event_count: story.events.length,
  }
}

const pointFor = (chance: Chance, buyer: string): string => {
  const own = pickupPoints.find((point) => point.leader === buyer)
  const building = personOf(buyer).building
  const near = pickupPoints.find((point) => building.startsWith(point.name.split(' 号楼')[0] ?? ''))
  return own?.slug ?? (near && chance.next() < 0.8 ? near.slug : chance.pick(pickupPoints).slug)
}

/** A third of those who bought what somebody had shared came through that card. */
const shareOf = ({ cast, plan, chance }: Head, basket: readonly BasketItem[]): PastShare | undefined => {
  const share = cast.shares.find(
    ({ sharer, product, at }) =>
      sharer !== plan.buyer && at < plan.placedAt && basket.some((item) => item.product.slug === product),
  )
  return chance.next() < 0.34 ? share : undefined
}

const lineRow = ({ cast, id, quote, story }: Head, item: BasketItem, i: number): ToldOrder['lines'][number] => {
  const line = quote.lines[i]
  const lineId = story.lineIds[i]
  if (!line || !lineId) throw new Error('quote and basket have come apart')
  const refunded = story.refund?.lines.find((part) => part.lineId === lineId)
  return {
    store_id: cast.storeId,
    order_id: id,
    id: lineId,
    line_no: i + 1,
    sku_id: line.skuId,
    product_id: productId(item.product.slug),
    title: item.product.title,
    options: [...item.sku.values],
    picture: JSON.stringify(mainPicture(item.product)),
    quantity: item.quantity,
    original_unit_fen: line.originalUnitFen,
    unit_price_fen: line.unitPriceFen,
    discount_fen: line.discountFen,
    paid_fen: line.paidFen,
    shipped_quantity: story.parcel?.lines.find((part) => part.lineId === lineId)?.quantity ?? 0,
    refunded_quantity: refunded?.quantity ?? 0,
    refunded_fen: refunded?.amountFen ?? 0,
  }
}

const staffFor = ({ staff }: Cast, act: string): StaffId =>
  act === 'received' || act === 'completed' ? staff.clerk : act === 'refund-wanted' ? staff.service : staff.warehouse

const paymentRow = ({ cast, plan, id, number, quote, story }: Head): ToldOrder['payment'] => ({
  store_id: cast.storeId,
  out_trade_no: number,
  order_id: id,
  amount_fen: quote.totalFen,
  state: story.paidAt !== null ? 'paid' : story.endedAt === null ? 'open' : 'closed',
  transaction_id: story.transactionId,
  paid_at: date(story.paidAt),
  created_at: new Date(plan.placedAt),
})

const parcelRows = ({ cast, plan, id, story }: Head): ToldOrder['parcels'] => {
  const { parcel, sentAt } = story
  if (!parcel || sentAt === null) return []
  const { carrier, trackingNo, lines } = parcel
  return [
    {
      store_id: cast.storeId,
      id: agedId('pcl', sentAt, `past-${plan.index}`),
      order_id: id,
      carrier,
      tracking_no: trackingNo,
      lines: JSON.stringify(lines),
      staff_id: cast.staff.warehouse,
      shipped_at: new Date(sentAt),
    },
  ]
}

const refundRows = ({ cast, plan, id, number, story }: Head): ToldOrder['refunds'] => {
  const { refund } = story
  if (!refund) return []
  const refundId = agedId('ref', refund.wantedAt, `past-${plan.index}`)
  return [
    {
      store_id: cast.storeId,
      id: refundId,
      out_refund_no: refundId,
      order_id: id,
      out_trade_no: number,
      request_id: refund.kind === 'shopper-cancel' ? 'take-back' : `demo-past-refund-${plan.index}`,
      amount_fen: refund.amountFen,
      delivery_fen: refund.deliveryFen,
      lines: JSON.stringify(refund.lines),
      restock: refund.kind === 'shopper-cancel',
      reason: refund.reason,
      kind: refund.kind,
      state: 'done',
      wechat_refund_id: refund.wechatRefundId,
      staff_id: refund.kind === 'staff' ? cast.staff.service : null,
      wanted_at: new Date(refund.wantedAt),
      done_at: new Date(refund.doneAt),
    },
  ]
}

/** Held when placed; given back where the order was cancelled or taken back. Refunded goods were bad and stay away. */
const movementRows = ({ cast, plan, id, story }: Head, basket: readonly BasketItem[]): ToldOrder['movements'] =>
  basket.flatMap(({ product, sku, quantity }, i) => {
    const row = (kind: 'held' | 'released', at: EpochMs) => ({
      store_id: cast.storeId,
      id: agedId('mov', at, `past-${plan.index}-${i}-${kind}`),
      sku_id: skuId(product, sku),
      kind,
      quantity: kind === 'held' ? -quantity : quantity,
      order_id: id,
      at: new Date(at),
    })
    const held = row('held', plan.placedAt)
    return story.releasedAt === null ? [held] : [held, row('released', story.releasedAt)]
  })
