/**
 * Places an order that opens or joins a group: two facts statements at once, the rules, one guarded statement that also
 * keeps the seat. The seat is the payer's to confirm within a quarter of an hour, and never past the group's own deadline.
 */
import type { GroupId } from '@/domain/ids'
import { seatDeadline } from '@/domain/group-buy/group'
import { ok, refuse, type Result } from '@/domain/result'
import { epochMs, type EpochMs } from '@/domain/time'
import { agreeOnPart, type AgreedPart } from '../group-buy/agree-on-part'
import { readPart, type GroupWish } from '../group-buy/part-facts.sql'
import { takeSeat, type GroupRow, type SeatRow } from '../group-buy/take-seat.sql'
import type { MemberCaller } from '../runtime/caller'
import { brokenConstraint, foundTooLittle } from '../runtime/db/errors'
import type { Deps } from '../runtime/deps'
import { readBasket } from './basket.sql'
import { askOf, decide, isNumberTaken, placedBefore, type Draft, type Placed, type PlaceRefused } from './decide-place'
import { DEAL_GUARDS } from './lock-deals.sql'
import { orderRows, type OrderRows } from './order-rows'
import { readWallet } from './wallet.sql'

export type GroupDraft = Draft & { readonly group: GroupWish }

/** A guard may say no to what the facts allowed a moment ago; then the facts are read again. */
const MOST_TRIES = 4

export const placeGroupOrder = async (
  deps: Deps,
  caller: MemberCaller,
  draft: GroupDraft,
): Promise<Result<Placed, PlaceRefused>> => {
  const ask = askOf(caller, draft)
  const [line, ...more] = ask.basket
  if (!line || more.length > 0) return refuse({ code: 'group.one-product' })
  for (let attempt = 1; ; attempt++) {
    const [facts, wallet, part] = await Promise.all([
      readBasket(deps, ask),
      draft.deals ? readWallet(deps, caller.memberId) : null,
      readPart(deps, { memberId: caller.memberId, skuId: line.skuId, wish: draft.group }),
    ])
    if (facts.repeat) return ok(placedBefore(facts.repeat))
    if (!facts.member) return refuse({ code: 'sign-in.required' })
    const agreed = agreeOnPart(part, draft.group.kind, line.quantity, deps.now())
    if (!agreed.ok) return agreed
    const quote = decide(facts, draft, deps.now(), { group: agreed.value, flash: null }, wallet)
    if (!quote.ok) return quote
    const groupId = agreed.value.group?.id ?? deps.newId('grp')
    const rows = inGroup(orderRows(deps, caller, draft, facts, quote.value), groupId, agreed.value)
    const seat = seatRow(rows, groupId, agreed.value)
    const opens = agreed.value.group ? null : groupRow(rows, seat, agreed.value)
    try {
      await takeSeat(deps, { rows, seat, opens, hold: { skuId: line.skuId, pieces: line.quantity } })
    } catch (error) {
      if (attempt === MOST_TRIES || !isGuard(error)) throw error
      continue
    }
    const { id: orderId, number } = rows.order
    return ok({
      orderId,
      number,
      totalFen: quote.value.totalFen,
      payDeadlineAt: payDeadline(rows.now, agreed.value),
      isRepeat: false,
      groupId,
    })
  }
}

const GUARDS = [
  'order_request_repeated',
  'sku_short',
  'group_full',
  'group_one_seat',
  'group_limit_reached',
  'group_share_short',
  ...DEAL_GUARDS,
]

const isGuard = (error: unknown): boolean => {
  const constraint = brokenConstraint(error)
  return isNumberTaken(constraint) || foundTooLittle(error) || (constraint !== null && GUARDS.includes(constraint))
}

/** Whoever takes the last seat in the last minute pays in that minute: nobody pays for a group that is over. */
const payDeadline = (now: EpochMs, { group }: AgreedPart): EpochMs =>
  epochMs(Math.min(seatDeadline(now), group?.deadlineAt ?? Infinity))

const inGroup = (rows: OrderRows, groupId: GroupId, agreed: AgreedPart): OrderRows => ({
  ...rows,
  order: { ...rows.order, group_id: groupId, pay_deadline_at: new Date(payDeadline(rows.now, agreed)) },
})

const seatRow = ({ order, now }: OrderRows, groupId: GroupId, { terms, nth }: AgreedPart): SeatRow => ({
  store_id: order.store_id,
  group_id: groupId,
  order_id: order.id,
  campaign_id: terms.id,
  member_id: order.member_id ?? '',
  nth,
  state: 'reserved',
  pieces: order.pieces,
  reserved_at: new Date(now),
  confirmed_at: null,
  choose_by: null,
  ended_at: null,
})

/** A group that waits for its opener's payment; until then nobody else can see it. */
const groupRow = ({ now }: OrderRows, seat: SeatRow, { terms, prices }: AgreedPart): GroupRow => ({
  store_id: seat.store_id,
  id: seat.group_id,
  campaign_id: terms.id,
  product_id: terms.productId,
  size: terms.size,
  min_size: terms.minSize,
  life_minutes: terms.lifeMinutes,
  state: 'forming',
  opener_id: seat.member_id,
  leader_id: seat.member_id,
  reserved: 1,
  confirmed: 0,
  created_at: new Date(now),
  opened_at: null,
  deadline_at: null,
  filled_at: null,
  ended_at: null,
  version: 0,
  card_picture: null,
  card_version: null,
  activity_id: null,
  activity_expires_at: null,
  told_version: null,
  prices: { ...prices },
})
