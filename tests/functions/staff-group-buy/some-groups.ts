/** Groups, seats, their orders and refunds as the shopper's side leaves them, written straight into the tables. */
import type { GroupState, SeatState } from '@/domain/group-buy/group'
import type { GroupCampaignId, GroupId, MemberId, OrderId, PickupPointId, ProductId, RefundId } from '@/domain/ids'
import { HOUR, MINUTE } from '@/domain/time'
import type { Deps } from '../../../cloudfunctions/runtime/deps'

type GroupWish = {
  campaignId: GroupCampaignId
  productId: ProductId
  state?: GroupState
  size?: number
  minSize?: number
  confirmed?: number
  reserved?: number
  leaderId?: MemberId
  /** Milliseconds before now. */
  openedAgo?: number
  /** From its opening to its last member. */
  filledIn?: number
}

type SeatWish = {
  groupId: GroupId
  campaignId: GroupCampaignId
  memberId?: MemberId
  state?: SeatState
  pieces?: number
  paidFen?: number
  shareCode?: string
  pickupPointId?: PickupPointId
}

type RefundWish = {
  orderId: OrderId
  kind?: 'group-expired' | 'group-left' | 'seat-lost' | 'staff'
  state?: 'wanted' | 'sent' | 'done' | 'failed'
  amountFen?: number
  letter?: { state: 'waiting' | 'done' | 'dead'; attempts?: number; lastError?: string } | null
}

/** A shop under test, or one that runs elsewhere and whose database is at hand. */
type Place = {
  deps: Pick<Deps, 'db' | 'storeId' | 'newId' | 'newDigits' | 'newCode'>
  clock: { now: () => number }
  aMember: (wish?: { name?: string }) => Promise<MemberId>
}

export const someGroups = (shop: Place) => {
  const { db, storeId, newId } = shop.deps
  const store = { store_id: storeId }
  const ago = (ms: number) => new Date(shop.clock.now() - ms)

  const aGroup = async (wish: GroupWish): Promise<GroupId> => {
    const { state = 'open', size = 3, confirmed = 1, reserved = 0, openedAgo = HOUR } = wish
    const id = newId('grp')
    const leaderId = wish.leaderId ?? (await shop.aMember({ name: '顾小北' }))
    const hasOpened = state !== 'forming'
    await db
      .insertInto('group_buy')
      .values({
        ...store,
        ...{ id, campaign_id: wish.campaignId, product_id: wish.productId, size, state, reserved, confirmed },
        ...{ min_size: wish.minSize ?? null, life_minutes: 1440, opener_id: leaderId, leader_id: leaderId },
        created_at: ago(openedAgo + MINUTE),
        opened_at: hasOpened ? ago(openedAgo) : null,
        deadline_at: hasOpened ? ago(openedAgo - 24 * HOUR) : null,
        filled_at: wish.filledIn === undefined ? null : ago(openedAgo - wish.filledIn),
      })
      .execute()
    return id
  }

  const aSeat = async (wish: SeatWish): Promise<{ orderId: OrderId; number: string }> => {
    const { state = 'confirmed', pieces = 1, paidFen = 2690, groupId } = wish
    const [orderId, number] = [newId('ord'), shop.deps.newDigits(18)]
    const memberId = wish.memberId ?? (await shop.aMember({ name: '周明' }))
    const isPaid = state !== 'reserved' && state !== 'released'
    await db
      .insertInto('orders')
      .values({
        ...store,
        ...{ id: orderId, number, member_id: memberId, request_id: number, group_id: groupId },
        trade: isPaid ? 'awaiting-group' : 'awaiting-payment',
        ...{ money: isPaid ? 'paid' : 'unpaid', fulfilment: 'none', delivery_kind: 'pickup' },
        ...{ pickup_point_id: wish.pickupPointId ?? null, buyer_name: '周明', first_title: '丹东草莓', pieces },
        ...{ quote: '{"steps":[],"lines":[]}', total_fen: paidFen, paid_fen: isPaid ? paidFen : 0 },
        ...{ share_code: wish.shareCode ?? null, placed_at: ago(0), pay_deadline_at: ago(-15 * MINUTE) },
        paid_at: isPaid ? ago(0) : null,
      })
      .execute()
    await db
      .insertInto('group_seat')
      .values({
        ...store,
        ...{ group_id: groupId, order_id: orderId, campaign_id: wish.campaignId, member_id: memberId, nth: 1 },
        ...{ state, pieces, reserved_at: ago(MINUTE), confirmed_at: isPaid ? ago(0) : null },
      })
      .execute()
    return { orderId, number }
  }

  const aRefund = async (wish: RefundWish): Promise<RefundId> => {
    const { kind = 'group-expired', state = 'wanted', amountFen = 2690, letter = { state: 'waiting' } } = wish
    const id = newId('ref')
    await db
      .insertInto('refund')
      .values({
        ...store,
        ...{ id, out_refund_no: id, order_id: wish.orderId, out_trade_no: wish.orderId, request_id: id },
        ...{ amount_fen: amountFen, reason: '没拼成，全额退回', lines: '[]', kind, state, wanted_at: ago(0) },
        done_at: state === 'done' ? ago(0) : null,
      })
      .execute()
    if (letter)
      await db
        .insertInto('outbox')
        .values({
          ...store,
          ...{ id: newId('obx'), topic: 'refund.send', subject: id, payload: '{}', state: letter.state },
          ...{ attempts: letter.attempts ?? 0, last_error: letter.lastError ?? null },
          ...{ next_try_at: ago(-MINUTE), created_at: ago(0) },
        })
        .execute()
    return id
  }

  /** A card of a group and who opened it; a member counts once, a stranger each time. */
  const aCard = async (groupId: GroupId, productId: ProductId, openers: readonly (MemberId | null)[]) => {
    const code = shop.deps.newCode(12)
    await db
      .insertInto('share')
      .values({
        ...store,
        ...{ code, member_id: await shop.aMember(), product_id: productId, group_id: groupId, channel: 'chat' },
        ...{ day: '2026-11-22', created_at: ago(0) },
      })
      .execute()
    for (const memberId of openers)
      await db
        .insertInto('share_open')
        .values({ ...store, id: newId('opn'), code, member_id: memberId, scene: 1008, at: ago(0) })
        .execute()
    return code
  }

  return { aGroup, aSeat, aRefund, aCard }
}
