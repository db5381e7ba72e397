/** Products × pick-up points. What came is typed in its cell; what sharing out takes stands small and red beside the share. */
import { Table } from 'antd'
import type { TableColumnsType } from 'antd'
import type { StaffSaleView } from '@/contract/staff-sale'
import type { RollUpRow } from '@/domain/sale/roll-up'
import { useCan } from '../cloud/session'
import { countText } from '../parts/count-text'
import { Icon } from '../parts/icon'
import { moneyText } from '../parts/money'
import { opensItself } from '../parts/opening-row'
import { Picture } from '../parts/picture'
import { useUrlState } from '../parts/url-state'
import { canCount } from './can-count'
import { CountField } from './count-field'
import { Difference } from './difference'
import { placeName } from './places'
import { copy } from './sale-copy'
import { plannedCuts, type Shortage } from './use-shortages'

type Props = { sale: StaffSaleView; shortages: readonly Shortage[] }

export const MatrixTable = ({ sale, shortages }: Props) => {
  const { rollUp, board } = sale
  const { search, change } = useUrlState()
  const can = useCan()
  const isCounted = canCount(sale) && can('community.write')
  const decided = new Set(board.goods.filter(({ isDecided }) => isDecided).map(({ skuId }) => skuId))
  const planned = new Map(shortages.map(({ skuId, view }) => [skuId, plannedCuts(view)]))
  const open = search.get('sku') ?? shortages.find(({ view }) => !view?.decided)?.skuId
  const columns: TableColumnsType<RollUpRow> = [
    { title: copy.goods, render: (_, row) => <Goods sale={sale} row={row} /> },
    ...rollUp.places.map(({ place }, at): TableColumnsType<RollUpRow>[number] => {
      const { name, keeper } = placeName(rollUp.pickupPoints, place)
      return {
        key: place ?? 'home',
        align: 'right',
        width: 98,
        title: (
          <span className="matrix__place">
            {name}
            <span className="second">{keeper}</span>
          </span>
        ),
        render: (_, { skuId, cells }) => {
          const cell = cells[at]
          const cut = cell?.cut || planned.get(skuId)?.get(place) || 0
          return (
            <>
              {countText(cell?.sold ?? 0)}
              {cut > 0 && <span className="matrix__cut"> −{cut}</span>}
            </>
          )
        },
      }
    }),
    { title: copy.sold, align: 'right', width: 66, render: (_, { sold }) => <b>{countText(sold)}</b> },
    {
      title: copy.received,
      align: 'right',
      width: 82,
      render: (_, row) =>
        isCounted && !decided.has(row.skuId) ? (
          <CountField saleId={sale.id} row={row} />
        ) : row.received === null ? (
          <span className="matrix__none">—</span>
        ) : (
          countText(row.received)
        ),
    },
    {
      title: copy.difference,
      align: 'right',
      width: 92,
      render: (_, row) => <Difference row={row} isDecided={decided.has(row.skuId)} />,
    },
  ]
  return (
    <Table<RollUpRow>
      size="small"
      rowKey="skuId"
      className="matrix"
      sticky
      pagination={false}
      scroll={{ x: 'max-content' }}
      dataSource={[...rollUp.rows]}
      columns={columns}
      rowClassName={({ skuId }) => (skuId === open ? 'is-open-row' : '')}
      onRow={({ skuId }) => (planned.has(skuId) ? opensItself(() => change({ sku: skuId })) : {})}
      summary={() => <Totals sale={sale} />}
    />
  )
}

const Goods = ({ sale, row: { skuId, label } }: { sale: StaffSaleView; row: RollUpRow }) => {
  const goods = sale.rollUp.goods.find((one) => one.skuId === skuId)
  return (
    <span className="sales__goods">
      <Picture picture={goods?.picture ?? null} size={38} />
      <span>
        {goods?.title ?? label}
        {goods && <span className="second">{[...goods.options, moneyText(goods.priceFen)].join(' · ')}</span>}
      </span>
    </span>
  )
}

const Totals = ({ sale: { rollUp } }: { sale: StaffSaleView }) => {
  const { rows, places } = rollUp
  const received = rows.reduce((n, row) => n + (row.received ?? 0), 0)
  const isCounted = rows.some((row) => row.received !== null)
  const missing = rows.reduce((n, { difference }) => n + Math.max(0, -(difference ?? 0)), 0)
  const all = [
    ...places.map(({ sold }) => countText(sold)),
    countText(rollUp.sold),
    isCounted ? countText(received) : '—',
  ]
  return (
    <Table.Summary fixed="bottom">
      <Table.Summary.Row className="matrix__total">
        <Table.Summary.Cell index={0}>{copy.total}</Table.Summary.Cell>
        {all.map((text, i) => (
          <Table.Summary.Cell key={i} index={i + 1} align="right">
            {text}
          </Table.Summary.Cell>
        ))}
        <Table.Summary.Cell index={all.length + 1} align="right">
          {missing > 0 ? (
            <span className="sales__short">{copy.shortSum(missing)}</span>
          ) : (
            isCounted && <Icon name="check" size={14} style={{ color: 'var(--leaf)' }} />
          )}
        </Table.Summary.Cell>
      </Table.Summary.Row>
    </Table.Summary>
  )
}
