/** Payouts by two people: what waits for the second comes first, what is under way shows its clock. */
import { Suspense, lazy } from 'react'
import { isId } from '@/domain/ids'
import { useCloud } from '../cloud/use-cloud'
import { TopTools } from '../frame/top-tools'
import { ListCard, PAGE_SIZE } from '../parts/list-card'
import { Page } from '../parts/page'
import { oneOf, pageOf, useUrlState } from '../parts/url-state'
import { CommissionNav } from './commission-nav'
import { copy as section } from './copy'
import { copy } from './payout-copy'
import { PayoutsTable } from './payouts-table'
import './commission.css'

const PayoutDrawer = lazy(() => import('./payout-drawer'))

const tabs = ['proposed', 'approved', 'finished', 'rejected', 'withdrawn', 'all'] as const

export const Screen = () => {
  const { search, change } = useUrlState()
  const state = oneOf(tabs, search.get('tab'), 'proposed')
  const { data, error, refetch } = useCloud(
    'staff-commission',
    'payouts',
    { state, page: pageOf(search), pageSize: PAGE_SIZE },
    { keepsPrevious: true, every: 15_000 },
  )
  const open = search.get('open')
  return (
    <Page title={section.title} aside={<CommissionNav />} actions={<TopTools />} fixed>
      <ListCard
        tabs={tabs.map((key) => ({ key, label: copy.tabs[key], count: data?.counts[key] }))}
        active={state}
        onTab={(tab) => change({ tab: tab === 'proposed' ? undefined : tab })}
        data={data}
        error={error}
        onRetry={() => void refetch()}
        none={
          state === 'proposed'
            ? { icon: 'coins', title: copy.none, note: copy.noneNote }
            : { icon: 'coins', title: copy.noneHere, note: copy.noneHereNote }
        }
      >
        <PayoutsTable rows={data?.rows ?? []} onOpen={(id) => change({ open: id })} />
      </ListCard>
      {isId('pyo', open) && (
        <Suspense fallback={null}>
          <PayoutDrawer payoutId={open} onClose={() => change({ open: undefined })} />
        </Suspense>
      )}
    </Page>
  )
}
