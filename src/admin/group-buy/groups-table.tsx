import { Button, Table } from 'antd'
import type { TableColumnsType } from 'antd'
import type { StaffGroupRow } from '@/contract/staff-group-buy'
import type { GroupId } from '@/domain/ids'
import { minuteText } from '@/domain/time'
import { Money } from '../parts/money'
import { opensByClick } from '../parts/opening-row'
import { Picture } from '../parts/picture'
import { StateTag } from '../parts/state-cell'
import { GroupClock } from './group-clock'
import { copy, groupState } from './groups-copy'
import { SeatDots } from './seat-dots'

const words = copy.columns
const columns: TableColumnsType<StaffGroupRow> = [
  {
    title: words.group,
    ellipsis: true,
    render: (_, { picture, productTitle, campaignName }) => (
      <span className="group-buy__goods">
        <Picture picture={picture} size={34} />
        <span className="group-buy__name">
          {productTitle}
          <span className="second">{campaignName}</span>
        </span>
      </span>
    ),
  },
  { title: words.leader, width: 84, render: (_, { leader }) => leader },
  {
    title: words.people,
    width: 190,
    render: (_, { size, minSize, confirmed, reserved }) => (
      <>
        <SeatDots size={size} confirmed={confirmed} reserved={reserved} />
        {copy.people(confirmed, size)}
        <span className="second">
          {[reserved > 0 && copy.paying(reserved), minSize && copy.enough(minSize)].filter(Boolean).join(' · ')}
        </span>
      </>
    ),
  },
  {
    title: words.state,
    width: 118,
    render: (_, { state, refunds }) => <StateTag {...groupState(state, refunds.failed)} />,
  },
  {
    title: words.opened,
    width: 110,
    render: (_, { openedAt }) => <span className="aside">{openedAt ? minuteText(openedAt) : '—'}</span>,
  },
  { title: words.clock, width: 150, render: (_, group) => <GroupClock group={group} /> },
  {
    title: words.refunds,
    width: 110,
    align: 'right',
    render: (_, { refunds }) =>
      refunds.all === 0 ? (
        <span className="group-buy__none">—</span>
      ) : (
        <>
          <Money amount={refunds.amountFen} />
          <span className="second">{copy.refunded(refunds.done, refunds.all)}</span>
        </>
      ),
  },
]

type Props = { rows: readonly StaffGroupRow[]; onOpen: (id: GroupId) => void }

export const GroupsTable = ({ rows, onOpen }: Props) => (
  <Table<StaffGroupRow>
    size="small"
    rowKey="id"
    sticky
    pagination={false}
    dataSource={[...rows]}
    columns={[
      ...columns,
      {
        width: 76,
        align: 'right',
        render: (_, { id }) => (
          <Button size="small" onClick={() => onOpen(id)}>
            {copy.see}
          </Button>
        ),
      },
    ]}
    onRow={({ id }) => opensByClick(() => onOpen(id))}
  />
)
