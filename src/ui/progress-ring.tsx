import type { PropsWithChildren } from 'react'
import { View } from '@tarojs/components'
import { role } from './tap'
import './progress-ring.scss'

type Props = PropsWithChildren<{
  readonly seats: number
  readonly taken: number
  /** `top`: the first arc begins at twelve o'clock. `seat`: each arc is centred on its seat, the first one on top. */
  readonly from?: 'top' | 'seat'
  readonly label: string
}>

const RADIUS = 42
const STROKE = 7
/** Degrees between two round ends. */
const GAP = 4
const CAP = (STROKE / 2 / RADIUS) * (180 / Math.PI)

const point = (degrees: number): string => {
  const turn = ((degrees - 90) * Math.PI) / 180
  return `${(50 + RADIUS * Math.cos(turn)).toFixed(2)} ${(50 + RADIUS * Math.sin(turn)).toFixed(2)}`
}

/** The arcs of seats `first`…`last` as one mask, so that the colour stays a token. */
const arcs = (seats: number, first: number, last: number, shift: number): string => {
  const each = 360 / seats
  const margin = seats === 1 ? 0.01 : CAP + GAP / 2
  const paths = Array.from({ length: Math.max(0, last - first) }, (_, nth) => {
    const start = (first + nth) * each + shift
    const isLong = each - 2 * margin > 180 ? 1 : 0
    return `M${point(start + margin)}A${RADIUS} ${RADIUS} 0 ${isLong} 1 ${point(start + each - margin)}`
  })
  const svg = `%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100' fill='none' stroke='%23000' stroke-width='${STROKE}' stroke-linecap='round'%3E%3Cpath d='${paths.join('')}'/%3E%3C/svg%3E`
  return `--i:url("data:image/svg+xml,${svg}")`
}

/** The ring counts people: as many arcs as seats, the taken ones in full colour. */
export const ProgressRing = ({ seats, taken, from = 'top', label, children }: Props) => {
  const shift = from === 'seat' ? -180 / seats : 0
  return (
    <View className="ring" {...role('img')} aria-label={label}>
      {taken < seats && <View className="ring-arcs ring-free" style={arcs(seats, taken, seats, shift)} />}
      {taken > 0 && <View className="ring-arcs" style={arcs(seats, 0, taken, shift)} />}
      <View className="ring-middle">{children}</View>
    </View>
  )
}
