/** Leaders: who applied comes first; a row opens what the shop knows of one. */
import { Suspense, lazy } from 'react'
import { isId } from '@/domain/ids'
import { useCloud } from '../cloud/use-cloud'
import { TopTools } from '../frame/top-tools'
import { TextPill } from '../parts/filter-pill'
import { ListCard, PAGE_SIZE } from '../parts/list-card'
import { Page } from '../parts/page'
import { oneOf, pageOf, useUrlState } from '../parts/url-state'
import { CommunityNav } from './community-nav'
import { copy } from './copy'
import { LeadersTable } from './leaders-table'

const LeaderDrawer = lazy(() => import('./leader-drawer'))

const tabs = ['applied', 'approved', 'suspended', 'rejected', 'all'] as const

export const Screen = () => {
  const { search, change } = useUrlState()
  const tab = search.get('tab')
  const text = (search.get('text') ?? '').slice(0, 40)
  // a name is looked for among all; without one the applications are what waits
  const state = oneOf(tabs, tab, text ? 'all' : 'applied')
  const { data, error, refetch } = useCloud(
    'staff-community',
    'leaders',
    { state, ...(text ? { text } : {}), page: pageOf(search), pageSize: PAGE_SIZE },
    { keepsPrevious: true, every: 60_000 },
  )
  const open = search.get('open')
  return (
    <Page title={copy.title} aside={<CommunityNav />} actions={<TopTools />} fixed>
      <ListCard
        tabs={tabs.map((key) => ({ key, label: copy.tabs[key], count: data?.counts[key] }))}
        active={state}
        onTab={(next) => change({ tab: next })}
        actions={<TextPill name={copy.find} value={text} onChange={(typed) => change({ text: typed })} />}
        data={data}
        error={error}
        onRetry={() => void refetch()}
        none={
          state === 'applied' && !text
            ? { icon: 'tree', title: copy.noApplications, note: copy.noApplicationsNote }
            : { icon: 'tree', title: copy.noneHere, note: copy.noneHereNote }
        }
      >
        <LeadersTable rows={data?.rows ?? []} onOpen={(id) => change({ open: id })} />
      </ListCard>
      {isId('mem', open) && (
        <Suspense fallback={null}>
          <LeaderDrawer memberId={open} onClose={() => change({ open: undefined })} />
        </Suspense>
      )}
    </Page>
  )
}
