/** Spending points: 100 points are ¥1, so one point is one fen and nothing has to be rounded. At most a fifth of what is left. */
import { fen, rateOfFen, type Fen } from '../money'

/** 20 %. The store may set less, never more (business rules §4). */
const MOST_SHARE_BP = 2_000

/** How many points an order over `goodsFen` (after coupons) takes from `balance`; a negative balance spends nothing. */
export const spendablePoints = (goodsFen: Fen, balance: number, mostShareBp = MOST_SHARE_BP): number =>
  Math.max(0, Math.min(balance, rateOfFen(goodsFen, Math.min(mostShareBp, MOST_SHARE_BP))))

export const pointsWorth = (points: number): Fen => fen(points)
