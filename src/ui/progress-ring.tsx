import type { PropsWithChildren } from 'react'
import { View } from '@tarojs/components'
import { arcMask } from './ring-arcs'
import { role } from './tap'
import './progress-ring.scss'

type Props = PropsWithChildren<{
  readonly seats: number
  readonly taken: number
  readonly label: string
}>

const CIRCLE = { radius: 42, stroke: 7, gap: 4 }

/** The arcs of seats `first`…`last`, the first of all beginning at twelve o'clock. */
const arcs = (seats: number, first: number, last: number): string =>
  arcMask(
    CIRCLE,
    seats,
    Array.from({ length: last - first }, (_, nth) => ((first + nth) * 360) / seats),
  )

/** The ring counts people: as many arcs as seats, the taken ones in full colour. Where they sit on it, see `SeatRing`. */
export const ProgressRing = ({ seats, taken, label, children }: Props) => (
  <View className="ring" {...role('img')} aria-label={label}>
    {taken < seats && <View className="ring-arcs ring-free" style={arcs(seats, taken, seats)} />}
    {taken > 0 && <View className="ring-arcs" style={arcs(seats, 0, taken)} />}
    <View className="ring-middle">{children}</View>
  </View>
)
