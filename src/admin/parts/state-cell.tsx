/** One cell for the three axes of an order, always 交易 · 资金 · 履约; only a part that needs somebody is filled. */
import type { Tone } from '../theme'
import './state-cell.css'

export type StatePart = { tone: Tone; text: string; needsSomebody?: boolean }
export type StateParts = readonly [trade: StatePart, money: StatePart, fulfilment: StatePart]

export const StateCell = ({ parts }: { parts: StateParts }) => (
  <span className="state-cell">
    {parts.map((part, axis) => (
      <span key={axis} className={`state-cell__part tone-${part.tone}${part.needsSomebody ? ' is-wanted' : ''}`}>
        <Dot />
        {part.text}
      </span>
    ))}
  </span>
)

const Dot = () => <span className="state-dot" aria-hidden />

/** A single state on its own: a dot and a word, on its tint when `filled`. */
export const StateTag = ({ tone, text, filled = true }: StatePart & { filled?: boolean }) => (
  <span className={`state-tag tone-${tone}${filled ? ' is-filled' : ''}`}>
    <Dot />
    {text}
  </span>
)
