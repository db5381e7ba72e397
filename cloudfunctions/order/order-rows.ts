/** A new order and its lines as rows; its first event, holds and attempt to pay follow from them. */
import type { Selectable } from 'kysely'
import { shopClock, later, type EpochMs } from '@/domain/time'
import type { OrderId } from '@/domain/ids'
import { payDeadline } from '@/domain/order/clocks'
import type { Quote } from '@/domain/pricing/quote'
import type { MemberCaller } from '../runtime/caller'
import type { Tables } from '../runtime/db/tables'
import type { Deps } from '../runtime/deps'
import { afterTouch } from '../earning/attribute-order'
import type { BasketFactsRow } from './basket.sql'
import type { Draft } from './decide-place'
import { dealsOf } from './deals-of'

export type OrderRows = {
  readonly now: EpochMs
  readonly order: Selectable<Tables['orders']> & { id: OrderId }
  readonly lines: readonly Selectable<Tables['order_line']>[]
}

export const orderRows = (
  deps: Deps,
  caller: MemberCaller,
  draft: Draft,
  facts: BasketFactsRow,
  quote: Quote,
): OrderRows => {
  const now = deps.now()
  const at = new Date(now)
  const id = deps.newId('ord')
  const store_id = deps.storeId
  const rows: OrderRows = {
    now,
    order: {
      store_id,
      id,
      number: orderNumber(now, deps.newDigits(4)),
      member_id: caller.memberId,
      request_id: draft.requestId,
      delivery_kind: draft.delivery.kind,
      address: draft.delivery.kind === 'pickup' ? null : snapshotOf(facts),
      pickup_point_id: draft.delivery.kind === 'pickup' ? draft.delivery.pickupPointId : null,
      pickup_code: draft.delivery.kind === 'pickup' ? deps.newDigits(6) : null,
      buyer_name: facts.address?.name ?? facts.member?.name ?? '',
      buyer_phone: facts.address?.phone ?? facts.member?.phone ?? null,
      note: draft.note || null,
      quote,
      deals: dealsOf(quote),
      pieces: quote.lines.reduce((n, line) => n + line.quantity, 0),
      first_title: facts.skus[0]?.title ?? '',
      total_fen: quote.totalFen,
      delivery_fen: quote.deliveryFen,
      share_code: facts.sharerId ? (draft.shareCode ?? null) : null,
      sharer_id: facts.sharerId,
      placed_at: at,
      pay_deadline_at: new Date(payDeadline(now)),
      // how every order begins; written out, for each new key after a spread costs V8 1.5 to 4 µs (spread, this row took 50, not 5)
      trade: 'awaiting-payment',
      money: 'unpaid',
      fulfilment: 'none',
      remark: null,
      group_id: null,
      flash_slot_id: null,
      sale_id: null,
      leader_id: null,
      attribution: null,
      paid_fen: 0,
      refunded_fen: 0,
      price_changed: false,
      paid_at: null,
      ship_deadline_at: null,
      shipped_at: null,
      auto_confirm_at: null,
      completed_at: null,
      ended_at: null,
      event_count: 1,
    },
    lines: quote.lines.map((line, i) => {
      const sku = facts.skus[i]
      if (!sku || sku.skuId !== line.skuId) throw new Error('quote and basket have come apart')
      return {
        store_id,
        order_id: id,
        id: deps.newId('oln'),
        line_no: i + 1,
        sku_id: line.skuId,
        product_id: sku.productId,
        title: sku.title,
        options: [...sku.options],
        picture: sku.picture,
        quantity: line.quantity,
        original_unit_fen: line.originalUnitFen,
        unit_price_fen: line.unitPriceFen,
        discount_fen: line.discountFen,
        paid_fen: line.paidFen,
        shipped_quantity: 0,
        refunded_quantity: 0,
        refunded_fen: 0,
        rate_bp: null,
      }
    }),
  }
  return afterTouch(rows, facts.touch)
}

const snapshotOf = ({ address }: BasketFactsRow) =>
  address && {
    name: address.name,
    phone: address.phone,
    province: address.province,
    city: address.city,
    district: address.district,
    detail: address.detail,
  }

const two = (n: number): string => String(n).padStart(2, '0')

/** `YYMMDD` + milliseconds of the day (8) + `salt` (4 digits): 18 digits that tell the day, short enough to read out in fours. */
export const orderNumber = (now: EpochMs, salt: string): string => {
  const c = shopClock(now)
  const sinceMidnight = later(now, 8 * 3_600_000) % 86_400_000
  return `${two(c.year % 100)}${two(c.month)}${two(c.day)}${String(sinceMidnight).padStart(8, '0')}${salt}`
}
