/** One leader's statement: every row says why and when, and what of it can be paid out. */
import { Button } from 'antd'
import { Link, useParams } from 'react-router-dom'
import type { CallOutput } from '@/contract/index'
import { isId, type MemberId } from '@/domain/ids'
import { useAct } from '../cloud/use-act'
import { useCan } from '../cloud/session'
import { ReadRefused, useCloud } from '../cloud/use-cloud'
import { downloadCsv } from '../parts/csv'
import { FilterPill } from '../parts/filter-pill'
import { Icon } from '../parts/icon'
import { Columns, Page } from '../parts/page'
import { Empty, Failed, Skeleton } from '../parts/states'
import { pageOf, useUrlState } from '../parts/url-state'
import { AdjustButton } from './adjust-button'
import { BooksCard } from './books-card'
import { ForecastCard } from './forecast-card'
import { LastPayoutCard } from './last-payout-card'
import { ProposeButton } from './propose-button'
import { copy, exportRefusals } from './statement-copy'
import { StatementRows } from './statement-rows'
import { StatementTiles } from './statement-tiles'
import './commission.css'

export type StatementData = CallOutput<'staff-commission', 'statement'>

const SIDE = 332

export const Screen = () => {
  const { memberId } = useParams()
  return isId('mem', memberId) ? <Opened key={memberId} memberId={memberId} /> : <Unknown />
}

const Opened = ({ memberId }: { memberId: MemberId }) => {
  const { search } = useUrlState()
  const month = search.get('month')
  const isMonth = month !== null && /^20\d{2}-(0[1-9]|1[0-2])$/.test(month)
  const { data, error, refetch } = useCloud(
    'staff-commission',
    'statement',
    { memberId, ...(isMonth ? { month } : {}), page: Math.min(100, pageOf(search)) },
    { keepsPrevious: true, every: 60_000 },
  )
  if (data) return <Statement statement={data} />
  if (error instanceof ReadRefused && error.refusal.code === 'leader.unknown') return <Unknown />
  return (
    <Page title={copy.title}>
      {error ? <Failed error={error} onRetry={() => void refetch()} /> : <Skeleton rows={7} height={72} />}
    </Page>
  )
}

const Statement = ({ statement }: { statement: StatementData }) => {
  const can = useCan()
  const { leader, month } = statement
  return (
    <Page
      title={copy.title}
      aside={copy.crumb(leader.name, month)}
      actions={
        <>
          <MonthPill statement={statement} />
          <ExportButton statement={statement} />
          {can('payout.make') && <AdjustButton statement={statement} />}
          {can('payout.make') && <ProposeButton statement={statement} />}
        </>
      }
      fixed
    >
      <StatementTiles statement={statement} />
      <div className="statement">
        <Columns side={SIDE}>
          <StatementRows statement={statement} />
          <div className="statement__side">
            <ForecastCard forecast={statement.forecast} />
            <BooksCard statement={statement} />
            <LastPayoutCard payouts={statement.payouts} />
          </div>
        </Columns>
      </div>
    </Page>
  )
}

const MonthPill = ({ statement: { month, months } }: { statement: StatementData }) => {
  const { change } = useUrlState()
  const all = months.includes(month) ? months : [month, ...months]
  return (
    <FilterPill
      name={copy.month}
      value={month}
      isRequired
      choices={all.map((value) => ({ value, label: value }))}
      onChange={(value) => change({ month: value })}
    />
  )
}

const ExportButton = ({ statement: { leader, month } }: { statement: StatementData }) => {
  const exporting = useAct('staff-commission', 'exportStatement', exportRefusals, {
    done: copy.exported,
    onDone: ({ fileName, csv }) => downloadCsv(fileName, csv),
  })
  return (
    <Button
      icon={<Icon name="download" size={14} />}
      loading={exporting.isBusy}
      onClick={() => void exporting.run({ memberId: leader.memberId, month })}
    >
      {copy.exportCsv}
    </Button>
  )
}

const Unknown = () => (
  <Empty icon="coins" title={copy.unknown} note={copy.unknownNote}>
    <Link to="/commission">
      <Button>{copy.toList}</Button>
    </Link>
  </Empty>
)
