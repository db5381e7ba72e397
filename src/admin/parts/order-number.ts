/** Order numbers as people read them out: in fours, counted from the end. They begin with the day, `YYMMDD`. */

/** `"261122392552920032"` → `"26 1122 3925 5292 0032"`. */
export const orderNumberText = (number: string): string => number.replace(/\B(?=(\w{4})+$)/g, ' ')

/** Without the day, for places that say when the order was placed: `"3925 5292 0032"`. Searching by it finds the order. */
export const shortNumberText = (number: string): string => orderNumberText(number.slice(-12))
