/** The day at a glance: how it goes, what to do and by when, what runs out. */
import type { CallOutput } from '@/contract/index'
import { epochMs, shopClock } from '@/domain/time'
import type { EpochMs } from '@/domain/time'
import { useCloud } from '../cloud/use-cloud'
import { TopTools } from '../frame/top-tools'
import { Columns, Page } from '../parts/page'
import { Failed, Skeleton } from '../parts/states'
import { copy } from './copy'
import { Funnel } from './funnel'
import { HoursCard } from './hours-card'
import { Kpis } from './kpis'
import { LowStock } from './low-stock'
import { Todos } from './todos'
import { TopProducts } from './top-products'
import './today.css'

const asideText = (at: EpochMs): string => {
  const { month, day, weekday, hour, minute } = shopClock(at)
  return copy.aside(month, day, weekday, `${hour}:${String(minute).padStart(2, '0')}`)
}

const lowStockTotal = ({ todos, lowStock }: CallOutput<'staff-order', 'today'>): number =>
  todos.reduce((total, todo) => (todo.kind === 'low-stock' ? todo.skus : total), lowStock.length)

export const Screen = () => {
  const { data, error, refetch, dataUpdatedAt } = useCloud('staff-order', 'today', {}, { every: 60_000 })
  const at = epochMs(dataUpdatedAt)
  return (
    <Page title={copy.title} aside={data && asideText(at)} actions={<TopTools />}>
      {!data && (error ? <Failed error={error} onRetry={() => void refetch()} /> : <Skeleton rows={5} height={110} />)}
      {data && (
        <>
          <Kpis now={data.kpis} before={data.lastWeek} weekday={shopClock(at).weekday} />
          <Columns side={398}>
            <Todos todos={data.todos} />
            <div className="today__side">
              <LowStock rows={data.lowStock} total={lowStockTotal(data)} />
              <TopProducts rows={data.topProducts} />
            </div>
          </Columns>
          <div className="today__foot">
            <Columns side={398}>
              <HoursCard hours={data.hours} clock={shopClock(at)} />
              <Funnel steps={data.funnel} />
            </Columns>
          </div>
        </>
      )}
    </Page>
  )
}
