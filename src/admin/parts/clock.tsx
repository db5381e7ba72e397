/** Remaining time over a 3 px bar of what is left. */
import { HOUR } from '@/domain/time'
import type { EpochMs } from '@/domain/time'
import type { Tone } from '../theme'
import { timeLeftText } from './time-left'
import { useNow } from './use-now'
import './clock.css'

type Props = {
  startsAt: EpochMs
  endsAt: EpochMs
  /** The system acts when it runs out, nobody else: blue instead of amber. */
  bySystem?: boolean
  /** A breach costs trust or money within hours: red from the start. */
  alarm?: boolean
  /** Said before the time, as in "售后 5:40". */
  label?: string
  note?: string
}

/** Red when overdue or an alarm, blue when the system acts alone, grey with more than half a day, else amber. */
export const clockTone = (left: number, { bySystem = false, alarm = false } = {}): Tone => {
  if (left <= 0) return bySystem ? 'doing' : 'late'
  if (alarm) return 'late'
  if (bySystem) return 'doing'
  return left > 12 * HOUR ? 'quiet' : 'todo'
}

export const Clock = ({ startsAt, endsAt, bySystem = false, alarm = false, label, note }: Props) => {
  const left = endsAt - useNow()
  const share = Math.min(1, Math.max(0, left / Math.max(1, endsAt - startsAt)))
  return (
    <span className={`clock tone-${clockTone(left, { bySystem, alarm })}`}>
      <span className="clock__time">
        {label ? `${label} ` : ''}
        {timeLeftText(left)}
      </span>
      <span className="clock__track">
        <span className="clock__left" style={{ width: `${left <= 0 ? 100 : share * 100}%` }} />
      </span>
      {note && <span className="second">{note}</span>}
    </span>
  )
}
