/** Staff take a card back after a fraud review. The owner reads why; a coupon that an order has or used is beyond reach. */
import { canMoveCard, seenState, type SeenState } from '@/domain/assist/card'
import { voidCoupon, type Coupon } from '@/domain/coupon/coupon'
import type { AssistCardId, MemberId, OrderId } from '@/domain/ids'
import { ok, refuse, type Result } from '@/domain/result'
import { epochMs } from '@/domain/time'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import { cardChangedLetters } from './card-letters'

export type Voided = { readonly cardId: AssistCardId; readonly memberId: MemberId; readonly was: SeenState }
export type VoidNo = { code: 'assist.unknown' } | { code: 'assist.not-voidable'; state: SeenState }

/** In the transaction that also writes the audit row. Helpers keep what they were given for their own taps. */
export const voidAssistCard = async (
  trx: Trx,
  deps: Deps,
  cardId: AssistCardId,
  reason: string,
): Promise<Result<Voided, VoidNo>> => {
  const now = new Date(deps.now())
  const card = await trx
    .selectFrom('assist_card')
    .selectAll()
    .where('store_id', '=', deps.storeId)
    .where('id', '=', cardId)
    .forUpdate()
    .executeTakeFirst()
  if (!card) return refuse({ code: 'assist.unknown' })
  const held = card.coupon_id === null ? null : await lockCoupon(trx, deps, card.coupon_id)
  const was = seenState(card.state, held && { state: held.state, wasOrdered: held.order_id !== null })
  if (!canMoveCard(was, 'voided')) return refuse({ code: 'assist.not-voidable', state: was })
  if (held && voidCoupon(couponOf(held), reason).ok)
    await trx
      .updateTable('coupon')
      .set({ state: 'voided', void_reason: reason, ended_at: now })
      .where('store_id', '=', deps.storeId)
      .where('id', '=', held.id)
      .execute()
  await trx
    .updateTable('assist_card')
    .set({ state: 'voided', void_reason: reason, ended_at: now, version: card.version + 1 })
    .where('store_id', '=', deps.storeId)
    .where('id', '=', cardId)
    .execute()
  await trx.insertInto('outbox').values(cardChangedLetters(deps, cardId)).execute()
  return ok({ cardId, memberId: card.member_id as MemberId, was })
}

const lockCoupon = async (trx: Trx, deps: Deps, id: string) =>
  (await trx
    .selectFrom('coupon')
    .selectAll()
    .where('store_id', '=', deps.storeId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()) ?? null

type Held = NonNullable<Awaited<ReturnType<typeof lockCoupon>>>

const couponOf = ({ state, order_id, valid_from, expires_at, void_reason }: Held): Coupon => {
  const dates = { validFromAt: epochMs(valid_from.getTime()), expiresAt: epochMs(expires_at.getTime()) }
  if (state === 'voided') return { ...dates, state, reason: void_reason ?? '' }
  if (state === 'locked' || state === 'used') return { ...dates, state, orderId: order_id as OrderId }
  return { ...dates, state }
}
