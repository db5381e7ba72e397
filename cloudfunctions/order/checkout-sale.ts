/** A checkout within a group sale: only the places of the sale can be chosen, and what is agreed beforehand is said. */
import type { CheckoutSale } from '@/contract/order'
import { tierProgress } from '@/domain/sale/tier'
import { pointsOf, waysOf, type AgreedSale } from '../sale/agree-on-sale'
import type { Choices } from './checkout.sql'

/** What the member can choose of, and the way of their last order only where this sale goes it. */
export const choicesInSale = (choices: Choices, agreed: AgreedSale): Choices => {
  const points = pointsOf(agreed)
  return {
    ...choices,
    pickupPoints: choices.pickupPoints.filter(({ id }) => points.includes(id)),
    last: choices.last && waysOf(agreed.part).includes(choices.last.kind) ? choices.last : null,
  }
}

export const checkoutSale = (agreed: AgreedSale): CheckoutSale => {
  const { part, draft, prices } = agreed
  return {
    id: part.id,
    title: part.title,
    endsAt: part.endsAt,
    handOverFromAt: part.handOverFromAt,
    handOverUntilAt: part.handOverUntilAt,
    hasTiers: part.lines.some((line) => prices.has(line.skuId) && tierProgress(line, line.reachedUnits).next !== null),
    pickupPointIds: pointsOf(agreed),
    forName: draft?.forName ?? null,
  }
}
