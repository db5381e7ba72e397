import type { CallOutput } from '@/contract/index'
import { countText, percentText } from '../parts/count-text'
import { Card } from '../parts/page'
import { copy } from './copy'

const words = copy.funnel
/** Each step stands out more than the one before. */
const strength = [0.32, 0.54, 0.78, 1] as const

export const Funnel = ({ steps }: { steps: CallOutput<'staff-order', 'today'>['funnel'] }) => {
  const most = Math.max(1, ...steps.map(({ people }) => people))
  return (
    <Card title={words.title} aside={words.aside}>
      <ul className="funnel">
        {steps.map(({ step, people }, place) => {
          const before = steps[place - 1]?.people
          return (
            <li key={step}>
              <span>{words.steps[step]}</span>
              <span className="funnel__track">
                <span style={{ width: `${(100 * people) / most}%`, opacity: strength[place] ?? 1 }} />
              </span>
              <span className="funnel__people">{countText(people)}</span>
              <span className="funnel__rate aside">{before ? percentText(people / before) : ''}</span>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
