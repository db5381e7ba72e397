/** All communities; a row opens one with its groups, points and hand-overs. */
import { Suspense, lazy } from 'react'
import { Button, Table } from 'antd'
import type { TableColumnsType } from 'antd'
import type { CommunityRow } from '@/contract/staff-community'
import { isId } from '@/domain/ids'
import { dayText } from '@/domain/time'
import { useCloud } from '../cloud/use-cloud'
import { TopTools } from '../frame/top-tools'
import { countText } from '../parts/count-text'
import { TextPill } from '../parts/filter-pill'
import { ListCard, PAGE_SIZE } from '../parts/list-card'
import { Money } from '../parts/money'
import { opensByClick } from '../parts/opening-row'
import { Page } from '../parts/page'
import { StateTag } from '../parts/state-cell'
import { oneOf, pageOf, useUrlState } from '../parts/url-state'
import { communityStates, copy, nameOf } from './community-copy'
import { CommunityNav } from './community-nav'
import { copy as section, leaderStates } from './copy'
import './community.css'

const CommunityDrawer = lazy(() => import('./community-drawer'))

const tabs = ['all', 'active', 'paused', 'closed'] as const
const words = copy.columns

const columns: TableColumnsType<CommunityRow> = [
  { title: words.name, ellipsis: true, render: (_, { name }) => name },
  {
    title: words.leader,
    width: 150,
    render: (_, { leader }) => (
      <>
        {nameOf(leader.name)}
        {leader.state !== 'approved' && <span className="second">{leaderStates[leader.state].text}</span>}
      </>
    ),
  },
  {
    title: words.state,
    width: 130,
    render: (_, { state, pausedBy }) => (
      <>
        <StateTag {...communityStates[state]} />
        {pausedBy && <span className="second">{copy.pausedBy[pausedBy]}</span>}
      </>
    ),
  },
  { title: words.members, width: 90, align: 'right', render: (_, { members }) => countText(members) },
  { title: words.groups, width: 90, align: 'right', render: (_, { groups }) => groups },
  { title: words.open, width: 100, align: 'right', render: (_, { openSales }) => openSales },
  { title: words.paid, width: 140, align: 'right', render: (_, { paidFen }) => <Money amount={paidFen} /> },
  {
    title: words.created,
    width: 120,
    render: (_, { createdAt }) => <span className="aside">{dayText(createdAt)}</span>,
  },
]

export const Screen = () => {
  const { search, change } = useUrlState()
  const state = oneOf(tabs, search.get('tab'), 'all')
  const text = (search.get('text') ?? '').slice(0, 40)
  const { data, error, refetch } = useCloud(
    'staff-community',
    'communities',
    { state, ...(text ? { text } : {}), page: pageOf(search), pageSize: PAGE_SIZE },
    { keepsPrevious: true },
  )
  const open = search.get('open')
  return (
    <Page title={section.title} aside={<CommunityNav />} actions={<TopTools />} fixed>
      <ListCard
        tabs={tabs.map((key) => ({ key, label: copy.tabs[key], count: data?.counts[key] }))}
        active={state}
        onTab={(tab) => change({ tab: tab === 'all' ? undefined : tab })}
        actions={<TextPill name={copy.find} value={text} onChange={(typed) => change({ text: typed })} />}
        data={data}
        error={error}
        onRetry={() => void refetch()}
        none={
          data?.counts.all === 0 && !text
            ? { icon: 'tree', title: copy.none, note: copy.noneNote }
            : { icon: 'tree', title: copy.noneHere, note: copy.noneHereNote }
        }
      >
        <Table<CommunityRow>
          size="small"
          rowKey="id"
          sticky
          pagination={false}
          dataSource={[...(data?.rows ?? [])]}
          columns={[
            ...columns,
            {
              width: 76,
              align: 'right',
              render: (_, { id }) => (
                <Button size="small" onClick={() => change({ open: id })}>
                  {copy.see}
                </Button>
              ),
            },
          ]}
          onRow={({ id }) => opensByClick(() => change({ open: id }))}
        />
      </ListCard>
      {isId('com', open) && (
        <Suspense fallback={null}>
          <CommunityDrawer communityId={open} onClose={() => change({ open: undefined })} />
        </Suspense>
      )}
    </Page>
  )
}
