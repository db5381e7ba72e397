/**
 * Keeps WeChat's card of an order true: activated once the order can't be taken back any more, then moved on with its
 * parcels. Only for express, whose statuses WeChat has published in full; pick-up and local orders are told by messages.
 */
import { canActivate, canUpdate, cardStatus, type CardStatus } from '@/domain/message/service-card'
import type { OrderId } from '@/domain/ids'
import { fen } from '@/domain/money'
import { epochMs } from '@/domain/time'
import type { ServiceCard } from '../runtime/adapters/wechat-api'
import type { Deps } from '../runtime/deps'
import { eachDue, type Round } from '../runtime/each-due'
import { letterRow, type LetterHandlers } from '../runtime/outbox'
import { dueCards, keepStatus, readCard, type CardFacts } from './service-card.sql'

const BATCH = 50

/** A round of the clock. */
export const activateCards = async (deps: Deps): Promise<Round> => {
  if (deps.config.WECHAT_SERVICE_CARDS === 'off') return { done: 0, failed: 0 }
  return eachDue<OrderId>(deps, await dueCards(deps, deps.now(), BATCH), (id) => keepCard(deps, id))
}

/** Rows for `insert into outbox`, written with a parcel; none where the shop has no cards. */
export const cardLetters = (deps: Deps, order: { readonly id: string; readonly delivery_kind: string }) =>
  deps.config.WECHAT_SERVICE_CARDS === 'on' && order.delivery_kind === 'express'
    ? [letterRow(deps, { topic: 'service-card.keep', subject: order.id })]
    : []

export const serviceCardLetters: LetterHandlers = {
  'service-card.keep': (deps, { subject }) => keepCard(deps, subject ?? ''),
}

const keepCard = async (deps: Deps, orderId: string): Promise<void> => {
  const facts = await readCard(deps, orderId)
  const status = facts && cardStatus(facts.fulfilment)
  if (!facts || !status) return
  const now = deps.now()
  let shown = facts.card?.status ?? null
  if (shown === null) {
    if (!canActivate(epochMs(facts.paidAt), now)) return
    // a card begins with what waits to be shipped, whatever has happened since
    shown = await show(deps, orderId, facts, 2, true)
  } else if (!canUpdate(epochMs(facts.card?.activatedAt ?? now), now)) return
  if (shown !== 0 && shown < status) await show(deps, orderId, facts, status, false)
}

/** Too late, or already so: the card is where it is. */
const DONE = [85438, 85439, 85448] as const

const show = async (
  deps: Deps,
  orderId: string,
  facts: CardFacts,
  status: CardStatus,
  isFirst: boolean,
): Promise<number> => {
  const answer = await deps.wechat.setUserNotify(cardOf(deps, orderId, facts, status, isFirst))
  // WeChat learns of a payment up to a minute late
  if (answer !== 'ok' && answer.refused === 85437) throw new Error('WeChat does not know the payment yet')
  const isShown = answer === 'ok' || (!isFirst && (DONE as readonly number[]).includes(answer.refused))
  if (!isShown) deps.log.warn({ subject: orderId, refused: answer.refused }, 'WeChat would not have a service card')
  const kept = isShown ? status : 0
  await keepStatus(deps, orderId, { status: kept, refused: answer === 'ok' ? null : answer.refused })
  return kept
}

const cardOf = (
  deps: Deps,
  orderId: string,
  { openid, transactionId, paidFen, paidAt, goods }: CardFacts,
  status: CardStatus,
  isFirst: boolean,
): ServiceCard => ({
  kind: 'express',
  openid,
  transactionId,
  status,
  page: `packages/order/detail/index?id=${orderId}`,
  products: goods.map(({ id, title, picture, quantity, unitFen }) => ({
    name: title,
    imageUrl: new URL(picture.url, deps.config.PUBLIC_URL).href,
    page: `packages/product/detail/index?id=${id}`,
    quantity,
    priceFen: fen(unitFen),
  })),
  ...(isFirst ? { activation: { paidFen: fen(paidFen), paidAt: epochMs(paidAt) } } : {}),
})
