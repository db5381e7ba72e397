/** A text one can write in, with the words that may not stay marked where they stand: the marks lie under the field, letter under letter. */
import type { TextField } from '@/domain/assist/draft'
import type { Finding } from '@/domain/assist/lint'
import { partsOf } from './assist-draft'

type Props = {
  field: TextField
  value: string
  findings: readonly Finding[]
  label: string
  maxLength: number
  isOff: boolean
  onChange: (text: string) => void
}

export const MarkedText = ({ field, value, findings, label, maxLength, isOff, onChange }: Props) => {
  const parts = partsOf(value, field, findings)
  const isWrong = parts.some(({ isMarked }) => isMarked)
  return (
    <span className={`marked${isWrong ? ' is-wrong' : ''}`}>
      <span className="marked__under" aria-hidden>
        {parts.map(({ text, isMarked }, place) => (isMarked ? <mark key={place}>{text}</mark> : text))}
        {/* an empty last line has a height of its own */}
        {'\u200b'}
      </span>
      <textarea
        rows={1}
        aria-label={label}
        value={value}
        maxLength={maxLength}
        disabled={isOff}
        spellCheck={false}
        onChange={({ target }) => onChange(target.value)}
      />
    </span>
  )
}
