/** What a line earns: its frozen rate of what was really paid for it. All rounding of commission is in `commissionFor`. */
import { nearestRateOfFen, type Fen } from '../money'

/** A rate is in basis points; above half of the price it is no commission any more but a way to move money. */
export const RATE_LIMIT = { least: 0, most: 5_000 } as const
export const isLawfulRate = (rateBp: number): boolean =>
  Number.isInteger(rateBp) && rateBp >= RATE_LIMIT.least && rateBp <= RATE_LIMIT.most

export type Rates = {
  readonly storeBp: number
  /** What was agreed with this leader, null = as everybody. */
  readonly leaderBp: number | null
  /** Set for a product whose margin carries less or more, null = as agreed with the leader. */
  readonly productBp: number | null
}

/** The rate that is frozen on an order line when it is placed; the product's beats the leader's beats the store's. */
export const rateFor = ({ storeBp, leaderBp, productBp }: Rates): number => productBp ?? leaderBp ?? storeBp

/** THE rounding: to the nearest fen, half up, since it is owed to somebody. `baseFen` is what the line paid, without delivery. */
export const commissionFor = (baseFen: Fen, rateBp: number): Fen => nearestRateOfFen(baseFen, rateBp)

/** Millionths of a yuan before the rounding, so that a screen can show `3.8472`. */
export const exactMicroYuan = (baseFen: Fen, rateBp: number): number => baseFen * rateBp
