import { Table } from 'antd'
import type { TableColumnsType } from 'antd'
import type { DayRollUp } from '@/contract/staff-sale'
import type { PickupPointId } from '@/domain/ids'
import { countText } from '../parts/count-text'
import { copy } from './day-copy'
import { sumsOf } from './day-sums'
import { placeName } from './places'

type Row = DayRollUp['rows'][number]

/** Every place that any product goes to, in the order of the driver's list. */
const placesOf = ({ rows }: DayRollUp): readonly (PickupPointId | null)[] => [
  ...new Set(rows.flatMap(({ cells }) => cells.map(({ place }) => place))),
]

const unitsAt = ({ cells }: Row, place: PickupPointId | null): number => {
  const cell = cells.find((one) => one.place === place)
  return (cell?.sold ?? 0) - (cell?.cut ?? 0)
}

export const DayTable = ({ day }: { day: DayRollUp }) => {
  const columns: TableColumnsType<Row> = [
    {
      title: copy.goods,
      render: (_, { title, label }) => (
        <>
          {title}
          <span className="second">{label}</span>
        </>
      ),
    },
    ...placesOf(day).map((place): TableColumnsType<Row>[number] => {
      const { name, keeper } = placeName(day.pickupPoints, place)
      return {
        key: place ?? 'home',
        align: 'right',
        title: (
          <>
            {name}
            <span className="second">{keeper}</span>
          </>
        ),
        render: (_, row) => {
          const units = unitsAt(row, place)
          return units === 0 ? <span className="matrix__none">—</span> : countText(units)
        },
      }
    }),
    { title: copy.sold, align: 'right', width: 76, render: (_, { sold }) => countText(sold) },
    {
      title: copy.need,
      align: 'right',
      width: 76,
      render: (_, { sold, cut }) => (
        <>
          <b>{countText(sold - cut)}</b>
          {cut > 0 && <span className="matrix__cut"> −{cut}</span>}
        </>
      ),
    },
    {
      title: copy.received,
      align: 'right',
      width: 76,
      render: (_, { received }) => (received === null ? <span className="matrix__none">—</span> : countText(received)),
    },
  ]
  return (
    <Table<Row>
      size="small"
      rowKey="skuId"
      className="matrix"
      pagination={false}
      scroll={{ x: 'max-content' }}
      dataSource={[...day.rows]}
      columns={columns}
      summary={() => <Totals day={day} />}
    />
  )
}

const Totals = ({ day }: { day: DayRollUp }) => {
  const { sold, cut, received } = sumsOf(day)
  const all = [
    ...placesOf(day).map((place) => day.rows.reduce((n, row) => n + unitsAt(row, place), 0)),
    sold,
    sold - cut,
    received,
  ]
  return (
    <Table.Summary.Row className="matrix__total">
      <Table.Summary.Cell index={0}>{copy.total}</Table.Summary.Cell>
      {all.map((units, i) => (
        <Table.Summary.Cell key={i} index={i + 1} align="right">
          {units === null ? '—' : countText(units)}
        </Table.Summary.Cell>
      ))}
    </Table.Summary.Row>
  )
}
