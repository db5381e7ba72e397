/** The dark bar that chosen rows raise at the foot; it floats and never pushes the table. */
import { forwardRef } from 'react'
import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { Icon } from './icon'
import { copy } from './copy'
import './selection-bar.css'

type Props = {
  /** What is chosen: count and sum. */
  summary: string
  /** The shortest clock among the chosen. */
  urgent?: string | undefined
  onClear: () => void
  children: ReactNode
}

export const SelectionBar = ({ summary, urgent, onClear, children }: Props) => (
  <div className="selection-bar" role="toolbar">
    <span>{summary}</span>
    {urgent && <span className="selection-bar__urgent">{urgent}</span>}
    <span className="selection-bar__acts">{children}</span>
    <button type="button" className="selection-bar__close" aria-label={copy.clear} onClick={onClear}>
      <Icon name="close" size={13} />
    </button>
  </div>
)

type ActProps = ButtonHTMLAttributes<HTMLButtonElement> & { isMain?: boolean; isBusy?: boolean }

/** Passes ref and events on, so that a question can be asked over it. */
export const SelectionAct = forwardRef<HTMLButtonElement, ActProps>(
  ({ isMain = false, isBusy = false, ...button }, ref) => (
    <button
      {...button}
      ref={ref}
      type="button"
      className={`selection-bar__act${isMain ? ' is-main' : ''}`}
      disabled={isBusy}
      aria-busy={isBusy}
    />
  ),
)
SelectionAct.displayName = 'SelectionAct'
