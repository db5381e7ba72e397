/** A name over its field, for screens that hold a draft of their own instead of a form. */
import type { ReactNode } from 'react'
import './field.css'

type Props = { label: string; note?: ReactNode; isWide?: boolean; children: ReactNode }

export const Field = ({ label, note, isWide = false, children }: Props) => (
  <label className={`field${isWide ? ' is-wide' : ''}`}>
    <span className="field__label">{label}</span>
    {children}
    {note && <span className="aside">{note}</span>}
  </label>
)
