/** Names of the places of a roll-up; null is the courier's way to the door. */
import type { PickupPointView } from '@/contract/views'
import type { PickupPointId } from '@/domain/ids'
import { copy } from './sale-copy'

export type PlaceName = { name: string; keeper: string }

export const placeName = (points: readonly PickupPointView[], place: PickupPointId | null): PlaceName => {
  if (place === null) return { name: copy.home, keeper: copy.homeNote }
  const point = points.find(({ id }) => id === place)
  // "3 号楼架空层 · 小满家": the part that tells points apart comes first, whose it is stands below
  const [name = '', whose] = (point?.name ?? '').split(' · ')
  return { name, keeper: whose ?? point?.keeper ?? '' }
}
