/** The roll-up: how much of each product goes to each pick-up point, what came, what is missing. Business rules §5. */
import type { PickupPointId, SkuId } from '../ids'
import { groupBy } from './group-by'
import type { SoldLine } from './sold-line'

export type Place = PickupPointId | null
export type Cell = { readonly place: Place; readonly sold: number; readonly cut: number }
export type RollUpRow = {
  readonly skuId: SkuId
  readonly label: string
  /** One cell for each place of the roll-up, in its order. */
  readonly cells: readonly Cell[]
  readonly sold: number
  readonly cut: number
  readonly orders: number
  /** Counted on arrival, null = not counted yet. */
  readonly received: number | null
  /** Received minus what is still promised (sold without cut): negative = still missing, 0 = in order, positive = too much. */
  readonly difference: number | null
}
export type PlaceTotal = Cell & { readonly people: number; readonly orders: number }
export type RollUp = {
  readonly places: readonly PlaceTotal[]
  readonly rows: readonly RollUpRow[]
  readonly people: number
  readonly orders: number
  readonly sold: number
  readonly cut: number
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)
const soldOf = (lines: readonly SoldLine[]): number => sum(lines.map((l) => l.sold))
const cutOf = (lines: readonly SoldLine[]): number => sum(lines.map((l) => l.cut))
const count = <T>(values: readonly T[]): number => new Set(values).size

/** Products in the order of `skus`, places in the order of `places`, each of them even if nothing was sold there. */
export const rollUp = (
  lines: readonly SoldLine[],
  skus: readonly { readonly skuId: SkuId; readonly label: string; readonly received: number | null }[],
  places: readonly Place[],
): RollUp => {
  const bySku = groupBy(lines, (line) => line.skuId)
  const byPlace = groupBy(lines, (line) => line.pickupPointId)
  return {
    places: places.map((place) => placeTotal(place, byPlace.get(place) ?? [])),
    rows: skus.map(({ skuId, label, received }) => {
      const own = bySku.get(skuId) ?? []
      const cells = groupBy(own, (line) => line.pickupPointId)
      const [sold, cut] = [soldOf(own), cutOf(own)]
      return {
        skuId,
        label,
        cells: places.map((place) => cellOf(place, cells.get(place) ?? [])),
        sold,
        cut,
        orders: count(own.filter((line) => line.sold > 0).map((line) => line.orderId)),
        received,
        difference: received === null ? null : received - (sold - cut),
      }
    }),
    people: count(lines.map((line) => line.memberId)),
    orders: count(lines.map((line) => line.orderId)),
    sold: soldOf(lines),
    cut: cutOf(lines),
  }
}

const cellOf = (place: Place, lines: readonly SoldLine[]): Cell => ({ place, sold: soldOf(lines), cut: cutOf(lines) })

const placeTotal = (place: Place, lines: readonly SoldLine[]): PlaceTotal => ({
  ...cellOf(place, lines),
  people: count(lines.map((line) => line.memberId)),
  orders: count(lines.map((line) => line.orderId)),
})
