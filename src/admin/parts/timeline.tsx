/** What happened, newest first, each event labelled with its axis; the next duty is a hollow dot on top. */
import type { ReactNode } from 'react'
import type { Tone } from '../theme'
import './timeline.css'

export type TimelineEvent = {
  key: string
  axis: string
  title: string
  note?: ReactNode
  when?: string
  tone?: Tone
  /** Still to be done: hollow. */
  isDuty?: boolean
}

export const Timeline = ({ events }: { events: readonly TimelineEvent[] }) => (
  <ol className="timeline">
    {events.map((event) => (
      <li key={event.key} className={`timeline__event tone-${event.tone ?? 'done'}${event.isDuty ? ' is-duty' : ''}`}>
        <span className="timeline__axis">{event.axis}</span>
        <span className="timeline__dot" aria-hidden />
        <span className="timeline__what">
          <span className="timeline__title">{event.title}</span>
          {event.note && <span className="timeline__note">{event.note}</span>}
        </span>
        <time className="timeline__when">{event.when}</time>
      </li>
    ))}
  </ol>
)
