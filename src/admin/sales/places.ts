/** Names of the places of a roll-up; null is the courier's way to the door. */
import type { PickupPointView } from '@/contract/views'
import type { PickupPointId } from '@/domain/ids'
import { copy } from './sale-copy'

export type PlaceName = { name: string; keeper: string }

export const placeName = (points: readonly PickupPointView[], place: PickupPointId | null): PlaceName => {
  if (place === null) return { name: copy.home, keeper: copy.homeNote }
  const point = points.find(({ id }) => id === place)
  return { name: point?.name ?? '', keeper: point?.keeper ?? '' }
}
