import { Button, Table } from 'antd'
import type { TableColumnsType } from 'antd'
import type { StaffPayoutView } from '@/contract/staff-commission'
import type { PayoutId } from '@/domain/ids'
import { minuteText } from '@/domain/time'
import { Clock } from '../parts/clock'
import { Money } from '../parts/money'
import { opensByClick } from '../parts/opening-row'
import { StateTag } from '../parts/state-cell'
import { payoutStates, transferStates } from './copy'
import { copy } from './payout-copy'
import { payoutTransfer } from './payout-transfer'

const words = copy.columns

const columns: TableColumnsType<StaffPayoutView> = [
  { title: words.leader, render: (_, { leader }) => leader.name },
  { title: words.amount, width: 130, align: 'right', render: (_, { amountFen }) => <Money amount={amountFen} /> },
  { title: words.state, width: 120, render: (_, { state }) => <StateTag {...payoutStates[state]} /> },
  {
    title: words.transfers,
    width: 190,
    render: (_, payout) => {
      const transfer = payoutTransfer(payout)
      return transfer ? (
        <>
          <StateTag {...transferStates[transfer.state]} filled={false} />
          <span className="second">{copy.transfers(payout.transfers.length)}</span>
        </>
      ) : (
        <span className="commission__none">—</span>
      )
    },
  },
  {
    title: words.maker,
    width: 150,
    render: (_, { maker, proposedAt }) => (
      <>
        {maker.name}
        {maker.isYou && copy.you}
        <span className="second">{minuteText(proposedAt)}</span>
      </>
    ),
  },
  {
    title: words.checker,
    width: 150,
    render: (_, { checker }) =>
      checker ? (
        <>
          {checker.name}
          <span className="second">{minuteText(checker.at)}</span>
        </>
      ) : (
        <span className="commission__none">—</span>
      ),
  },
  {
    title: words.clock,
    width: 120,
    render: (_, payout) => {
      const transfer = payoutTransfer(payout)
      return transfer?.state === 'awaiting-confirm' && transfer.askedAt && transfer.confirmUntilAt ? (
        <Clock startsAt={transfer.askedAt} endsAt={transfer.confirmUntilAt} bySystem />
      ) : (
        <span className="commission__none">—</span>
      )
    },
  },
]

type Props = { rows: readonly StaffPayoutView[]; onOpen: (id: PayoutId) => void }

export const PayoutsTable = ({ rows, onOpen }: Props) => (
  <Table<StaffPayoutView>
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
        render: (_, { id, acts }) => (
          <Button size="small" onClick={() => onOpen(id)}>
            {acts.includes('approve') ? copy.check : copy.see}
          </Button>
        ),
      },
    ]}
    onRow={({ id }) => opensByClick(() => onOpen(id))}
  />
)
