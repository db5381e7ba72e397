import { Button, Table } from 'antd'
import type { TableColumnsType } from 'antd'
import { useNavigate } from 'react-router-dom'
import type { StaffSaleRow } from '@/contract/staff-sale'
import { minuteText } from '@/domain/time'
import { Money } from '../parts/money'
import { opensByClick } from '../parts/opening-row'
import { PictureStack } from '../parts/picture'
import { StateTag } from '../parts/state-cell'
import { copy, saleStates } from './copy'
import { SaleClock } from './sale-clock'

const words = copy.columns

const columns: TableColumnsType<StaffSaleRow> = [
  {
    title: words.sale,
    ellipsis: true,
    render: (_, { title, pictures, lines, community }) => (
      <span className="sales__goods">
        <PictureStack pictures={pictures} />
        <span className="sales__name">
          {title}
          <span className="second">{[community?.name, copy.goods(lines)].filter(Boolean).join(' · ')}</span>
        </span>
      </span>
    ),
  },
  { title: words.who, width: 90, render: (_, { leader }) => leader?.name ?? <span className="aside">{copy.own}</span> },
  {
    title: words.state,
    width: 104,
    render: (_, { state }) => <StateTag {...saleStates[state]} />,
  },
  {
    title: words.people,
    width: 84,
    align: 'right',
    render: (_, { paidOrders, unpaidOrders }) => (
      <>
        {copy.orders(paidOrders)}
        {unpaidOrders > 0 && <span className="second">{copy.unpaid(unpaidOrders)}</span>}
      </>
    ),
  },
  {
    title: words.units,
    width: 84,
    align: 'right',
    render: (_, { units, shortGoods }) => (
      <>
        {copy.units(units)}
        {shortGoods > 0 && <span className="second sales__short">{copy.shortGoods(shortGoods)}</span>}
      </>
    ),
  },
  { title: words.paid, width: 110, align: 'right', render: (_, { paidFen }) => <Money amount={paidFen} /> },
  { title: words.window, width: 130, render: (_, sale) => <SaleClock sale={sale} /> },
  {
    title: words.handOver,
    width: 124,
    render: (_, { handOverFromAt, handOverUntilAt }) => (
      <span className="aside">
        {minuteText(handOverFromAt)}
        <span className="second">{copy.until(minuteText(handOverUntilAt))}</span>
      </span>
    ),
  },
]

export const SalesTable = ({ rows }: { rows: readonly StaffSaleRow[] }) => {
  const go = useNavigate()
  const open = ({ id, state, leader }: StaffSaleRow): void =>
    // a draft of one's own has nothing to sum up yet
    void go(state === 'draft' && leader === null ? `/sales/${id}/edit` : `/sales/${id}`)
  return (
    <Table<StaffSaleRow>
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
          render: (_, row) => (
            <Button size="small" onClick={() => open(row)}>
              {copy.see}
            </Button>
          ),
        },
      ]}
      onRow={(row) => opensByClick(() => open(row))}
    />
  )
}
