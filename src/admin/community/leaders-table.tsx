import { Button, Table } from 'antd'
import type { TableColumnsType } from 'antd'
import type { LeaderRow } from '@/contract/staff-community'
import type { MemberId } from '@/domain/ids'
import { minuteText } from '@/domain/time'
import { Face } from '../parts/face'
import { Money } from '../parts/money'
import { opensByClick } from '../parts/opening-row'
import { StateTag } from '../parts/state-cell'
import { copy, leaderStates, rateText } from './copy'
import './community.css'

const words = copy.columns

const columns: TableColumnsType<LeaderRow> = [
  {
    title: words.leader,
    render: (_, { name, avatar }) => (
      <span className="community__who">
        <Face name={name} avatar={avatar} />
        {name}
      </span>
    ),
  },
  { title: words.state, width: 110, render: (_, { state }) => <StateTag {...leaderStates[state]} /> },
  { title: words.neighbourhood, ellipsis: true, render: (_, { neighbourhood }) => neighbourhood },
  {
    title: words.communities,
    width: 130,
    align: 'right',
    render: (_, { communities, neighbours }) => copy.counts(communities, neighbours),
  },
  { title: words.sales, width: 120, align: 'right', render: (_, { sales }) => copy.saleCount(sales) },
  { title: words.paid, width: 130, align: 'right', render: (_, { paidFen }) => <Money amount={paidFen} /> },
  {
    title: words.rate,
    width: 80,
    align: 'right',
    render: (_, { rateBp }) => (rateBp === null ? <span className="aside">{copy.usualRate}</span> : rateText(rateBp)),
  },
  {
    title: words.since,
    width: 120,
    render: (_, { sinceAt }) => <span className="aside">{minuteText(sinceAt)}</span>,
  },
]

type Props = { rows: readonly LeaderRow[]; onOpen: (memberId: MemberId) => void }

export const LeadersTable = ({ rows, onOpen }: Props) => (
  <Table<LeaderRow>
    size="small"
    rowKey="memberId"
    sticky
    pagination={false}
    dataSource={[...rows]}
    columns={[
      ...columns,
      {
        width: 76,
        align: 'right',
        render: (_, { memberId, state }) => (
          <Button size="small" onClick={() => onOpen(memberId)}>
            {state === 'applied' ? copy.check : copy.see}
          </Button>
        ),
      },
    ]}
    onRow={({ memberId }) => opensByClick(() => onOpen(memberId))}
  />
)
