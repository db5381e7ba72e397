/** What groups gave back: everything the system works on, what it has given up, what has arrived. */
import { Button } from 'antd'
import type { CallInput } from '@/contract/index'
import { yuanText } from '@/domain/money'
import { dayText, epochMs, minuteText } from '@/domain/time'
import { useAct } from '../cloud/use-act'
import { useCan } from '../cloud/session'
import { read, useCloud } from '../cloud/use-cloud'
import { TopTools } from '../frame/top-tools'
import { Icon } from '../parts/icon'
import { moneyText } from '../parts/money'
import { Card, Page } from '../parts/page'
import { Pager } from '../parts/pager'
import { Empty, Failed, Skeleton } from '../parts/states'
import { StatusTabs } from '../parts/status-tabs'
import { oneOf, pageOf, useUrlState } from '../parts/url-state'
import { copy as section } from './copy'
import { useExport } from './export-rows'
import { copy, refundState, whyNames } from './refunds-copy'
import { RefundsTable } from './refunds-table'
import { SectionNav } from './section-nav'

const tabs = ['open', 'failed', 'done', 'all'] as const
const PAGE_SIZE = 20

type Input = CallInput<'staff-group-buy', 'refunds'>

const inputOf = (search: URLSearchParams): Input => ({
  tab: oneOf(tabs, search.get('tab'), 'open'),
  page: pageOf(search),
  pageSize: PAGE_SIZE,
})

export const Screen = () => {
  const { search, change } = useUrlState()
  const input = inputOf(search)
  const { data, error, refetch } = useCloud('staff-group-buy', 'refunds', input, { keepsPrevious: true, every: 15_000 })
  const can = useCan()
  const retry = useAct('staff-group-buy', 'retryRefund', copy.refusals, {
    done: copy.retried,
    touches: ['staff-order'],
  })
  const dead = (data?.rows ?? []).filter(({ isDead }) => isDead)
  const retryAll = async (): Promise<void> => {
    for (const { id } of dead) if (!(await retry.run({ refundId: id }))) return
  }
  return (
    <Page
      title={section.title}
      aside={
        <>
          <SectionNav />
          {data && <span>{data.openFen > 0 ? copy.aside(moneyText(data.openFen)) : copy.allBack}</span>}
        </>
      }
      actions={<TopTools />}
      fixed
    >
      <Card flush className="group-buy">
        <div className="group-buy__head">
          <StatusTabs
            tabs={tabs.map((key) => ({ key, label: copy.tabs[key], count: data?.counts[key] }))}
            active={input.tab ?? 'open'}
            onChange={(tab) => change({ tab: tab === 'open' ? undefined : tab })}
          />
          <span className="group-buy__acts">
            {can('order.export') && <ExportButton input={input} />}
            {can('outbox.retry') && dead.length > 1 && (
              <Button type="primary" loading={retry.isBusy} onClick={() => void retryAll()}>
                {copy.retryAll(dead.length)}
              </Button>
            )}
          </span>
        </div>
        <div className="scroll-body">
          {!data &&
            (error ? <Failed error={error} onRetry={() => void refetch()} /> : <Skeleton rows={9} height={44} />)}
          {data && data.rows.length === 0 && (
            <Empty icon="check" title={input.tab === 'failed' ? copy.noneFailed : copy.none} note={copy.noneNote}>
              {input.tab === 'open' && data.counts.failed > 0 && (
                <Button onClick={() => change({ tab: 'failed' })}>{copy.seeFailed(data.counts.failed)}</Button>
              )}
            </Empty>
          )}
          {data && data.rows.length > 0 && (
            <RefundsTable
              rows={data.rows}
              onRetry={can('outbox.retry') ? (refundId) => void retry.run({ refundId }) : undefined}
              isBusy={retry.isBusy}
            />
          )}
        </div>
        {data && <Pager total={data.total} pageSize={PAGE_SIZE} />}
      </Card>
    </Page>
  )
}

const words = copy.columns

const ExportButton = ({ input }: { input: Input }) => {
  const { run, isBusy } = useExport((page) => read('staff-group-buy', 'exportRefunds', { tab: input.tab, page }), {
    fileName: copy.exportName(dayText(epochMs(Date.now()))),
    head: [
      ...[words.order, words.buyer, words.goods, words.why, words.amount, words.state, words.tries],
      ...[words.wanted, words.done, words.error],
    ],
    cellsOf: (row) => [
      ...[row.orderNumber, row.buyer, row.productTitle, whyNames[row.why], yuanText(row.amountFen)],
      ...[refundState(row).text, row.attempts, minuteText(row.wantedAt)],
      ...[row.doneAt ? minuteText(row.doneAt) : '', row.lastError ?? ''],
    ],
    done: copy.exported,
  })
  return (
    <Button icon={<Icon name="download" size={14} />} loading={isBusy} onClick={() => void run()}>
      {copy.exportCsv}
    </Button>
  )
}
