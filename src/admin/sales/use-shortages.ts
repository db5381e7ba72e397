/** What came short in a sale, decided or not: each with what both policies would do. */
import { useQueries } from '@tanstack/react-query'
import type { ShortageView } from '@/contract/leader'
import type { StaffSaleView } from '@/contract/staff-sale'
import type { PickupPointId, SkuId } from '@/domain/ids'
import { read } from '../cloud/use-cloud'

export type Shortage = {
  skuId: SkuId
  /** Not there yet while undefined. */
  view: ShortageView | undefined
}

export const useShortages = ({ id: saleId, rollUp, board }: StaffSaleView): readonly Shortage[] => {
  const decided = new Set(board.goods.filter(({ isDecided }) => isDecided).map(({ skuId }) => skuId))
  const skuIds = rollUp.rows
    .filter(({ skuId, difference }) => decided.has(skuId) || (difference !== null && difference < 0))
    .map(({ skuId }) => skuId)
  const answers = useQueries({
    queries: skuIds.map((skuId) => ({
      queryKey: ['staff-sale', 'shortage', { saleId, skuId }],
      queryFn: ({ signal }: { signal: AbortSignal }) => read('staff-sale', 'shortage', { saleId, skuId }, signal),
    })),
  })
  return skuIds.map((skuId, i) => ({ skuId, view: answers[i]?.data }))
}

/** What the stated policy takes from each place, before it is done. */
export const plannedCuts = (view: ShortageView | undefined): ReadonlyMap<PickupPointId | null, number> => {
  if (!view || view.decided) return new Map()
  const outline = view.outlines.find(({ policy }) => policy === view.policy)
  return new Map(outline?.places.map(({ place, sold, got }) => [place, sold - got]))
}
