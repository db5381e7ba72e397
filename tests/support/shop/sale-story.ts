/** A neighbour's way through a group sale, as a phone goes it: the checkout says what it costs, and exactly that is placed. */
import { sql } from 'kysely'
import type { CallInput } from '@/contract/index'
import type { MemberId, OrderId, PickupPointId, SaleId, SkuId } from '@/domain/ids'
import { pickupCode, readPickupCode } from '@/domain/pickup/code'
import { signWith } from '../../../cloudfunctions/sale/pickup-keys'
import { dataOf, type Shop } from '../functions'
import { requestId } from './buying'
import type { Scan } from './handing-over'

export type Bag = { readonly memberId: MemberId; readonly orderId: OrderId; readonly number: string }

type Wish = {
  readonly saleId: SaleId
  readonly pickupPointId: PickupPointId
  readonly basket: readonly (readonly [SkuId, number])[]
  readonly shareCode?: string
  readonly draftCode?: string
}

/** Looks at the checkout and places what it showed, coupons included. */
export const orderAsShown = async (shop: Shop, memberId: MemberId, wish: Wish): Promise<Bag & { totalFen: number }> => {
  const { saleId, pickupPointId, draftCode, shareCode } = wish
  const basket = wish.basket.map(([skuId, quantity]) => ({ skuId, quantity }))
  const within = { basket, saleId, ...(draftCode ? { draftCode } : {}) }
  const delivery = { kind: 'pickup' as const, pickupPointId }
  const { quote, deals } = dataOf(await shop.call('order', 'checkout', { ...within, delivery }, memberId))
  const input: CallInput<'order', 'place'> = {
    ...within,
    ...{ delivery, requestId: requestId(), totalFen: quote.totalFen, deals: deals.choice },
    ...(shareCode ? { shareCode } : {}),
  }
  const { orderId, number } = dataOf(await shop.call('order', 'place', input, memberId))
  return { memberId, orderId, number, totalFen: quote.totalFen }
}

/** The leader's phone reads the code that the neighbour's phone shows right now. */
export const scanAtTheDoor = async (shop: Shop, { memberId, orderId }: Bag, device: string): Promise<Scan> => {
  const { key } = dataOf(await shop.call('sale', 'pickupKey', { orderId }, memberId))
  const at = shop.clock.now()
  const read = readPickupCode(pickupCode(orderId, at, signWith(key)))
  if (!read) throw new Error('a code that can not be read')
  return {
    scanId: shop.deps.newId('scn'),
    orderId,
    codeStep: read.step,
    mac: read.mac,
    at,
    device,
    pickupPointId: null,
  }
}

/** The shelf: what may be sold is what came in less what is sold, and the ledger of movements says the same. */
export const expectStockAgrees = async (shop: Shop): Promise<void> => {
  const { rows } = await sql`
    select s.sku_id, s.available, m.* from (
      select store_id, sku_id, sum(available)::int as available from stock group by store_id, sku_id) s
    cross join lateral (select coalesce(sum(quantity), 0)::int as ledger from stock_movement
      where store_id = s.store_id and sku_id = s.sku_id) m
    where s.available <> m.ledger or s.available < 0`.execute(shop.deps.db)
  expect(rows).toEqual([])
}
