/** From how many pieces on stock counts as low, where staff have not said. */
export const LOW_STOCK_AT = 10
