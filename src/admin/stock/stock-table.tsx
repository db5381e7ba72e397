import { Button, Table } from 'antd'
import type { TableColumnsType } from 'antd'
import type { CallOutput } from '@/contract/index'
import type { SkuId } from '@/domain/ids'
import { useCan } from '../cloud/session'
import { countText } from '../parts/count-text'
import { opensItself } from '../parts/opening-row'
import { Picture } from '../parts/picture'
import { copy } from './copy'
import type { LedgerSku } from './ledger'

type Row = CallOutput<'staff-catalog', 'stock'>['rows'][number]

export const ledgerSku = ({ skuId, title, options, available, held }: Row): LedgerSku => ({
  skuId,
  name: [title, ...options].join(' · '),
  available,
  held,
})

/** Days until the shelf is empty at last week's pace; null if nothing was sold or nothing is left. */
const daysLeft = ({ available, sold7d }: Row): number | null =>
  sold7d === 0 || available === 0 ? null : Math.floor((available * 7) / sold7d)

const words = copy.columns
const columns: TableColumnsType<Row> = [
  {
    title: words.goods,
    ellipsis: true,
    render: (_, { picture, title, options }) => (
      <span className="stock__goods">
        <Picture picture={picture} size={38} />
        <span className="stock__name">
          {title}
          <span className="second">{options.join(' · ')}</span>
        </span>
      </span>
    ),
  },
  { title: words.code, width: 96, render: (_, { code }) => <span className="aside">{code ?? '—'}</span> },
  {
    title: words.available,
    width: 92,
    align: 'right',
    render: (_, { available, isLow }) => (
      <>
        <b className={available === 0 ? 'stock__out' : isLow ? 'stock__low' : ''}>{countText(available)}</b>
        {(available === 0 || isLow) && (
          <span className={`second ${available === 0 ? 'stock__out' : 'stock__low'}`}>
            {available === 0 ? copy.out : copy.low}
          </span>
        )}
      </>
    ),
  },
  { title: words.held, width: 64, align: 'right', render: (_, { held }) => <span className="aside">{held}</span> },
  { title: words.sold, width: 100, align: 'right', render: (_, { sold7d }) => countText(sold7d) },
  {
    title: words.lasts,
    width: 100,
    align: 'right',
    render: (_, row) => {
      const days = daysLeft(row)
      return <span className="aside">{days === null ? '—' : copy.lasts(days)}</span>
    },
  },
]

type Props = {
  rows: readonly Row[]
  openId: SkuId | undefined
  onOpen: (row: Row) => void
  onAdjust: (sku: LedgerSku) => void
}

export const StockTable = ({ rows, openId, onOpen, onAdjust }: Props) => {
  const can = useCan()
  const actColumn: TableColumnsType<Row>[number] = {
    width: 88,
    align: 'right',
    render: (_, row) => (
      <Button size="small" onClick={() => onAdjust(ledgerSku(row))}>
        {copy.adjust}
      </Button>
    ),
  }
  return (
    <Table<Row>
      size="small"
      rowKey="skuId"
      sticky
      columns={can('stock.adjust') ? [...columns, actColumn] : columns}
      dataSource={[...rows]}
      pagination={false}
      rowClassName={({ skuId }) => (skuId === openId ? 'is-open-row' : '')}
      onRow={(row) => opensItself(() => onOpen(row))}
    />
  )
}
