/**
 * What may lie on top of what. The default is "not together".
 *
 * A discount of a later step names, in `combines`, the classes of earlier steps that may already lie on a line. A line with
 * a class it doesn't name is passed over: it gets nothing and doesn't count towards the threshold. Sale price and member
 * price are what a thing costs, not a discount, so nobody has to name them. A goods coupon and a delivery coupon always go
 * together (business rules §4, step 4); points are the shopper's own and ask nobody.
 *
 * `order` is the one class that gives way instead: a coupon that doesn't name it takes the place of the order promotion
 * where both would lie on the same line, because "either the one or the other" is what the shopper expects of 满减.
 */
export type PriceClass = 'flash' | 'group' | 'community'
export type DiscountClass = PriceClass | 'line' | 'order'

export const priceClasses = ['flash', 'group', 'community'] as const satisfies readonly PriceClass[]
export const discountClasses = [...priceClasses, 'line', 'order'] as const satisfies readonly DiscountClass[]

/** The classes of `on` that `combines` doesn't name, `order` left out because it gives way. */
export const strangers = (on: readonly DiscountClass[], combines: readonly DiscountClass[]): DiscountClass[] =>
  on.filter((each) => each !== 'order' && !combines.includes(each))
