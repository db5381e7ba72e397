/** Earning points: one for every full yuan the goods really cost, when the order is completed. */
import { subtractFen, ZERO, type Fen } from '../money'

/** `goodsFen`: what was paid for goods, delivery fee and points left out, refunds taken off. */
export const earnedPoints = (goodsFen: Fen): number => Math.floor(goodsFen / 100)

/**
 * What a refund takes back of them, so that earned − clawed back is always what the goods kept would have earned.
 * `keptFen`: goods paid and not refunded before this refund; `refundFen`: goods money of this one.
 */
export const clawBackPoints = (keptFen: Fen, refundFen: Fen): number => {
  const left = subtractFen(keptFen, refundFen)
  return earnedPoints(keptFen) - earnedPoints(left < 0 ? ZERO : left)
}
