/** Commission in tests: an order that a leader's card led to, its way to the buyer, the clock, and what the books say. */
import type { MemberId, OrderId, PickupPointId, SkuId } from '@/domain/ids'
import { DAY, MINUTE } from '@/domain/time'
import { checkBooks } from '../../../cloudfunctions/earning/check-books'
import { readLedger } from '../../../cloudfunctions/earning/read-ledger'
import { dataOf, type Shop } from '../functions'
import { pay, place, requestId } from './buying'
import { aLeader } from './communities'
import { settleRefunds } from './group-buying'

export type LedOrder = {
  readonly leaderId: MemberId
  readonly memberId: MemberId
  readonly orderId: OrderId
  readonly number: string
  readonly pickupPointId: PickupPointId
  readonly skuIds: readonly SkuId[]
}

type Line = readonly [priceFen: number, quantity: number]
type Wish = { leaderId?: MemberId; memberId?: MemberId; lines?: readonly Line[] }

/** `memberId` opens a card of `leaderId`. */
export const openCardOf = async (shop: Shop, leaderId: MemberId, memberId: MemberId): Promise<string> => {
  const { productId } = await shop.aProduct()
  const { code } = dataOf(await shop.call('share', 'create', { productId, channel: 'chat' }, leaderId))
  dataOf(await shop.call('share', 'open', { code, scene: 1007 }, memberId))
  return code
}

/** Placed after the buyer opened the leader's card; not paid yet. Two pieces at ¥29.90 if nothing is said. */
export const aLedOrder = async (shop: Shop, wish: Wish = {}): Promise<LedOrder> => {
  const leaderId = wish.leaderId ?? (await aLeader(shop)).leaderId
  const memberId = wish.memberId ?? (await shop.aMember({ name: '小美' }))
  await openCardOf(shop, leaderId, memberId)
  const lines = wish.lines ?? [[2990, 2]]
  const pickupPointId = await shop.aPickupPoint()
  const skuIds: SkuId[] = []
  for (const [priceFen] of lines) skuIds.push((await shop.aProduct({ skus: [{ priceFen, stock: 1000 }] })).skuId)
  const basket = skuIds.map((skuId, i) => ({ skuId, quantity: lines[i]?.[1] ?? 1 }))
  const totalFen = lines.reduce((sum, [priceFen, quantity]) => sum + priceFen * quantity, 0)
  const { orderId, number } = dataOf(await place(shop, memberId, { basket, pickupPointId, totalFen }))
  return { leaderId, memberId, orderId, number, pickupPointId, skuIds }
}

export const tick = async (shop: Shop): Promise<void> => void dataOf(await shop.call('jobs', 'run', {}, 'timer'))

/** Paid, and the commission has followed. */
export const aPaidLedOrder = async (shop: Shop, wish: Wish = {}): Promise<LedOrder> => {
  const order = await aLedOrder(shop, wish)
  await pay(shop, order)
  await tick(shop)
  return order
}

/** The goods are fetched. */
export const receive = async (shop: Shop, { orderId, memberId }: LedOrder): Promise<void> => {
  const owner = await shop.aStaff()
  dataOf(await shop.call('staff-order', 'makeReady', { orderIds: [orderId] }, owner))
  dataOf(await shop.call('order', 'confirmReceipt', { orderId }, memberId))
  await tick(shop)
}

/** Received, and seven days have passed. */
export const aPayableOrder = async (shop: Shop, wish: Wish = {}): Promise<LedOrder> => {
  const order = await aPaidLedOrder(shop, wish)
  await receive(shop, order)
  shop.clock.advance(7 * DAY + MINUTE)
  await tick(shop)
  return order
}

/** So many pieces of its first line, or of another, by the staff; the bank has paid it when this returns. */
export const refund = async (shop: Shop, order: LedOrder, quantity: number, line = 0): Promise<void> => {
  await wantRefund(shop, order, quantity, line)
  await settleRefunds(shop, [order])
}

export const wantRefund = async (shop: Shop, { orderId }: LedOrder, quantity: number, line = 0): Promise<void> => {
  const owner = await shop.aStaff()
  const lineId = (await linesOf(shop, orderId))[line]?.id
  const input = { orderId, requestId: requestId(), lines: [{ lineId: lineId as never, quantity }], reason: '坏果' }
  dataOf(await shop.call('staff-order', 'refund', input, owner))
}

export const linesOf = (shop: Shop, orderId: OrderId) =>
  shop.deps.db
    .selectFrom('order_line')
    .select(['id', 'quantity', 'paid_fen', 'refunded_fen', 'refunded_quantity', 'rate_bp'])
    .where('order_id', '=', orderId)
    .orderBy('line_no')
    .execute()

export const ledgerOf = (shop: Shop, leaderId: MemberId) => readLedger(shop.deps.db, shop.deps, leaderId)

export const rowsOf = async (shop: Shop, leaderId: MemberId) =>
  [...(await ledgerOf(shop, leaderId)).earnings].reverse().map(({ kind, state, amountFen, baseFen }) => ({
    ...{ kind, state, amountFen, baseFen },
  }))

export const statementOf = async (shop: Shop, leaderId: MemberId, month?: string) =>
  dataOf(await shop.call('earning', 'statement', month ? { month } : {}, leaderId))

/** What the nightly proof finds; nothing where all is well. */
export const findings = async (shop: Shop) => {
  await checkBooks(shop.deps)
  return shop.deps.db.selectFrom('ledger_finding').select(['kind', 'facts']).execute()
}

export const proposeAll = async (shop: Shop, leaderId: MemberId, maker: Parameters<Shop['call']>[3]) => {
  const { plan } = dataOf(await shop.call('staff-commission', 'statement', { memberId: leaderId }, maker))
  if (!('value' in plan)) throw new Error(`nothing to pay out: ${JSON.stringify(plan)}`)
  const input = { memberId: leaderId, amountFen: plan.value.amountFen }
  return dataOf(await shop.call('staff-commission', 'propose', input, maker))
}

/** Proposed by one, let go by another: the transfers wait for the clock to bring them to WeChat. */
export const anApprovedPayout = async (shop: Shop, leaderId: MemberId) => {
  const [maker, checker] = [await shop.aStaff(), await shop.aStaff({ role: 'manager' })]
  const { id: payoutId } = await proposeAll(shop, leaderId, maker)
  return dataOf(await shop.call('staff-commission', 'approve', { payoutId }, checker))
}
