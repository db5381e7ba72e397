/** A long list in one card: tabs with counts, what can be done at their right, states, rows, pages. */
import type { ComponentProps, ReactNode } from 'react'
import { Card } from './page'
import { Pager } from './pager'
import { Empty, Failed, Skeleton } from './states'
import { StatusTabs, type StatusTab } from './status-tabs'
import './list-card.css'

export const PAGE_SIZE = 20

type None = Pick<ComponentProps<typeof Empty>, 'icon' | 'title' | 'note'>

type Props<K extends string> = {
  tabs: readonly StatusTab<K>[]
  active: K
  onTab: (tab: K) => void
  actions?: ReactNode
  data: { rows: readonly unknown[]; total: number } | undefined
  error: unknown
  onRetry: () => void
  /** What an empty list says. */
  none: None
  children: ReactNode
}

export const ListCard = <K extends string>({ tabs, active, onTab, actions, data, ...rest }: Props<K>) => {
  const { error, onRetry, none, children } = rest
  return (
    <Card flush className="list-card">
      <div className="list-card__head">
        <StatusTabs tabs={tabs} active={active} onChange={onTab} />
        {actions && <span className="list-card__acts">{actions}</span>}
      </div>
      <div className="scroll-body">
        {!data && (error ? <Failed error={error} onRetry={onRetry} /> : <Skeleton rows={9} height={44} />)}
        {data?.rows.length === 0 && <Empty {...none} />}
        {data && data.rows.length > 0 && children}
      </div>
      {data && <Pager total={data.total} pageSize={PAGE_SIZE} />}
    </Card>
  )
}
