/** Fields inside the matrix. A changed price keeps an accent ring and the old value under it until it is saved. */
import { useState } from 'react'
import { yuanText } from '@/domain/money'
import type { Fen } from '@/domain/money'
import { fenOfYuan } from '../parts/yuan-field'
import { editorCopy } from './copy'
import './cells.css'

const words = editorCopy.skus

type PriceProps = {
  label: string
  value: Fen | null
  saved: Fen | null
  /** Can't be saved without it. */
  isWanted?: boolean
  onChange: (value: Fen | null) => void
}

export const PriceCell = ({ label, value, saved, isWanted = false, onChange }: PriceProps) => {
  const [typed, setTyped] = useState<string>()
  const shown = typed ?? (value === null ? '' : yuanText(value))
  const isChanged = value !== saved
  const settle = (): void => {
    if (typed === undefined) return
    setTyped(undefined)
    const next = typed.trim() === '' ? null : fenOfYuan(typed)
    if (typed.trim() !== '' && next === null) return
    if (next !== value) onChange(next === 0 && isWanted ? null : next)
  }
  return (
    <span className={`cell${isChanged ? ' is-changed' : ''}${isWanted && value === null ? ' is-wanted' : ''}`}>
      <input
        aria-label={label}
        inputMode="decimal"
        value={shown}
        placeholder="—"
        onFocus={({ target }) => target.select()}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={settle}
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'Enter') currentTarget.blur()
          if (key === 'Escape') setTyped(undefined)
        }}
      />
      {isChanged && (
        <button type="button" className="cell__was" onClick={() => onChange(saved)}>
          {saved === null ? words.wasNone : words.was(yuanText(saved))}
        </button>
      )}
    </span>
  )
}

type NumberProps = { label: string; value: number; note?: string; onChange: (value: number) => void }

export const NumberCell = ({ label, value, note, onChange }: NumberProps) => (
  <span className="cell">
    <input
      aria-label={label}
      inputMode="numeric"
      value={value}
      maxLength={7}
      onFocus={({ target }) => target.select()}
      onChange={({ target }) => onChange(Number(target.value.replace(/\D/g, '')))}
    />
    {note && <span className="second">{note}</span>}
  </span>
)

type TextProps = { label: string; value: string; onChange: (value: string) => void }

export const TextCell = ({ label, value, onChange }: TextProps) => (
  <span className="cell is-text">
    <input aria-label={label} value={value} maxLength={40} onChange={({ target }) => onChange(target.value)} />
  </span>
)
