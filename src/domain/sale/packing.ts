/** Lists for the hands: one bag for each person, one stop for each pick-up point. Business rules §5. */
import type { MemberId, SkuId } from '../ids'
import { maskName } from '../share/mask'
import type { ChainItem } from './chain'
import { groupBy } from './group-by'
import type { Place } from './roll-up'
import { bagged, type SoldLine } from './sold-line'

export type Recipient = { readonly memberId: MemberId; readonly name: string; readonly phone: string | null }

export type PackedItem = ChainItem & { readonly skuId: SkuId; readonly cut: number }
export type PackingSlip = {
  readonly place: Place
  /** Chain numbers of all orders in the bag, lowest first; the first is what is written on it. */
  readonly numbers: readonly number[]
  /** Masked: whoever packs needs a number and a name to call, not an address book. */
  readonly name: string
  readonly phoneTail: string | null
  readonly items: readonly PackedItem[]
  readonly units: number
}

/** One slip for each person and place: two orders of one neighbour go into one bag. A bag with nothing left is not packed. */
export const packingSlips = (
  lines: readonly SoldLine[],
  recipients: readonly Recipient[],
  places: readonly Place[],
): PackingSlip[] => {
  const people = new Map(recipients.map((recipient) => [recipient.memberId, recipient]))
  const byPlace = groupBy(lines, (line) => line.pickupPointId)
  return places.flatMap((place) =>
    [...groupBy(byPlace.get(place) ?? [], (line) => line.memberId)]
      .map(([memberId, own]) => slipOf(place, people.get(memberId), own))
      .filter((slip) => slip.units > 0)
      .sort((a, b) => (a.numbers[0] ?? 0) - (b.numbers[0] ?? 0)),
  )
}

const slipOf = (place: Place, recipient: Recipient | undefined, lines: readonly SoldLine[]): PackingSlip => {
  const items = packedItems(lines)
  return {
    place,
    numbers: [...new Set(lines.filter((line) => bagged(line) > 0).map((line) => line.number))].sort((a, b) => a - b),
    name: maskName(recipient?.name ?? ''),
    phoneTail: recipient?.phone?.slice(-4) ?? null,
    items,
    units: items.reduce((n, item) => n + item.quantity, 0),
  }
}

/** Cut units stay on the list: the neighbour asks for them at the door. */
const packedItems = (lines: readonly SoldLine[]): PackedItem[] =>
  [...groupBy(lines, (line) => line.skuId)]
    .map(([skuId, own]) => ({
      skuId,
      label: own[0]?.label ?? '',
      quantity: own.reduce((n, line) => n + bagged(line), 0),
      cut: own.reduce((n, line) => n + line.cut, 0),
    }))
    .filter((item) => item.quantity + item.cut > 0)

export type Stop = {
  readonly place: Place
  readonly bags: number
  readonly units: number
  readonly items: readonly (ChainItem & { readonly skuId: SkuId })[]
}

/** The driver's list: stops in the order of `route`, what to unload at each; a place without goods is no stop. */
export const driverList = (lines: readonly SoldLine[], route: readonly Place[]): Stop[] => {
  const byPlace = groupBy(lines, (line) => line.pickupPointId)
  return route.map((place) => stopOf(place, byPlace.get(place) ?? [])).filter((stop) => stop.units > 0)
}

const stopOf = (place: Place, lines: readonly SoldLine[]): Stop => {
  const items = packedItems(lines)
    .filter((item) => item.quantity > 0)
    .map(({ skuId, label, quantity }) => ({ skuId, label, quantity }))
  const bags = new Set(lines.filter((line) => bagged(line) > 0).map((line) => line.memberId)).size
  return { place, bags, units: items.reduce((n, item) => n + item.quantity, 0), items }
}
