import { View } from '@tarojs/components'
import { Avatar } from './avatar'
import { Icon } from './icon'
import { ImageBox } from './image-box'
import type { Picture } from './picture'
import { arcMask } from './ring-arcs'
import { role, tap } from './tap'
import './seat-ring.scss'

export type Seat =
  | {
      readonly kind: 'taken'
      readonly name: string
      readonly avatar: string | null
      /** Under the face: `林*已付`, `团主`. */
      readonly note: string
      readonly isLeader?: boolean
      /** Came while one was looking: they arrive gently. */
      readonly isNew?: boolean
    }
  /** Kept for somebody who is paying. */
  | { readonly kind: 'held'; readonly note: string }
  | { readonly kind: 'free'; readonly note: string; readonly onTap?: () => void }

type Props = {
  /** The leader first; they sit on top and the others follow to the left. */
  readonly seats: readonly Seat[]
  readonly picture: Picture
  /** The whole ring in a sentence. */
  readonly label: string
  /** Everybody is there: the ring is green. */
  readonly isDone?: boolean
}

const CIRCLE = { radius: 48.4, stroke: 3.1, gap: 3 }
/** The drawing's box of 300 px, and in it the centre and the way out to the seats. */
const BOX = { width: 300, middle: 142, across: 136, down: 126, face: 60, word: 84 }
/** Nobody sits below the ring where an odd number of people sits on it. */
const heightOf = (count: number): number => (count === 3 ? 284 : count === 5 ? 312 : 330)

const share = (part: number, whole: number): string => `${((part / whole) * 100).toFixed(2)}%`

const placeOf = (nth: number, count: number, height: number): string => {
  const turn = (-90 - (nth * 360) / count) * (Math.PI / 180)
  const left = BOX.width / 2 + BOX.across * Math.cos(turn) - BOX.word / 2
  const top = BOX.middle + BOX.down * Math.sin(turn) - BOX.face / 2
  return `left:${share(left, BOX.width)};top:${share(top, height)}`
}

const arcsOf = (seats: readonly Seat[], isTaken: boolean): string => {
  const each = 360 / seats.length
  const starts = seats.flatMap(({ kind }, nth) => ((kind === 'taken') === isTaken ? [-nth * each - each / 2] : []))
  return arcMask(CIRCLE, seats.length, starts)
}

/** People around the thing they buy together: an arc for each seat, centred on it, and nobody who is not there. */
export const SeatRing = ({ seats, picture, label, isDone = false }: Props) => {
  const height = heightOf(seats.length)
  const taken = seats.filter(({ kind }) => kind === 'taken').length
  return (
    <View className={isDone ? 'orbit orbit-done' : 'orbit'} {...role('group')} aria-label={label}>
      <View style={`padding-top:${share(height, BOX.width)}`} />
      {taken < seats.length && <View className="orbit-arcs orbit-open" style={arcsOf(seats, false)} />}
      {taken > 0 && <View className="orbit-arcs" style={arcsOf(seats, true)} />}
      <View className="orbit-disc">
        <ImageBox picture={picture} isSmall isEager isSquare />
      </View>
      {seats.map((seat, nth) => (
        <View className="seat" key={nth} style={placeOf(nth, seats.length, height)}>
          <Sitting seat={seat} />
        </View>
      ))}
    </View>
  )
}

const Sitting = ({ seat }: { readonly seat: Seat }) => {
  if (seat.kind === 'taken') {
    const word = seat.isLeader ? 'seat-word seat-leader' : 'seat-word'
    return (
      <View className={seat.isNew ? 'seat-taken seat-new' : 'seat-taken'} aria-label={`${seat.name}，${seat.note}`}>
        <Avatar url={seat.avatar} name={seat.name} size={60} isRinged />
        <View className={word}>{seat.note}</View>
      </View>
    )
  }
  if (seat.kind === 'held') {
    return (
      <View>
        <View className="seat-place seat-held">
          <Icon name="clock" size={22} />
        </View>
        <View className="seat-word">{seat.note}</View>
      </View>
    )
  }
  return (
    <View {...(seat.onTap ? tap(seat.onTap, seat.note) : {})}>
      <View className={seat.onTap ? 'seat-place seat-yours' : 'seat-place'}>
        {seat.note && <Icon name="plus" size={24} />}
      </View>
      <View className={seat.onTap ? 'seat-note acc b' : 'seat-note'}>{seat.note}</View>
    </View>
  )
}
