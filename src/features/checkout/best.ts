/** Which coupons the picker shows, by kind, and which of them makes the lowest total. */
import type { CheckoutDeals, CouponOptionView } from '@/contract/order'
import { addFen, minFen, type Fen } from '@/domain/money'

export type Usable = Extract<CouponOptionView, { isUsable: true }>
export type Unusable = Extract<CouponOptionView, { isUsable: false }>
export type CouponsOfKind = {
  readonly usable: readonly Usable[]
  readonly unusable: readonly Unusable[]
  /** Null where none of them makes it cheaper. */
  readonly bestId: string | null
}
export type Coupons = { readonly goods: CouponsOfKind; readonly delivery: CouponsOfKind }

const ofKind = (options: CheckoutDeals['options'], kind: CouponOptionView['kind']): CouponsOfKind => {
  const all = options.filter((option) => option.kind === kind)
  const usable = all.filter((option) => option.isUsable)
  // listed with the cheapest total first
  const [first] = usable
  return {
    usable,
    unusable: all.filter((option) => !option.isUsable),
    bestId: first && first.savesFen > 0 ? first.id : null,
  }
}

export const couponsOf = ({ options }: CheckoutDeals): Coupons => ({
  goods: ofKind(options, 'coupon'),
  delivery: ofKind(options, 'delivery-coupon'),
})

/** What the order would cost at best: with any of the coupons, or with none of its kind. */
export const cheapestTotal = (totalFen: Fen, options: CheckoutDeals['options']): Fen =>
  options.reduce(
    (least, option) =>
      option.isUsable ? minFen(minFen(least, option.totalFen), addFen(option.totalFen, option.savesFen)) : least,
    totalFen,
  )
