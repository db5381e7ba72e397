/** What the shop still has to tell the outside world: what tries again by itself, and what stopped and waits for somebody. */
import { Button, Table } from 'antd'
import type { TableColumnsType } from 'antd'
import { Link } from 'react-router-dom'
import type { OutboxRow } from '@/contract/staff-order'
import { isId } from '@/domain/ids'
import { minuteText } from '@/domain/time'
import { useAct } from '../cloud/use-act'
import { useCan } from '../cloud/session'
import { useCloud } from '../cloud/use-cloud'
import { TopTools } from '../frame/top-tools'
import { dueText } from '../parts/hour-text'
import { Card, Page } from '../parts/page'
import { StateTag } from '../parts/state-cell'
import { Empty, Failed, Skeleton } from '../parts/states'
import { StatusTabs } from '../parts/status-tabs'
import { oneOf, useUrlState } from '../parts/url-state'
import { useNow } from '../parts/use-now'
import { copy, topicNames } from './copy'
import './outbox.css'

const tabs = ['all', 'dead', 'waiting'] as const
const words = copy.columns

const Subject = ({ subject }: { subject: string | null }) =>
  isId('ord', subject) ? (
    <Link to={`/orders?open=${subject}`} className="quiet-link">
      {subject}
    </Link>
  ) : (
    <span className="aside">{subject ?? '—'}</span>
  )

const NextTry = ({ row }: { row: OutboxRow }) => {
  const now = useNow()
  if (row.state === 'dead') return <StateTag tone="late" text={copy.dead} />
  return <StateTag tone="doing" text={row.nextTryAt ? dueText(row.nextTryAt, now) : copy.waiting} />
}

const columns: TableColumnsType<OutboxRow> = [
  { title: words.topic, width: 150, render: (_, { topic }) => <b>{topicNames[topic] ?? topic}</b> },
  { title: words.subject, width: 200, render: (_, { subject }) => <Subject subject={subject} /> },
  {
    title: words.error,
    ellipsis: true,
    render: (_, { lastError }) => <span className="aside">{lastError ?? '—'}</span>,
  },
  { title: words.tries, width: 80, align: 'right', render: (_, { attempts }) => copy.tries(attempts) },
  {
    title: words.created,
    width: 120,
    render: (_, { createdAt }) => <span className="aside">{minuteText(createdAt)}</span>,
  },
  { title: words.next, width: 150, render: (_, row) => <NextTry row={row} /> },
]

export const Screen = () => {
  const { search, change } = useUrlState()
  const { data, error, refetch } = useCloud('staff-order', 'deadLetters', {}, { every: 30_000 })
  const can = useCan()
  const retry = useAct('staff-order', 'retryLetter', copy.refusals, { done: copy.retried })
  const tab = oneOf(tabs, search.get('tab'), 'all')
  const rows = data?.rows ?? []
  const dead = rows.filter(({ state }) => state === 'dead')
  const shown = tab === 'all' ? rows : rows.filter(({ state }) => state === tab)
  const counts = { all: rows.length, dead: dead.length, waiting: rows.length - dead.length }

  const retryAll = async (): Promise<void> => {
    for (const { id } of dead) if (!(await retry.run({ id }))) return
  }
  const actColumn: TableColumnsType<OutboxRow>[number] = {
    width: 76,
    align: 'right',
    render: (_, { id }) => (
      <Button size="small" disabled={retry.isBusy} onClick={() => void retry.run({ id })}>
        {copy.retry}
      </Button>
    ),
  }
  return (
    <Page title={copy.title} aside={data && copy.aside(counts.dead, counts.waiting)} actions={<TopTools />} fixed>
      <Card flush className="outbox">
        <div className="outbox__head">
          <StatusTabs
            tabs={tabs.map((key) => ({ key, label: copy.tabs[key], count: data && counts[key] }))}
            active={tab}
            onChange={(next) => change({ tab: next === 'all' ? undefined : next })}
          />
          {can('outbox.retry') && dead.length > 1 && (
            <Button size="small" type="primary" loading={retry.isBusy} onClick={() => void retryAll()}>
              {copy.retryAll(dead.length)}
            </Button>
          )}
        </div>
        <div className="scroll-body">
          {!data && (error ? <Failed error={error} onRetry={() => void refetch()} /> : <Skeleton />)}
          {data && shown.length === 0 && <Empty icon="check" title={copy.none} note={copy.noneNote} />}
          {shown.length > 0 && (
            <Table<OutboxRow>
              size="small"
              rowKey="id"
              sticky
              columns={can('outbox.retry') ? [...columns, actColumn] : columns}
              dataSource={[...shown]}
              pagination={false}
            />
          )}
        </div>
      </Card>
    </Page>
  )
}
