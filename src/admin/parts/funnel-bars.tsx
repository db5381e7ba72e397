/** Steps of a way as bars true to scale on a faint track; beside each how many of the step before went on. */
import { countText, percentText } from './count-text'
import './funnel-bars.css'

export type FunnelStep = {
  name: string
  people: number
  /** In place of the share of the step before, where the two count different things. */
  rate?: string
}

/** Each step stands out more than the one before. */
const strength = [0.32, 0.54, 0.78, 1] as const

export const FunnelBars = ({ steps }: { steps: readonly FunnelStep[] }) => {
  const most = Math.max(1, ...steps.map(({ people }) => people))
  return (
    <ul className="funnel">
      {steps.map(({ name, people, rate }, place) => {
        const before = steps[place - 1]?.people
        return (
          <li key={name}>
            <span>{name}</span>
            <span className="funnel__track">
              <span style={{ width: `${(100 * people) / most}%`, opacity: strength[place] ?? 1 }} />
            </span>
            <span className="funnel__people">{countText(people)}</span>
            <span className="funnel__rate aside">{rate ?? (before ? percentText(people / before) : '')}</span>
          </li>
        )
      })}
    </ul>
  )
}
