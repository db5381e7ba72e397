/** The same paper as plain text: for a chat with oneself, where nothing can be printed. */
import type { PackingView } from '@/contract/leader'
import type { Place } from '@/domain/sale/roll-up'
import { copy } from './copy'

const words = copy.packing
export type Sheet = 'slips' | 'list' | 'stops'

export const placeName = ({ pickupPoints }: Pick<PackingView, 'pickupPoints'>, place: Place): string =>
  pickupPoints.find(({ id }) => id === place)?.name ?? copy.roll.noPlace

const itemsOf = (items: readonly { label: string; quantity: number; cut?: number }[]): string =>
  items
    .map(({ label, quantity, cut = 0 }) => `${label}×${quantity}${cut > 0 ? `（${words.cut(label, cut)}）` : ''}`)
    .join('，')

export const packingText = (view: PackingView, sheet: Sheet): string => {
  const head = words.head(view.title)
  if (sheet === 'stops')
    return [
      head,
      ...view.stops.map(
        (stop) => `${words.stop(placeName(view, stop.place), stop.bags, stop.units)}\n${itemsOf(stop.items)}`,
      ),
    ].join('\n')
  const places = [...new Set(view.slips.map(({ place }) => place))]
  const rows = places.flatMap((place) => [
    ...(places.length > 1 ? [`— ${placeName(view, place)} —`] : []),
    ...view.slips
      .filter((slip) => slip.place === place)
      .map(
        ({ numbers, name, phoneTail, items }) =>
          `${words.number(numbers.join('、'))} ${name}${phoneTail ? ` ${phoneTail}` : ''}：${itemsOf(items)}`,
      ),
  ])
  return [head, ...rows].join('\n')
}
