/** All group campaigns: what runs, what each brought, and the way to a new one. */
import { Button } from 'antd'
import { Link, useNavigate } from 'react-router-dom'
import type { CallInput } from '@/contract/index'
import { useCan } from '../cloud/session'
import { useCloud } from '../cloud/use-cloud'
import { TopTools } from '../frame/top-tools'
import { Card, Page } from '../parts/page'
import { Pager } from '../parts/pager'
import { Empty, Failed, Skeleton } from '../parts/states'
import { StatusTabs } from '../parts/status-tabs'
import { oneOf, pageOf, useUrlState } from '../parts/url-state'
import { CampaignsTable } from './campaigns-table'
import { copy } from './copy'
import { SectionNav } from './section-nav'

const tabs = ['all', 'live', 'paused', 'draft', 'ended'] as const
const PAGE_SIZE = 20

const inputOf = (search: URLSearchParams): CallInput<'staff-group-buy', 'campaigns'> => ({
  status: oneOf(tabs, search.get('tab'), 'all'),
  page: pageOf(search),
  pageSize: PAGE_SIZE,
})

export const Screen = () => {
  const { search, change } = useUrlState()
  const input = inputOf(search)
  const { data, error, refetch } = useCloud('staff-group-buy', 'campaigns', input, {
    keepsPrevious: true,
    every: 60_000,
  })
  const go = useNavigate()
  const can = useCan()
  const create = can('campaign.write') && (
    <Link to="/campaigns/group-buy/new">
      <Button type="primary">{copy.create}</Button>
    </Link>
  )
  return (
    <Page title={copy.title} aside={<SectionNav />} actions={<TopTools />} fixed>
      <Card flush className="group-buy">
        <div className="group-buy__head">
          <StatusTabs
            tabs={tabs.map((key) => ({ key, label: copy.tabs[key], count: data?.counts[key] }))}
            active={input.status ?? 'all'}
            onChange={(tab) => change({ tab: tab === 'all' ? undefined : tab })}
          />
          {create}
        </div>
        <div className="scroll-body">
          {!data &&
            (error ? <Failed error={error} onRetry={() => void refetch()} /> : <Skeleton rows={9} height={48} />)}
          {data && data.counts.all === 0 && (
            <Empty icon="gift" title={copy.none} note={copy.noneNote}>
              {can('campaign.write') && (
                <Link to="/campaigns/group-buy/new">
                  <Button>{copy.create}</Button>
                </Link>
              )}
            </Empty>
          )}
          {data && data.counts.all > 0 && data.rows.length === 0 && (
            <Empty icon="gift" title={copy.noneHere} note={copy.noneHereNote} />
          )}
          {data && data.rows.length > 0 && (
            <CampaignsTable rows={data.rows} onOpen={(id) => void go(`/campaigns/group-buy/${id}`)} />
          )}
        </div>
        {data && <Pager total={data.total} pageSize={PAGE_SIZE} />}
      </Card>
    </Page>
  )
}
