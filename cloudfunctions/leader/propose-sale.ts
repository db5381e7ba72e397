/** A sale that nobody has saved yet: from nothing, or from an earlier one. It has its id already, so that saving it twice makes one. */
import type { SaleDraftView } from '@/contract/leader'
import type { CommunityId, MemberId } from '@/domain/ids'
import { KEEP_DAYS } from '@/domain/pickup/bag'
import { fitLine, movedOn, proposedClocks } from '@/domain/sale/propose'
import type { Deps } from '../runtime/deps'
import { draftView } from './draft-view'
import { readGoods } from './goods.sql'
import { readPlaces, type SalePlaces } from './sale-places.sql'
import type { WrittenSale } from './sale-terms.sql'

type Whose = { readonly leaderId: MemberId | null; readonly communityId?: CommunityId | undefined }

/** Sensible clocks and the community's points: only goods and a title are missing. */
export const proposeSale = async (deps: Deps, whose: Whose): Promise<SaleDraftView> => {
  const places = await readPlaces(deps, whose.leaderId, null)
  const community = communityOf(places, whose.communityId)
  return draftView(blank(deps, whose, community), new Map(), places, [])
}

/** The same goods at what the shop allows today, on the next such evening. */
export const repeatSale = async (deps: Deps, earlier: WrittenSale): Promise<SaleDraftView> => {
  const [goods, places] = await Promise.all([
    readGoods(
      deps,
      earlier.lines.map((line) => line.skuId),
    ),
    readPlaces(deps, earlier.leaderId, null),
  ])
  const community = communityOf(places, earlier.communityId ?? undefined)
  const isSame = community?.id === earlier.communityId || earlier.leaderId === null
  const fresh = blank(deps, { leaderId: earlier.leaderId }, community)
  const sale: WrittenSale = {
    ...fresh,
    ...movedOn(earlier, deps.now()),
    title: earlier.title,
    note: earlier.note,
    keepDays: earlier.keepDays,
    shortagePolicy: earlier.shortagePolicy,
    pickupPointIds: isSame ? stillOpen(earlier.pickupPointIds, places) : fresh.pickupPointIds,
    lines: earlier.lines.flatMap((line) => {
      const fit = fitLine(line, goods.get(line.skuId))
      return fit ? [{ ...line, ...fit, taken: 0 }] : []
    }),
  }
  return draftView(sale, goods, places, [])
}

type Community = SalePlaces['communities'][number]

const communityOf = ({ communities }: SalePlaces, wanted: CommunityId | undefined): Community | null =>
  communities.find(({ id }) => id === wanted) ?? communities[0] ?? null

/** Points that were closed since are left out; where none is left, one has to be chosen. */
const stillOpen = (ids: WrittenSale['pickupPointIds'], { pickupPoints }: SalePlaces): WrittenSale['pickupPointIds'] =>
  ids && ids.filter((id) => pickupPoints.some((point) => point.id === id))

const blank = (deps: Deps, { leaderId }: Whose, community: Community | null): WrittenSale => {
  const points = community?.pickupPointIds ?? []
  return {
    id: deps.newId('sal'),
    state: 'draft',
    version: 0,
    communityId: community?.id ?? null,
    leaderId,
    title: '',
    note: '',
    pickupPointIds: points.length > 0 ? points : null,
    keepDays: KEEP_DAYS.usual,
    shortagePolicy: 'first-paid',
    lines: [],
    ...proposedClocks(deps.now()),
  }
}
