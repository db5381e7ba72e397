/**
 * Paid, but the seat was gone: the shopper joins another group of the campaign, opens their own, or takes the money back.
 * The order and its payment go along. A second tap finds the choice made and gets the same answer.
 */
import type { groupBuy, GroupRefusal } from '@/contract/group-buy'
import type { ParsedOf, RefusalOf } from '@/contract/define'
import { paySeat } from '@/domain/group-buy/seats'
import { GROUP_LIFE } from '@/domain/group-buy/group'
import type { GroupId, MemberId, OrderId } from '@/domain/ids'
import { ok, refuse, type Result } from '@/domain/result'
import { MINUTE } from '@/domain/time'
import { lockOrder, moveOrder } from '../order/lock-order'
import type { Trx } from '../runtime/db/connect'
import { brokenConstraint } from '../runtime/db/errors'
import type { Deps } from '../runtime/deps'
import type { UseCase } from '../runtime/serve'
import { agreeOnPart, type AgreedPart } from './agree-on-part'
import { fulfilOrdersOf } from './fill-group.sql'
import { holdAgain, isHoldShort } from './hold.sql'
import { countsOf, groupIdOf, lockGroup, lockOrdersOf, seatOf, type HeldSeat } from './lock-group'
import { findLostSeat, type LostSeat } from './lost-seat.sql'
import { moveGroup, moveSeat } from './move-group'
import { readPart, type GroupWish } from './part-facts.sql'
import { leaveSeatOf } from './leave-seat'
import type { GroupRow } from './take-seat.sql'

type Choice = ParsedOf<typeof groupBuy.choose>['choice']
type Chosen = Result<{ orderId: OrderId; groupId: GroupId | null }, RefusalOf<typeof groupBuy.choose>>

export const chooseForLostSeat: UseCase<typeof groupBuy.choose> = async (deps, { memberId }, { orderId, choice }) => {
  const lost = await findLostSeat(deps, orderId, memberId)
  if (!lost) return refuse({ code: 'order.unknown' })
  const chosen = await choose(deps, orderId, memberId, lost, choice)
  if (chosen.ok || chosen.refusal.code !== 'choice.over') return chosen
  // made by another tap in this very moment, perhaps as this one wants it
  const now = await findLostSeat(deps, orderId, memberId)
  return now ? chosenBefore(now, orderId, choice) : chosen
}

const choose = async (
  deps: Deps,
  orderId: OrderId,
  memberId: MemberId,
  lost: LostSeat,
  choice: Choice,
): Promise<Chosen> => {
  if (lost.state !== 'lost' || deps.now() >= lost.chooseBy) return refuse({ code: 'choice.over' })
  if (choice.kind === 'refund') return takeMoney(deps, orderId)
  const wish: GroupWish = choice.kind === 'join' ? choice : { kind: 'open', campaignId: lost.campaignId }
  const part = await readPart(deps, { memberId, skuId: lost.skuId, wish })
  if (part.group && part.group.campaignId !== lost.campaignId) return refuse({ code: 'group.unknown' })
  // the lost seat itself is the part that is being decided
  const seats = part.seats.filter((seat) => seat.orderId !== orderId)
  const agreed = agreeOnPart({ ...part, seats }, wish.kind, lost.pieces, deps.now())
  return agreed.ok ? moveInto(deps, orderId, memberId, lost, agreed.value) : agreed
}

/** What the first tap brought about, if it is what this one asks for. */
const chosenBefore = (seat: LostSeat, orderId: OrderId, choice: Choice): Chosen => {
  if (choice.kind === 'refund' && seat.state === 'refunded') return ok({ orderId, groupId: null })
  const isThere =
    seat.state === 'confirmed' && (choice.kind === 'join' ? choice.groupId === seat.groupId : seat.isOpener)
  return isThere && choice.kind !== 'refund' ? ok({ orderId, groupId: seat.groupId }) : refuse({ code: 'choice.over' })
}

const takeMoney = async (deps: Deps, orderId: OrderId): Promise<Chosen> =>
  (await leaveSeatOf(deps, orderId)).ok ? ok({ orderId, groupId: null }) : refuse({ code: 'choice.over' })

const moveInto = async (
  deps: Deps,
  orderId: OrderId,
  memberId: MemberId,
  lost: LostSeat,
  agreed: AgreedPart,
): Promise<Chosen> => {
  try {
    return await deps.db.transaction().execute((trx) => move(trx, deps, orderId, memberId, agreed))
  } catch (error) {
    if (isHoldShort(error)) return refuse({ code: 'group.sold-out', available: 0 })
    if (brokenConstraint(error) === 'group_one_seat')
      return refuse({ code: 'group.already-in', groupId: agreed.group?.id ?? lost.groupId, orderId })
    throw error
  }
}

const move = async (
  trx: Trx,
  deps: Deps,
  orderId: OrderId,
  memberId: MemberId,
  agreed: AgreedPart,
): Promise<Chosen> => {
  const group = agreed.group ? await lockGroup(trx, deps, agreed.group.id) : null
  const order = await lockOrder(trx, deps, orderId)
  const held = order && (await seatOf(trx, deps, order))
  if (!held || held.seat.state !== 'lost') return refuse({ code: 'choice.over' })
  if (!agreed.group) return ok({ orderId, groupId: await openOwn(trx, deps, held, memberId, agreed) })
  const full = { code: 'group.full', freesAt: null } as const satisfies GroupRefusal
  if (!group) return refuse({ code: 'group.unknown' })
  const { seat, group: next } = paySeat(countsOf(group), 'lost')
  if (seat === 'lost') return refuse(group.state === 'open' ? full : { code: 'group.over', state: group.state })
  await lockOrdersOf(trx, deps, group.id, orderId)
  await takeAlong(trx, deps, held, group.id)
  await tellOrder(trx, deps, held, group.id, false, next.size - next.confirmed)
  await moveGroup(trx, deps, group, next)
  await holdAgain(trx, deps, group.campaign_id, orderId)
  if (next.state === 'full') await fulfilOrdersOf(trx, deps, group.id, next.confirmed)
  return ok({ orderId, groupId: groupIdOf(group) })
}

const openOwn = async (
  trx: Trx,
  deps: Deps,
  held: HeldSeat,
  memberId: MemberId,
  { terms, prices }: AgreedPart,
): Promise<GroupId> => {
  const now = new Date(deps.now())
  const id = deps.newId('grp')
  const group = await trx
    .insertInto('group_buy')
    .values({
      store_id: deps.storeId,
      id,
      campaign_id: terms.id,
      product_id: terms.productId,
      size: terms.size,
      min_size: terms.minSize,
      life_minutes: terms.lifeMinutes,
      state: 'forming',
      opener_id: memberId,
      leader_id: memberId,
      reserved: 1,
      created_at: now,
      prices: JSON.stringify(prices),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await takeAlong(trx, deps, held, id)
  await tellOrder(trx, deps, held, id, true, terms.size - 1)
  await openPaid(trx, deps, group)
  await holdAgain(trx, deps, terms.id, held.order.id)
  return id
}

const openPaid = (trx: Trx, deps: Deps, group: GroupRow): Promise<void> => {
  const now = deps.now()
  const life = Math.min(group.life_minutes * MINUTE, GROUP_LIFE.max)
  const { group: next } = paySeat(countsOf(group), 'reserved')
  return moveGroup(trx, deps, group, next, { opened_at: new Date(now), deadline_at: new Date(now + life) })
}

/** The seat moves; where it is the same group's, it is simply there again. */
const takeAlong = async (trx: Trx, deps: Deps, { seat }: HeldSeat, groupId: string): Promise<void> => {
  const now = new Date(deps.now())
  if (seat.group_id === groupId) return moveSeat(trx, deps, seat, 'confirmed', { confirmed_at: now, choose_by: null })
  await moveSeat(trx, deps, seat, 'moved', { ended_at: now })
  await trx
    .insertInto('group_seat')
    .values({ ...seat, group_id: groupId, state: 'confirmed', reserved_at: now, confirmed_at: now, choose_by: null })
    .execute()
}

const tellOrder = (
  trx: Trx,
  deps: Deps,
  { order }: HeldSeat,
  groupId: string,
  opened: boolean,
  missing: number,
): Promise<void> =>
  moveOrder(trx, deps, order, { kind: 'shopper' }, [{ kind: 'awaiting-group', opened, missing }], {
    trade: 'awaiting-group',
    group_id: groupId,
  })
