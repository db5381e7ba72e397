/** What delivery costs and where it reaches. A template is a fee, a free threshold, areas of their own, and where it applies at all. */
import { fen, subtractFen, ZERO, type Fen } from '../money'

export type DeliveryArea = {
  readonly names: readonly string[]
  readonly feeFen: Fen | null
  readonly freeOverFen: Fen | null
}
export type DeliveryTemplate = {
  readonly kind: 'local' | 'express'
  readonly feeFen: Fen
  readonly freeOverFen: Fen | null
  readonly areas: readonly DeliveryArea[]
  /** Provinces, cities or districts; empty = everywhere. */
  readonly within: readonly string[]
}
export type Region = { readonly province: string; readonly city: string; readonly district: string }
export type DeliveryFee = {
  readonly feeFen: Fen
  readonly thresholdFen: Fen | null
  /** What is missing to the free threshold; null if there is none or it is reached. */
  readonly missingFen: Fen | null
}

const lies = (region: Region, names: readonly string[]): boolean =>
  names.some((n) => n === region.province || n === region.city || n === region.district)

/** Fee for goods worth `goodsFen` to `region`, or null where the template does not deliver. */
export const deliveryFee = (t: DeliveryTemplate, region: Region, goodsFen: Fen): DeliveryFee | null => {
  if (t.within.length > 0 && !lies(region, t.within)) return null
  const area = t.areas.find((a) => lies(region, a.names))
  const fee = area ? area.feeFen : t.feeFen
  if (fee === null) return null
  const thresholdFen = area ? area.freeOverFen : t.freeOverFen
  if (thresholdFen === null) return { feeFen: fee, thresholdFen, missingFen: null }
  const isFree = goodsFen >= thresholdFen
  return {
    feeFen: isFree ? ZERO : fee,
    thresholdFen,
    missingFen: isFree ? null : subtractFen(thresholdFen, fen(goodsFen)),
  }
}
