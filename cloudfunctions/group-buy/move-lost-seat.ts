/** Takes an order whose seat was lost along into another group, or into one of its own, all in one transaction. */
import type { groupBuy } from '@/contract/group-buy'
import type { RefusalOf } from '@/contract/define'
import { groupDeadline } from '@/domain/group-buy/group'
import { paySeat } from '@/domain/group-buy/seats'
import type { GroupId, OrderId } from '@/domain/ids'
import { ok, refuse, type Result } from '@/domain/result'
import { lockOrder, moveOrder } from '../order/lock-order'
import type { Trx } from '../runtime/db/connect'
import { brokenConstraint } from '../runtime/db/errors'
import type { Deps } from '../runtime/deps'
import type { AgreedPart } from './agree-on-part'
import { fulfilOrdersOf } from './fill-group.sql'
import { holdAgain, isHoldShort } from './hold.sql'
import { countsOf, groupIdOf, lockGroup, lockOrdersOf, seatOf, type HeldSeat } from './lock-group'
import type { LostSeat } from './lost-seat.sql'
import { moveGroup, moveSeat } from './move-group'

export type Chosen = Result<{ orderId: OrderId; groupId: GroupId | null }, RefusalOf<typeof groupBuy.choose>>

/**
 * The order keeps the price it was paid at, whatever the other group was opened under: what was agreed and paid is the quote that
 * stands on the order (rules §1), nobody who paid is asked for more, and a refund gives back exactly what came. So a group may
 * hold one member at another price, where its campaign was changed meanwhile; whoever would rather have the price of today takes
 * the money back. Share and stock are held anew; where they, or the seat, are gone, nothing is written and the
 * choice stays open.
 */
export const moveLostSeat = async (
  deps: Deps,
  orderId: OrderId,
  lost: LostSeat,
  agreed: AgreedPart,
): Promise<Chosen> => {
  try {
    return await deps.db
      .transaction()
      .execute((trx) =>
        agreed.group ? joinOther(trx, deps, orderId, agreed.group.id) : openOwn(trx, deps, orderId, agreed),
      )
  } catch (error) {
    if (isHoldShort(error)) return refuse({ code: 'group.sold-out', available: 0 })
    if (brokenConstraint(error) === 'group_one_seat')
      return refuse({ code: 'group.already-in', groupId: agreed.group?.id ?? lost.groupId, orderId })
    throw error
  }
}

const lockLost = async (trx: Trx, deps: Deps, orderId: OrderId): Promise<HeldSeat | null> => {
  const order = await lockOrder(trx, deps, orderId)
  const held = order && (await seatOf(trx, deps, order))
  return held?.seat.state === 'lost' ? held : null
}

const joinOther = async (trx: Trx, deps: Deps, orderId: OrderId, groupId: GroupId): Promise<Chosen> => {
  const group = await lockGroup(trx, deps, groupId)
  const held = await lockLost(trx, deps, orderId)
  if (!held) return refuse({ code: 'choice.over' })
  if (!group) return refuse({ code: 'group.unknown' })
  const { seat, group: next } = paySeat(countsOf(group), 'lost')
  if (seat === 'lost')
    return refuse(
      group.state === 'open' ? { code: 'group.full', freesAt: null } : { code: 'group.over', state: group.state },
    )
  await lockOrdersOf(trx, deps, group.id, orderId)
  await takeAlong(trx, deps, held, group.id, { opened: false, missing: next.size - next.confirmed })
  await moveGroup(trx, deps, group, next)
  await holdAgain(trx, deps, group.campaign_id, orderId)
  if (next.state === 'full') await fulfilOrdersOf(trx, deps, group.id, next.confirmed)
  return ok({ orderId, groupId: groupIdOf(group) })
}

const openOwn = async (trx: Trx, deps: Deps, orderId: OrderId, { terms, prices }: AgreedPart): Promise<Chosen> => {
  const held = await lockLost(trx, deps, orderId)
  if (!held) return refuse({ code: 'choice.over' })
  const now = new Date(deps.now())
  const { member_id } = held.seat
  const forming = {
    store_id: deps.storeId,
    id: deps.newId('grp'),
    campaign_id: terms.id,
    product_id: terms.productId,
    size: terms.size,
    min_size: terms.minSize,
    life_minutes: terms.lifeMinutes,
    state: 'forming' as const,
    opener_id: member_id,
    leader_id: member_id,
    reserved: 1,
    created_at: now,
    prices: JSON.stringify(prices),
  }
  const group = await trx.insertInto('group_buy').values(forming).returningAll().executeTakeFirstOrThrow()
  await takeAlong(trx, deps, held, group.id, { opened: true, missing: terms.size - 1 })
  // it is paid already, so it is open at once
  await moveGroup(trx, deps, group, paySeat(countsOf(group), 'reserved').group, {
    opened_at: now,
    deadline_at: new Date(groupDeadline(deps.now(), terms.lifeMinutes)),
  })
  await holdAgain(trx, deps, terms.id, orderId)
  return ok({ orderId, groupId: groupIdOf(group) })
}

/** Seat and order move; where it is the same group's seat that came free again, it is simply the payer's. */
const takeAlong = async (
  trx: Trx,
  deps: Deps,
  { seat, order }: HeldSeat,
  groupId: string,
  told: { readonly opened: boolean; readonly missing: number },
): Promise<void> => {
  const now = new Date(deps.now())
  const there = { confirmed_at: now, choose_by: null, ended_at: null }
  if (seat.group_id === groupId) await moveSeat(trx, deps, seat, 'confirmed', there)
  else {
    await moveSeat(trx, deps, seat, 'moved', { ended_at: now })
    await trx
      .insertInto('group_seat')
      .values({ ...seat, ...there, group_id: groupId, state: 'confirmed', reserved_at: now })
      .execute()
  }
  await moveOrder(trx, deps, order, { kind: 'shopper' }, [{ kind: 'awaiting-group', ...told }], {
    trade: 'awaiting-group',
    group_id: groupId,
  })
}
