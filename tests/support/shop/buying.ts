/** The way to a paid order in a test: somebody who can buy, a placing, a payment. */
import { randomBytes } from 'node:crypto'
import type { CallInput, CallReply } from '@/contract/index'
import type { MemberId, OrderId, PickupPointId, SkuId } from '@/domain/ids'
import { dataOf, type Shop } from '../functions'

export const requestId = (): string => randomBytes(12).toString('hex')

/** A member, a product with one SKU, and a pick-up point. */
export const readyToBuy = async (
  shop: Shop,
  { stock = 100, priceFen = 1990, title }: { stock?: number; priceFen?: number; title?: string } = {},
) => {
  const [memberId, pickupPointId] = [await shop.aMember(), await shop.aPickupPoint()]
  const { skuId, productId } = await shop.aProduct({ skus: [{ stock, priceFen }], ...(title ? { title } : {}) })
  return { memberId, pickupPointId, skuId, productId }
}

type Input = CallInput<'order', 'place'>
type Wish = Partial<Input> & Pick<Input, 'basket' | 'totalFen'> & { pickupPointId?: PickupPointId }

export const place = (
  shop: Shop,
  memberId: MemberId,
  { pickupPointId, ...wish }: Wish,
): Promise<CallReply<'order', 'place'>> => {
  const delivery = wish.delivery ?? (pickupPointId ? { kind: 'pickup' as const, pickupPointId } : undefined)
  if (!delivery) throw new Error('say how it is delivered')
  return shop.call('order', 'place', { requestId: requestId(), delivery, ...wish }, memberId)
}

export type Placed = {
  memberId: MemberId
  orderId: OrderId
  number: string
  skuId: SkuId
  pickupPointId: PickupPointId
  totalFen: number
}

/** An unpaid pick-up order of `quantity` pieces. */
export const aPlacedOrder = async (
  shop: Shop,
  { quantity = 1, priceFen = 1990, stock = 100 }: { quantity?: number; priceFen?: number; stock?: number } = {},
): Promise<Placed> => {
  const { memberId, skuId, pickupPointId } = await readyToBuy(shop, { stock, priceFen })
  const totalFen = priceFen * quantity
  const placed = dataOf(await place(shop, memberId, { basket: [{ skuId, quantity }], pickupPointId, totalFen }))
  return { memberId, skuId, pickupPointId, totalFen, orderId: placed.orderId, number: placed.number }
}

/** The same, to be sent by express in parcels: several lines, as `quantities` says. */
export const anExpressOrder = async (shop: Shop, quantities: readonly number[] = [2, 3], priceFen = 1000) => {
  const memberId = await shop.aMember()
  const addressId = await shop.anAddress(memberId)
  const template = await shop.aDeliveryTemplate({
    name: '快递',
    kind: 'express',
    feeFen: 0 as never,
    freeOverFen: null,
  })
  const skuIds: SkuId[] = []
  while (skuIds.length < quantities.length)
    skuIds.push((await shop.aProduct({ skus: [{ priceFen }], deliveryTemplateId: template })).skuId)
  const basket = skuIds.map((skuId, i) => ({ skuId, quantity: quantities[i] ?? 1 }))
  const totalFen = priceFen * quantities.reduce((a, b) => a + b, 0)
  const placed = dataOf(await place(shop, memberId, { basket, delivery: { kind: 'express', addressId }, totalFen }))
  return { memberId, skuIds, orderId: placed.orderId, number: placed.number, totalFen }
}

/** Opens the pay sheet, pays, and brings WeChat Pay's notice. */
export const pay = async (
  shop: Shop,
  { memberId, orderId, number }: Pick<Placed, 'memberId' | 'orderId' | 'number'>,
): Promise<void> => {
  dataOf(await shop.call('payment', 'start', { orderId }, memberId))
  const reply = await shop.deliver('payment', shop.pay.pay(number))
  if (reply.status !== 204) throw new Error(`the notice was answered ${reply.status}`)
}

export const aPaidOrder = async (shop: Shop, wish: Parameters<typeof aPlacedOrder>[1] = {}): Promise<Placed> => {
  const order = await aPlacedOrder(shop, wish)
  await pay(shop, order)
  return order
}

/** Cancels an order, and answers the notice of a payment that WeChat Pay let through although its number had been closed. */
export const lateNotice = async (
  shop: Shop,
  { memberId, orderId, number }: Pick<Placed, 'memberId' | 'orderId' | 'number'>,
) => {
  dataOf(await shop.call('payment', 'start', { orderId }, memberId))
  const notice = shop.pay.pay(number)
  const known = shop.pay.stateOf(number)
  if (!known) throw new Error('unknown number')
  const { paid } = known
  known.paid = null
  dataOf(await shop.call('order', 'cancel', { orderId }, memberId))
  known.paid = paid
  return notice
}
