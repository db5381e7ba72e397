/** A list of deals: tabs with counts in the URL, the create button, states, pages. */
import type { ReactNode } from 'react'
import type { DealCounts } from '@/contract/staff-promotion'
import { TopTools } from '../frame/top-tools'
import { Card, Page } from '../parts/page'
import { TextPill } from '../parts/filter-pill'
import { Pager } from '../parts/pager'
import { Empty, Failed, Skeleton } from '../parts/states'
import { StatusTabs } from '../parts/status-tabs'
import { oneOf, pageOf, useUrlState } from '../parts/url-state'
import { copy } from './copy'
import { DealsNav } from './deals-nav'
import './promotion.css'

const tabs = ['all', 'live', 'paused', 'draft', 'ended'] as const
const PAGE_SIZE = 20

/** What the URL asks for. */
export const useDealFilter = () => {
  const { search, change } = useUrlState()
  const status = oneOf(tabs, search.get('tab'), 'all')
  const text = (search.get('text') ?? '').slice(0, 20)
  const input = { status, page: pageOf(search), pageSize: PAGE_SIZE }
  return { input, named: { ...input, ...(text ? { text } : {}) }, status, text, search, change }
}

type Props = {
  title: string
  none: { title: string; note: string }
  filter: ReturnType<typeof useDealFilter>
  data: { total: number; counts: DealCounts; rows: readonly unknown[] } | undefined
  error: unknown
  onRetry: () => void
  actions?: ReactNode
  notice?: ReactNode
  /** Deals that can be found by their name. */
  isNamed?: boolean
  /** Slots don't rest. */
  without?: 'paused'
  /** What `live` is called where it isn't "running": slots are published days ahead. */
  live?: string
  children: ReactNode
}

export const DealList = ({
  title,
  none,
  filter,
  data,
  error,
  onRetry,
  actions,
  notice,
  isNamed = false,
  without,
  live,
  children,
}: Props) => (
  <Page title={title} aside={<DealsNav />} actions={<TopTools />} fixed>
    {notice}
    <Card flush className="group-buy">
      <div className="group-buy__head">
        <StatusTabs
          tabs={tabs
            .filter((key) => key !== without)
            .map((key) => ({ key, label: (key === 'live' && live) || copy.tabs[key], count: data?.counts[key] }))}
          active={filter.status}
          onChange={(tab) => filter.change({ tab: tab === 'all' ? undefined : tab })}
        />
        <span className="group-buy__acts">
          {isNamed && <TextPill name={copy.named} value={filter.text} onChange={(text) => filter.change({ text })} />}
          {actions}
        </span>
      </div>
      <div className="scroll-body">
        {!data && (error ? <Failed error={error} onRetry={onRetry} /> : <Skeleton rows={9} height={48} />)}
        {data && data.counts.all === 0 && <Empty icon="gift" {...none} />}
        {data && data.counts.all > 0 && data.rows.length === 0 && (
          <Empty icon="gift" title={copy.noneHere} note={copy.noneHereNote} />
        )}
        {data && data.rows.length > 0 && children}
      </div>
      {data && <Pager total={data.total} pageSize={PAGE_SIZE} />}
    </Card>
  </Page>
)
