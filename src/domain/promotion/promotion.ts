/** Promotions that need no coupon: line promotions (step 2) and order promotions, 满减 (step 3). Listed in the order the staff gave them. */
import type { PromotionId } from '../ids'
import type { Fen } from '../money'
import type { EpochMs } from '../time'
import type { DiscountClass, PriceClass } from './combine'
import type { Scope } from './scope'

/**
 * `buy-n`: of every `pieces` the cheapest `free` cost nothing (满 3 件免 1 件, 买二送一). `nth`: of every `nth` pieces the
 * cheapest is `offBp` off (第二件半价: 2, 5000). `ladder`: from so many pieces on, all of them are `offBp` off (3 件 8 折: 3, 2000).
 */
export type LineDeal =
  | { readonly kind: 'buy-n'; readonly pieces: number; readonly free: number }
  | { readonly kind: 'nth'; readonly nth: number; readonly offBp: number }
  | { readonly kind: 'ladder'; readonly tiers: readonly { readonly pieces: number; readonly offBp: number }[] }

type Common = {
  readonly id: PromotionId
  /** Snapshot for the quote: what the staff call it. */
  readonly name: string
  readonly scope: Scope
  readonly startsAt: EpochMs
  readonly endsAt: EpochMs
}

export type LinePromotion = Common & {
  readonly kind: 'line'
  readonly deal: LineDeal
  /** `sku`: pieces of one SKU count by themselves; `together`: pieces of everything in scope count together. */
  readonly pool: 'sku' | 'together'
  /** How often the deal is given within one order (限 2 组); null = as often as it fits. A ladder has no groups to count. */
  readonly mostTimes: number | null
  readonly combines: readonly PriceClass[]
}

export type OrderPromotion = Common & {
  readonly kind: 'order'
  /** From `overFen` on, `offFen` less; the best tier reached counts, once. */
  readonly tiers: readonly { readonly overFen: Fen; readonly offFen: Fen }[]
  readonly combines: readonly Exclude<DiscountClass, 'order'>[]
}

export type Promotion = LinePromotion | OrderPromotion

export const isRunning = ({ startsAt, endsAt }: Pick<Common, 'startsAt' | 'endsAt'>, now: EpochMs): boolean =>
  startsAt <= now && now < endsAt
