import { Button, Table } from 'antd'
import type { TableColumnsType } from 'antd'
import type { Key } from 'react'
import type { CallOutput } from '@/contract/index'
import type { StaffAct } from '@/domain/order/order'
import type { Permission } from '@/domain/staff/roles'
import { minuteText } from '@/domain/time'
import { useCan } from '../cloud/session'
import { Money } from '../parts/money'
import { opensByClick } from '../parts/opening-row'
import { PictureStack } from '../parts/picture'
import { StateCell } from '../parts/state-cell'
import { copy } from './copy'
import { OrderClock } from './order-clock'
import { stateParts } from './order-state'
import { orderNumberText, shortNumberText } from '../parts/order-number'

export type OrderRow = CallOutput<'staff-order', 'list'>['rows'][number]

/** Acts that deserve the row's button, most pressing first. */
const rowActs: readonly [StaffAct, Permission][] = [
  ['ship', 'order.ship'],
  ['make-ready', 'order.ship'],
  ['hand-over', 'pickup.verify'],
]

const countOf = ({ pictures, pieces }: OrderRow): string =>
  pictures.length > 1 ? copy.goods(pieces) : copy.goodsOne(pieces)

const words = copy.columns
const columns: TableColumnsType<OrderRow> = [
  {
    title: words.order,
    width: 118,
    render: (_, { number, placedAt }) => (
      <>
        <span title={orderNumberText(number)}>{shortNumberText(number)}</span>
        <span className="second">{minuteText(placedAt)}</span>
      </>
    ),
  },
  {
    title: words.buyer,
    width: 112,
    ellipsis: true,
    render: (_, { buyer, maskedPhone }) => (
      <>
        <span title={buyer}>{buyer}</span>
        <span className="second">{maskedPhone}</span>
      </>
    ),
  },
  {
    title: words.goods,
    render: (_, row) => (
      <span className="orders__goods">
        <PictureStack pictures={row.pictures} />
        <span className="orders__goods-text">
          <span className="orders__goods-name" title={row.firstTitle}>
            {row.firstTitle}
          </span>
          <span>{countOf(row)}</span>
        </span>
      </span>
    ),
  },
  {
    title: words.source,
    width: 72,
    render: (_, { source, group }) => (
      <span className="orders__source">
        {group ? copy.group : copy.sources[source]}
        {group && <span className="second">{copy.groupPeople(group.confirmed, group.size)}</span>}
      </span>
    ),
  },
  { title: words.paid, width: 104, align: 'right', render: (_, { totalFen }) => <Money amount={totalFen} /> },
  {
    title: (
      <span className="orders__axes">
        <span>{words.trade}</span>
        <span>{words.money}</span>
        <span>{words.fulfilment}</span>
      </span>
    ),
    width: 278,
    render: (_, row) => <StateCell parts={stateParts(row)} />,
  },
  { title: words.clock, width: 132, render: (_, { clock, group }) => <OrderClock clock={clock} group={group} /> },
]

type Props = {
  rows: readonly OrderRow[]
  isLoading: boolean
  chosen: readonly Key[]
  onChoose: (chosen: Key[]) => void
  onOpen: (row: OrderRow, act?: StaffAct) => void
}

export const OrdersTable = ({ rows, isLoading, chosen, onChoose, onOpen }: Props) => {
  const can = useCan()
  const actColumn: TableColumnsType<OrderRow>[number] = {
    width: 76,
    align: 'right',
    render: (_, row) => {
      const act = rowActs.find(([name, permission]) => row.acts.includes(name) && can(permission))?.[0]
      return (
        <Button size="small" onClick={() => onOpen(row, act)}>
          {act ? copy.acts[act] : copy.view}
        </Button>
      )
    },
  }
  return (
    <Table<OrderRow>
      size="small"
      rowKey="id"
      columns={[...columns, actColumn]}
      dataSource={[...rows]}
      pagination={false}
      sticky
      loading={{ spinning: isLoading, delay: 200 }}
      rowSelection={{ selectedRowKeys: [...chosen], onChange: onChoose, columnWidth: 40 }}
      onRow={(row) => opensByClick(() => onOpen(row))}
    />
  )
}
