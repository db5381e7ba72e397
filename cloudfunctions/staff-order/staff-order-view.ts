/** An order as the staff see it: the shopper's view, masked, with clock, acts, source and who did what. */
import type { OrderView } from '@/contract/order'
import type { StaffOrderRow, StaffOrderView } from '@/contract/staff-order'
import { CHOICE_WINDOW } from '@/domain/group-buy/group'
import { maskPhone } from '@/domain/member/mask-phone'
import { maskName } from '@/domain/share/mask'
import { staffActs } from '@/domain/order/order'
import { epochMs, later, type EpochMs } from '@/domain/time'
import { SHIP_WINDOW } from '@/domain/order/clocks'
import type { OrderRecord } from '../order/order.sql'
import { sharedView, stateOf } from '../order/order-view'

export const staffView = (o: OrderRecord, now: EpochMs): StaffOrderView => {
  const { address, pickup, ...view } = sharedView(o, now)
  return {
    ...view,
    address: address && {
      ...address,
      name: maskName(address.name),
      phone: maskPhone(address.phone),
      detail: maskDetail(address.detail),
    },
    // the clerk types what the shopper shows; the page never gives the code away
    pickup: pickup && { point: pickup.point, code: null },
    buyer: maskName(o.buyerName),
    maskedPhone: o.buyerPhone ? maskPhone(o.buyerPhone) : null,
    source: o.shareCode ? { kind: 'share', sharer: o.sharerName && maskName(o.sharerName) } : { kind: 'direct' },
    remark: o.remark,
    acts: staffActs(stateOf(o)),
    clock: clockOf({
      ...stateOf(o),
      group: view.group,
      placedAt: epochMs(o.placedAt.getTime()),
      shipDeadlineAt: o.shipDeadlineAt && epochMs(o.shipDeadlineAt.getTime()),
      shippedAt: o.shippedAt && epochMs(o.shippedAt.getTime()),
      autoConfirmAt: o.autoConfirmAt && epochMs(o.autoConfirmAt.getTime()),
    }),
    timeline: o.events.map((e) => ({ at: epochMs(e.at), event: e.event, by: e.by, staffName: e.staffName })),
    shippingUpload: o.upload ?? 'none',
  }
}

/** "龙华路 88 弄 3 号 502" → the street stays, the door goes. */
const maskDetail = (detail: string): string => `${detail.slice(0, Math.min(6, Math.ceil(detail.length / 2)))}****`

type ClockFacts = Pick<
  ReturnType<typeof stateOf>,
  'trade' | 'money' | 'fulfilment' | 'deliveryKind' | 'payDeadlineAt' | 'paidAt'
> & {
  group: Pick<NonNullable<OrderView['group']>, 'deadlineAt' | 'chooseBy'> | null
  placedAt: EpochMs
  shipDeadlineAt: EpochMs | null
  shippedAt: EpochMs | null
  autoConfirmAt: EpochMs | null
}

/** The one clock that runs now; `isSystem` clocks need nobody. */
export const clockOf = (o: ClockFacts): StaffOrderRow['clock'] => {
  if (o.trade === 'awaiting-payment')
    return { kind: 'pay', startAt: o.placedAt, endAt: o.payDeadlineAt, isSystem: true }
  if (o.trade === 'awaiting-group') return groupClock(o)
  if (o.trade !== 'fulfilling') return null
  if ((o.fulfilment === 'to-ship' || o.fulfilment === 'part-shipped') && o.shipDeadlineAt)
    return { kind: 'ship', startAt: later(o.shipDeadlineAt, -SHIP_WINDOW), endAt: o.shipDeadlineAt, isSystem: false }
  if (o.autoConfirmAt && o.shippedAt)
    return {
      kind: o.fulfilment === 'ready' ? 'pick-up' : 'confirm',
      startAt: o.shippedAt,
      endAt: o.autoConfirmAt,
      isSystem: true,
    }
  return null
}

/** The system fills the group or gives the money back; a shopper whose seat was gone chooses first. */
const groupClock = ({ group, paidAt, placedAt }: ClockFacts): StaffOrderRow['clock'] => {
  if (group?.chooseBy)
    return { kind: 'choose', startAt: later(group.chooseBy, -CHOICE_WINDOW), endAt: group.chooseBy, isSystem: true }
  if (group?.deadlineAt) return { kind: 'group', startAt: paidAt ?? placedAt, endAt: group.deadlineAt, isSystem: true }
  return null
}
