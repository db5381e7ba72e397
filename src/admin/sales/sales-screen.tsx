/** All group sales, leaders' and the store's own. */
import { Button } from 'antd'
import { Link } from 'react-router-dom'
import { isId } from '@/domain/ids'
import { useCan } from '../cloud/session'
import { useCloud } from '../cloud/use-cloud'
import { TopTools } from '../frame/top-tools'
import { FilterPill } from '../parts/filter-pill'
import { ListCard, PAGE_SIZE } from '../parts/list-card'
import { Page } from '../parts/page'
import { oneOf, pageOf, useUrlState } from '../parts/url-state'
import { copy } from './copy'
import { SalesNav } from './sales-nav'
import { SalesTable } from './sales-table'
import './sales.css'

const tabs = ['all', 'open', 'closed', 'picking', 'delivered', 'settled', 'draft', 'cancelled'] as const
const WHOLE_CHOICE = 50

export const Screen = () => {
  const { search, change } = useUrlState()
  const state = oneOf(tabs, search.get('tab'), 'all')
  const communityId = search.get('community')
  const can = useCan()
  const { data, error, refetch } = useCloud(
    'staff-sale',
    'sales',
    {
      state,
      ...(isId('com', communityId) ? { communityId } : {}),
      page: pageOf(search),
      pageSize: PAGE_SIZE,
    },
    { keepsPrevious: true, every: 30_000 },
  )
  return (
    <Page title={copy.title} aside={<SalesNav />} actions={<TopTools />} fixed>
      <div className="filter-pills">
        <CommunityPill value={communityId ?? ''} onChange={(community) => change({ community })} />
        {can('community.write') && (
          <span className="filter-pills__end">
            <Link to="/sales/new">
              <Button type="primary">{copy.create}</Button>
            </Link>
          </span>
        )}
      </div>
      <ListCard
        tabs={tabs.map((key) => ({ key, label: copy.tabs[key], count: data?.counts[key] }))}
        active={state}
        onTab={(tab) => change({ tab: tab === 'all' ? undefined : tab })}
        data={data}
        error={error}
        onRetry={() => void refetch()}
        none={
          data?.counts.all === 0
            ? { icon: 'chain', title: copy.none, note: copy.noneNote }
            : { icon: 'chain', title: copy.noneHere, note: copy.noneHereNote }
        }
      >
        <SalesTable rows={data?.rows ?? []} />
      </ListCard>
    </Page>
  )
}

const CommunityPill = ({ value, onChange }: { value: string; onChange: (communityId: string) => void }) => {
  const { data } = useCloud('staff-community', 'communities', { pageSize: WHOLE_CHOICE })
  return (
    <FilterPill
      name={copy.community}
      value={value}
      choices={(data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      onChange={onChange}
    />
  )
}
