/** Each pick-up point on its own: who keeps it, what to unload there, its list on paper. */
import { Button, Table } from 'antd'
import type { TableColumnsType } from 'antd'
import type { StaffSaleView } from '@/contract/staff-sale'
import type { PlaceTotal } from '@/domain/sale/roll-up'
import { countText } from '../parts/count-text'
import { Icon } from '../parts/icon'
import { placeName } from './places'
import { usePrintSlips } from './print-packing'
import { copy } from './sale-copy'

export const PlacesTable = ({ sale }: { sale: StaffSaleView }) => {
  const { rollUp } = sale
  const { run, isBusy } = usePrintSlips(sale.id)
  const columns: TableColumnsType<PlaceTotal> = [
    {
      title: copy.place,
      width: 170,
      render: (_, { place }) => {
        const { name, keeper } = placeName(rollUp.pickupPoints, place)
        return (
          <>
            {name}
            <span className="second">{keeper}</span>
          </>
        )
      },
    },
    {
      title: copy.placeGoods,
      render: (_, row) => <Unload sale={sale} at={rollUp.places.indexOf(row)} />,
    },
    { title: copy.figures.people, width: 76, align: 'right', render: (_, { people }) => copy.people(people) },
    { title: copy.orders, width: 60, align: 'right', render: (_, { orders }) => countText(orders) },
    {
      title: copy.figures.units,
      width: 90,
      align: 'right',
      render: (_, { sold, cut }) => (
        <>
          <b>{copy.units(sold - cut)}</b>
          {cut > 0 && <span className="second sales__short">{copy.cutOf(cut)}</span>}
        </>
      ),
    },
    {
      width: 138,
      align: 'right',
      render: (_, { place }) => (
        <Button
          size="small"
          icon={<Icon name="printer" size={12} />}
          loading={isBusy}
          onClick={() => void run('list', place)}
        >
          {copy.printList}
        </Button>
      ),
    },
  ]
  return (
    <Table<PlaceTotal>
      size="small"
      rowKey={({ place }) => place ?? 'home'}
      sticky
      pagination={false}
      dataSource={[...rollUp.places]}
      columns={columns}
    />
  )
}

const Unload = ({ sale: { rollUp }, at }: { sale: StaffSaleView; at: number }) => (
  <span className="places__goods">
    {rollUp.rows.flatMap(({ skuId, label, cells }) => {
      const cell = cells[at]
      const units = (cell?.sold ?? 0) - (cell?.cut ?? 0)
      return units > 0 ? (
        <span key={skuId}>
          {label} <b>{units}</b>
        </span>
      ) : (
        []
      )
    })}
  </span>
)
