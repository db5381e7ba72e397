/** A scan's fate in words: when, where and by whom. */
import type { HandOverKit, ScanFacts } from '@/contract/leader'
import type { PickupPointId } from '@/domain/ids'
import type { EpochMs } from '@/domain/time'
import { phoneId } from '@/platform/scan-id'
import { momentText } from '@/ui/moment-text'
import { copy } from './copy'

const words = copy.result

export const placeName = (kit: HandOverKit, place: PickupPointId | null): string =>
  kit.pickupPoints.find(({ id }) => id === place)?.name ?? ''

export const whoSaid = ({ byYou, device }: ScanFacts): string =>
  !byYou ? words.byOther : device === phoneId() ? words.byThis : words.byYourOther

/** 「今天 18:02 这部手机交的，在 3 号楼架空层」 */
export const firstSaid = (first: ScanFacts | null, kit: HandOverKit, now: EpochMs): string => {
  if (!first) return words.handedUnknown
  const place = placeName(kit, first.pickupPointId)
  const said = words.handedAt(momentText(first.at, now), whoSaid(first))
  return place ? `${said}，${words.at(place)}` : said
}
