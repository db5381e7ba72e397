/** Every discount that lies on a line, step 1 included: what refunds and statements point at. Reads quotes of any age. */
import { subtractFen, timesFen, type Fen } from '../money'
import type { LinePart, QuoteLine, UnitPriceStepKind } from './quote'

export type LineDiscount = LinePart | { readonly by: UnitPriceStepKind; readonly amountFen: Fen }

/** In the order in which they were taken off; they sum to `discountFen`. A quote stored without parts knew member price and price change only. */
export const discountsOf = (line: QuoteLine): LineDiscount[] => {
  const onUnits = timesFen(subtractFen(line.originalUnitFen, line.unitPriceFen), line.quantity)
  const first: LineDiscount[] =
    line.unitPriceRule === 'sale' || onUnits === 0 ? [] : [{ by: `${line.unitPriceRule}-price`, amountFen: onUnits }]
  if (line.parts) return [...first, ...line.parts]
  const rest = subtractFen(line.discountFen, onUnits)
  return rest > 0 ? [...first, { by: 'price-change', amountFen: rest }] : first
}

/** Points that were spent on this line. */
export const pointsOn = (line: Pick<QuoteLine, 'parts'>): number =>
  line.parts?.find((part) => part.by === 'points')?.amountFen ?? 0
