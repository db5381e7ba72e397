/**
 * Paid, but the seat was gone: the shopper joins another group of the campaign, opens their own, or takes the money back.
 * The order and its payment go along. A second tap finds the choice made and gets the same answer.
 */
import type { groupBuy } from '@/contract/group-buy'
import type { ParsedOf } from '@/contract/define'
import type { MemberId, OrderId } from '@/domain/ids'
import { ok, refuse } from '@/domain/result'
import type { Deps } from '../runtime/deps'
import type { UseCase } from '../runtime/serve'
import { agreeOnPart } from './agree-on-part'
import { leaveSeatOf } from './leave-seat'
import { findLostSeat, type LostSeat } from './lost-seat.sql'
import { moveLostSeat, type Chosen } from './move-lost-seat'
import { readPart, type GroupWish } from './part-facts.sql'

type Choice = ParsedOf<typeof groupBuy.choose>['choice']

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
  return agreed.ok ? moveLostSeat(deps, orderId, lost, agreed.value) : agreed
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
