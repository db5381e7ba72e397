/** An order as its shopper sees it. Staff see the same with more; see `staff-order/staff-order-view.ts`. */
import type { OrderView } from '@/contract/order'
import { fen } from '@/domain/money'
import { REGRET_WINDOW } from '@/domain/order/clocks'
import { isRegretOpen, shopperActs, type OrderState } from '@/domain/order/order'
import { bagAt, keptUntil } from '@/domain/pickup/bag'
import { epochMs, later, type EpochMs } from '@/domain/time'
import type { OrderRecord } from './order.sql'

export const at = (date: Date): EpochMs => epochMs(date.getTime())
export const atOrNull = (date: Date | null): EpochMs | null => (date ? at(date) : null)

export const stateOf = (o: OrderRecord): OrderState => ({
  trade: o.trade,
  money: o.money,
  fulfilment: o.fulfilment,
  deliveryKind: o.deliveryKind,
  payDeadlineAt: at(o.payDeadlineAt),
  paidAt: atOrNull(o.paidAt),
  isGrouped: o.group !== null,
  isListFinal: o.sale !== null && o.sale.state !== 'open',
})

/** What both sides see. */
export const sharedView = (o: OrderRecord, now: EpochMs): Omit<OrderView, 'acts' | 'timeline'> => {
  const state = stateOf(o)
  return {
    id: o.id,
    number: o.number,
    trade: o.trade,
    money: o.money,
    fulfilment: o.fulfilment,
    deliveryKind: o.deliveryKind,
    lines: o.lines.map((l) => ({
      ...l,
      unitPriceFen: fen(l.unitPriceFen),
      paidFen: fen(l.paidFen),
      refundedFen: fen(l.refundedFen),
    })),
    quote: o.quote,
    totalFen: fen(o.totalFen),
    paidFen: fen(o.paidFen),
    refundedFen: fen(o.refundedFen),
    address: o.address,
    pickup: o.pickupPoint && { point: o.pickupPoint, code: isCodeShown(o) ? o.pickupCode : null },
    note: o.note,
    parcels: o.parcels.map((p) => ({
      id: p.id,
      carrier: p.carrier,
      trackingNo: p.trackingNo,
      shippedAt: epochMs(p.at),
      lines: p.lines.map((l) => ({ lineId: l.lineId as OrderView['lines'][number]['id'], quantity: l.quantity })),
    })),
    refunds: o.refunds.map((r) => ({
      ...r,
      amountFen: fen(r.amountFen),
      wantedAt: epochMs(r.wantedAt),
      doneAt: r.doneAt === null ? null : epochMs(r.doneAt),
    })),
    placedAt: at(o.placedAt),
    payDeadlineAt: o.trade === 'awaiting-payment' ? state.payDeadlineAt : null,
    regretUntilAt: isRegretOpen(state, now) && state.paidAt !== null ? later(state.paidAt, REGRET_WINDOW) : null,
    autoConfirmAt: o.trade === 'fulfilling' ? atOrNull(o.autoConfirmAt) : null,
    servicePhone: o.servicePhone,
    group: groupOf(o),
    sale: saleOf(o, now),
  }
}

const groupOf = ({ group }: OrderRecord): OrderView['group'] =>
  group && {
    ...group,
    deadlineAt: group.deadlineAt === null ? null : epochMs(group.deadlineAt),
    chooseBy: group.chooseBy === null ? null : epochMs(group.chooseBy),
  }

const saleOf = ({ sale, deliveryKind }: OrderRecord, now: EpochMs): OrderView['sale'] => {
  if (!sale) return null
  const { keepDays, ...rest } = sale
  const handOverUntilAt = epochMs(sale.handOverUntilAt)
  return {
    ...rest,
    handOverFromAt: epochMs(sale.handOverFromAt),
    handOverUntilAt,
    bag: bagAt(sale.bag, deliveryKind === 'pickup' ? handOverUntilAt : null, keepDays, now),
    keptUntilAt: keptUntil(handOverUntilAt, keepDays),
    tierBackFen: fen(sale.tierBackFen),
    cuts: sale.cuts.map((cut) => ({ ...cut, refundFen: fen(cut.refundFen) })),
  }
}

export const shopperView = (o: OrderRecord, now: EpochMs): OrderView => ({
  ...sharedView(o, now),
  acts: shopperActs(stateOf(o), now),
  // the merchant's remark is the staff's own business
  timeline: o.events
    .filter((e) => e.event.kind !== 'remarked')
    .map((e) => ({ at: epochMs(e.at), event: e.event, by: e.by })),
})

/** The code is worth money: it is shown only once it is paid and until it has been used. */
const isCodeShown = (o: OrderRecord): boolean =>
  o.trade === 'fulfilling' && o.fulfilment !== 'received' && o.fulfilment !== 'stopped'
