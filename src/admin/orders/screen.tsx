/** All orders: filters in the URL, tabs with counts, chosen rows raise a bar, a row opens its drawer. */
import { Suspense, lazy, useMemo, useState } from 'react'
import type { Key } from 'react'
import { Button } from 'antd'
import type { OrderId } from '@/domain/ids'
import { isId } from '@/domain/ids'
import type { StaffAct } from '@/domain/order/order'
import { dayStart } from '@/domain/time'
import { useCloud } from '../cloud/use-cloud'
import { TopTools } from '../frame/top-tools'
import { countText } from '../parts/count-text'
import { Card, Page } from '../parts/page'
import { Pager } from '../parts/pager'
import { Empty, Failed, Skeleton } from '../parts/states'
import { StatusTabs } from '../parts/status-tabs'
import { useNow } from '../parts/use-now'
import { useUrlState } from '../parts/url-state'
import { BatchBar } from './batch-bar'
import { copy } from './copy'
import { FilterBar } from './filter-bar'
import { PAGE_SIZE, filterKeys, filtersOf, listInput, tabs, times } from './filters'
import { OrdersTable } from './orders-table'
import './orders.css'

const OrderDrawer = lazy(() => import('./order-drawer'))

export const Screen = () => {
  const { search, change } = useUrlState()
  const now = dayStart(useNow())
  const input = useMemo(() => listInput(search, now), [search, now])
  const { data, error, refetch, isFetching } = useCloud('staff-order', 'list', input, {
    keepsPrevious: true,
    every: 60_000,
  })
  const [chosen, setChosen] = useState<Key[]>([])
  const [act, setAct] = useState<StaffAct>()
  const open = search.get('open')
  const { tab = 'all' } = filtersOf(search, now)
  const time = times.find((key) => key === search.get('time'))

  const show = (orderId: OrderId | undefined, firstAct?: StaffAct): void => {
    setAct(firstAct)
    change({ open: orderId })
  }
  const refilter = (values: Record<string, string | undefined>): void => {
    setChosen([])
    change(values)
  }
  const totalText =
    data &&
    (time
      ? copy.titleIn(copy.filters.times[time], countText(data.total))
      : copy.total(countText(data.total), data.totalIsCapped))

  return (
    <Page title={copy.title} aside={totalText} actions={<TopTools />} fixed>
      <FilterBar now={now} />
      <Card flush className="orders">
        <StatusTabs
          tabs={tabs.map((key) => ({ key, label: copy.tabs[key], count: data?.counts[key] }))}
          active={tab}
          onChange={(next) => refilter({ tab: next === 'all' ? undefined : next })}
        />
        <div className="scroll-body">
          {!data && (error ? <Failed error={error} onRetry={() => void refetch()} /> : <Skeleton rows={11} />)}
          {data && data.rows.length === 0 && (
            <Empty icon="orders" title={copy.none} note={copy.noneNote}>
              <Button onClick={() => refilter(Object.fromEntries(filterKeys.map((key) => [key, undefined])))}>
                {copy.clearFilters}
              </Button>
            </Empty>
          )}
          {data && data.rows.length > 0 && (
            <OrdersTable
              rows={data.rows}
              isLoading={isFetching && data.rows.length === 0}
              chosen={chosen}
              onChoose={setChosen}
              onOpen={({ id }, firstAct) => show(id, firstAct)}
            />
          )}
        </div>
        {data && chosen.length > 0 && (
          <BatchBar rows={data.rows.filter(({ id }) => chosen.includes(id))} onClear={() => setChosen([])} />
        )}
        {data && <Pager total={data.total} pageSize={PAGE_SIZE} onChange={() => setChosen([])} />}
      </Card>
      {isId('ord', open) && (
        <Suspense fallback={null}>
          <OrderDrawer orderId={open} firstAct={act} onClose={() => show(undefined)} />
        </Suspense>
      )}
    </Page>
  )
}
