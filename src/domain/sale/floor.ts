/** Between which prices a leader may sell: the store's floor and its own price. Business rules §5. */
import { minFen, nearestRateOfFen, type Fen } from '../money'

/** Of the shop's price, where neither the store nor the SKU says otherwise. */
const USUAL_FLOOR_BP = 7_000

/** The lowest price of a SKU: its own floor, else the store's share of the price to the nearest fen; never above the price. */
export const priceFloor = (shopFen: Fen, ownFloorFen: Fen | null, floorBp: number | null): Fen =>
  minFen(shopFen, ownFloorFen ?? nearestRateOfFen(shopFen, floorBp ?? USUAL_FLOOR_BP))
