/** Leaders with what they have where: the sums of the shop on top, a row opens the statement. */
import { Button, Table } from 'antd'
import type { TableColumnsType } from 'antd'
import { useNavigate } from 'react-router-dom'
import type { LeaderMoneyRow } from '@/contract/staff-commission'
import type { MemberId } from '@/domain/ids'
import { minuteText } from '@/domain/time'
import { useCloud } from '../cloud/use-cloud'
import { leaderStates, rateText } from '../community/copy'
import { TopTools } from '../frame/top-tools'
import { Face } from '../parts/face'
import { TextPill } from '../parts/filter-pill'
import { KpiStrip } from '../parts/kpi-strip'
import { Money, moneyText } from '../parts/money'
import { opensByClick } from '../parts/opening-row'
import { Card, Page } from '../parts/page'
import { StateTag } from '../parts/state-cell'
import { Empty, Failed, Skeleton } from '../parts/states'
import { useUrlState } from '../parts/url-state'
import { CommissionNav } from './commission-nav'
import { copy, payoutStates } from './copy'
import '../parts/list-card.css'
import './commission.css'

const shown = [
  'leader-estimated',
  'leader-pending',
  'leader-held',
  'leader-payable',
  'in-transfer',
  'paid-out',
] as const
const words = copy.columns

const columns: TableColumnsType<LeaderMoneyRow> = [
  {
    title: words.leader,
    render: (_, { name, avatar, state }) => (
      <span className="commission__who">
        <Face name={name} avatar={avatar} />
        <span className="commission__name" title={name}>
          {name}
          {state !== 'approved' && <span className="second">{leaderStates[state].text}</span>}
        </span>
      </span>
    ),
  },
  { title: words.rate, width: 70, align: 'right', render: (_, { rateBp }) => rateText(rateBp) },
  ...shown.map((account): TableColumnsType<LeaderMoneyRow>[number] => ({
    key: account,
    title: copy.tiles[account],
    width: 98,
    align: 'right',
    render: (_, { balances }) =>
      balances[account] === 0 ? (
        <span className="commission__none">—</span>
      ) : (
        <Money amount={balances[account]} weight={account === 'leader-payable' ? 600 : 400} />
      ),
  })),
  {
    title: words.payout,
    width: 124,
    render: (_, { payout }) =>
      payout ? (
        <>
          <StateTag {...payoutStates[payout.state]} />
          <span className="second">{moneyText(payout.amountFen)}</span>
        </>
      ) : (
        <span className="commission__none">—</span>
      ),
  },
  {
    title: words.last,
    width: 100,
    render: (_, { lastPaidAt }) => <span className="aside">{lastPaidAt ? minuteText(lastPaidAt) : '—'}</span>,
  },
]

export const Screen = () => {
  const { search, change } = useUrlState()
  const text = (search.get('text') ?? '').slice(0, 40)
  const { data, error, refetch } = useCloud('staff-commission', 'leaders', text ? { text } : {}, {
    keepsPrevious: true,
    every: 60_000,
  })
  const go = useNavigate()
  const see = (memberId: MemberId): void => void go(`/commission/leaders/${memberId}`)
  return (
    <Page title={copy.title} aside={<CommissionNav />} actions={<TopTools />} fixed>
      {data && (
        <KpiStrip
          figures={shown.map((account) => ({
            label: copy.tiles[account],
            value: <Money amount={data.totals[account]} weight={650} />,
            note: copy.totals[account],
          }))}
        />
      )}
      <div className="filter-pills">
        <TextPill name={copy.find} value={text} onChange={(typed) => change({ text: typed })} />
      </div>
      <Card flush className="list-card">
        <div className="scroll-body">
          {!data && (error ? <Failed error={error} onRetry={() => void refetch()} /> : <Skeleton rows={8} />)}
          {data?.rows.length === 0 && (
            <Empty
              icon="coins"
              title={text ? copy.noneHere : copy.none}
              note={text ? copy.noneHereNote : copy.noneNote}
            />
          )}
          {data && data.rows.length > 0 && (
            <Table<LeaderMoneyRow>
              size="small"
              rowKey="memberId"
              sticky
              pagination={false}
              dataSource={[...data.rows]}
              columns={[
                ...columns,
                {
                  width: 84,
                  align: 'right',
                  render: (_, { memberId }) => (
                    <Button size="small" onClick={() => see(memberId)}>
                      {copy.see}
                    </Button>
                  ),
                },
              ]}
              onRow={({ memberId }) => opensByClick(() => see(memberId))}
            />
          )}
        </div>
      </Card>
    </Page>
  )
}
