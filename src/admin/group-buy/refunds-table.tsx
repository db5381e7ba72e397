import { Button, Table } from 'antd'
import type { TableColumnsType } from 'antd'
import { Link } from 'react-router-dom'
import type { GroupRefundRow } from '@/contract/staff-group-buy'
import type { RefundId } from '@/domain/ids'
import { minuteText } from '@/domain/time'
import { dueText } from '../parts/hour-text'
import { Money } from '../parts/money'
import { shortNumberText } from '../parts/order-number'
import { StateTag } from '../parts/state-cell'
import { useNow } from '../parts/use-now'
import { copy, refundState, whyNames } from './refunds-copy'

const words = copy.columns

const NextStep = ({ row }: { row: GroupRefundRow }) => {
  const now = useNow()
  if (row.state === 'done') return <>{row.doneAt ? copy.paidBack(minuteText(row.doneAt)) : ''}</>
  if (row.isDead) return <>{copy.stopped}</>
  return <>{row.nextTryAt && row.nextTryAt > now ? copy.nextTry(dueText(row.nextTryAt, now)) : copy.waiting}</>
}

const columns: TableColumnsType<GroupRefundRow> = [
  {
    title: words.order,
    width: 132,
    render: (_, { orderId, orderNumber, wantedAt }) => (
      <>
        <Link to={`/orders?open=${orderId}`}>{shortNumberText(orderNumber)}</Link>
        <span className="second">{minuteText(wantedAt)}</span>
      </>
    ),
  },
  { title: words.buyer, width: 76, render: (_, { buyer }) => buyer },
  { title: words.goods, width: 220, ellipsis: true, render: (_, { productTitle }) => productTitle },
  {
    title: words.why,
    width: 100,
    render: (_, { why, groupId }) => (
      <Link to={`/campaigns/group-buy/groups?tab=all&open=${groupId}`} className="quiet-link">
        {whyNames[why]}
      </Link>
    ),
  },
  { title: words.amount, width: 100, align: 'right', render: (_, { amountFen }) => <Money amount={amountFen} /> },
  { title: words.state, width: 118, render: (_, row) => <StateTag {...refundState(row)} /> },
  { title: words.tries, width: 70, align: 'right', render: (_, { attempts }) => copy.tries(attempts) },
  {
    title: words.next,
    ellipsis: true,
    render: (_, row) => (
      <>
        <NextStep row={row} />
        {row.lastError && (
          <span className="second group-buy__why" title={row.lastError}>
            {row.lastError}
          </span>
        )}
      </>
    ),
  },
]

type Props = {
  rows: readonly GroupRefundRow[]
  /** Absent for those who may not. */
  onRetry: ((refundId: RefundId) => void) | undefined
  isBusy: boolean
}

export const RefundsTable = ({ rows, onRetry, isBusy }: Props) => (
  <Table<GroupRefundRow>
    size="small"
    rowKey="id"
    sticky
    pagination={false}
    dataSource={[...rows]}
    columns={
      onRetry
        ? [
            ...columns,
            {
              width: 76,
              align: 'right',
              render: (_, { id, isDead }) =>
                isDead && (
                  <Button size="small" disabled={isBusy} onClick={() => onRetry(id)}>
                    {copy.retry}
                  </Button>
                ),
            },
          ]
        : columns
    }
  />
)
