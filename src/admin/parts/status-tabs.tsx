/** The states of a list as tabs with their counts. */
import { countText } from './count-text'
import './status-tabs.css'

export type StatusTab<K extends string> = { key: K; label: string; count?: number | undefined }

type Props<K extends string> = { tabs: readonly StatusTab<K>[]; active: K; onChange: (key: K) => void }

export const StatusTabs = <K extends string>({ tabs, active, onChange }: Props<K>) => (
  <div className="status-tabs" role="tablist">
    {tabs.map((tab) => (
      <button
        key={tab.key}
        type="button"
        role="tab"
        aria-selected={tab.key === active}
        className={`status-tabs__tab${tab.key === active ? ' is-active' : ''}`}
        onClick={() => onChange(tab.key)}
      >
        {tab.label}
        {tab.count !== undefined && <span className="status-tabs__count">{countText(tab.count)}</span>}
      </button>
    ))}
  </div>
)
