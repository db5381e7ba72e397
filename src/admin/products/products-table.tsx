import { Button, Table } from 'antd'
import type { TableColumnsType } from 'antd'
import type { Key } from 'react'
import type { StaffProductRow } from '@/contract/staff-catalog'
import type { ProductId } from '@/domain/ids'
import { minuteText } from '@/domain/time'
import { countText } from '../parts/count-text'
import { Money } from '../parts/money'
import { opensByClick } from '../parts/opening-row'
import { Picture } from '../parts/picture'
import { StateTag } from '../parts/state-cell'
import { copy, statusNames, statusTones } from './copy'

const words = copy.columns
const columns: TableColumnsType<StaffProductRow> = [
  {
    title: words.goods,
    ellipsis: true,
    render: (_, { picture, title, skuCount }) => (
      <span className="products__goods">
        <Picture picture={picture} size={42} />
        <span className="products__name">
          {title}
          <span className="second">{copy.skus(skuCount)}</span>
        </span>
      </span>
    ),
  },
  { title: words.category, width: 120, render: (_, { categoryName }) => <span className="aside">{categoryName}</span> },
  {
    title: words.price,
    width: 180,
    align: 'right',
    render: (_, { priceFromFen, priceToFen }) => (
      <>
        <Money amount={priceFromFen} />
        {priceToFen > priceFromFen && (
          <>
            {' – '}
            <Money amount={priceToFen} />
          </>
        )}
      </>
    ),
  },
  {
    title: words.stock,
    width: 90,
    align: 'right',
    render: (_, { available }) => <b className={available === 0 ? 'products__out' : ''}>{countText(available)}</b>,
  },
  { title: words.sold, width: 90, align: 'right', render: (_, { soldCount }) => countText(soldCount) },
  {
    title: words.status,
    width: 100,
    render: (_, { status }) => <StateTag tone={statusTones[status]} text={statusNames[status]} />,
  },
  {
    title: words.updated,
    width: 110,
    render: (_, { updatedAt }) => <span className="aside">{minuteText(updatedAt)}</span>,
  },
]

type Props = {
  rows: readonly StaffProductRow[]
  chosen: readonly Key[]
  onChoose: ((chosen: Key[]) => void) | undefined
  onOpen: (id: ProductId) => void
}

export const ProductsTable = ({ rows, chosen, onChoose, onOpen }: Props) => (
  <Table<StaffProductRow>
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
            {copy.edit}
          </Button>
        ),
      },
    ]}
    {...(onChoose ? { rowSelection: { selectedRowKeys: [...chosen], onChange: onChoose, columnWidth: 40 } } : {})}
    onRow={({ id }) => opensByClick(() => onOpen(id))}
  />
)
