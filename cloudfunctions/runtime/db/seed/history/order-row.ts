/** The row of a past order. Its three states are the fold of its events. */
import { seatDeadline } from '@/domain/group-buy/group'
import { autoConfirmAt, payDeadline, shipDeadline } from '@/domain/order/clocks'
import { foldEvents } from '@/domain/order/events'
import type { EpochMs } from '@/domain/time'
import { demoMemberId } from '../../demo-ids'
import { pickupPoints } from '../catalogue/store'
import { personOf, pickupPointId } from '../demo-shop'
import type { Chance } from './chance'
import type { Telling, ToldOrder } from './told'

const NOTES = ['挑熟一点的，谢谢', '放门口就好', '麻烦多给一个袋子', '晚上八点后来拿', '有过敏，不要坚果']

export const orderRow = (telling: Telling): ToldOrder['order'] => {
  const { cast, plan, chance, id, number, basket, address, quote, story, share, group } = telling
  const person = personOf(plan.buyer)
  const [first] = basket
  const isSent = story.sentAt !== null
  // an order of a group has nothing to ship before the group is full
  const shipFrom = group ? group.filledAt : story.paidAt
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
    group_id: group?.groupId ?? null,
    placed_at: new Date(plan.placedAt),
    pay_deadline_at: new Date(group ? seatDeadline(plan.placedAt) : payDeadline(plan.placedAt)),
    paid_at: date(story.paidAt),
    ship_deadline_at: shipFrom === null ? null : new Date(shipDeadline(shipFrom)),
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

const date = (at: EpochMs | null): Date | null => (at === null ? null : new Date(at))
