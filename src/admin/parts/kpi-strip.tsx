/** Key figures in one card: what, how much, against what. */
import type { ReactNode } from 'react'
import './kpi-strip.css'

export type Kpi = {
  label: string
  value: ReactNode
  /** Sign + number, e.g. "+12.4%"; `isGood` gives the colour, since fewer refunds are good; none where nothing changed. */
  change?: string | undefined
  isGood?: boolean | undefined
  note?: string
}

export const KpiStrip = ({ figures }: { figures: readonly Kpi[] }) => (
  <dl className="kpi-strip">
    {figures.map((kpi) => (
      <div key={kpi.label} className="kpi-strip__figure">
        <dt>{kpi.label}</dt>
        <dd className="kpi-strip__value">{kpi.value}</dd>
        <dd className="kpi-strip__note">
          {kpi.change && (
            <span className={kpi.isGood === undefined ? 'is-same' : kpi.isGood ? 'is-good' : 'is-bad'}>
              {kpi.change}
            </span>
          )}
          {kpi.note}
        </dd>
      </div>
    ))}
  </dl>
)
