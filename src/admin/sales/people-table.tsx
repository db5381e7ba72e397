/** Everybody in the chain: what they bought, where it goes, whether the bag is gone; who never came can be refunded. */
import { Button, Table } from 'antd'
import type { TableColumnsType } from 'antd'
import { Link } from 'react-router-dom'
import type { SaleOrderRow } from '@/contract/leader'
import type { StaffSaleView } from '@/contract/staff-sale'
import { isId } from '@/domain/ids'
import { minuteText } from '@/domain/time'
import { useAct } from '../cloud/use-act'
import { useCan } from '../cloud/session'
import { useCloud } from '../cloud/use-cloud'
import { ConfirmOnce } from '../parts/confirm-once'
import { FilterPill } from '../parts/filter-pill'
import { Money } from '../parts/money'
import { Pager } from '../parts/pager'
import { StateTag } from '../parts/state-cell'
import { Empty, Failed, Skeleton } from '../parts/states'
import { pageOf, useUrlState } from '../parts/url-state'
import { placeName } from './places'
import { bagStates, copy, noShowRefusals, paidTag, tradeTags } from './sale-copy'

const PAGE_SIZE = 50
const words = copy.columns

export const PeopleTable = ({ sale }: { sale: StaffSaleView }) => {
  const { search, change } = useUrlState()
  const place = search.get('place')
  const { data, error, refetch } = useCloud(
    'staff-sale',
    'orders',
    {
      saleId: sale.id,
      ...(isId('pup', place) ? { pickupPointId: place } : {}),
      page: pageOf(search),
      pageSize: PAGE_SIZE,
    },
    { keepsPrevious: true, every: 15_000 },
  )
  const points = sale.rollUp.pickupPoints
  return (
    <>
      {points.length > 1 && (
        <div className="filter-pills people__filter">
          <FilterPill
            name={copy.allPlaces}
            value={place ?? ''}
            choices={points.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(next) => change({ place: next })}
          />
        </div>
      )}
      <div className="scroll-body">
        {!data && (error ? <Failed error={error} onRetry={() => void refetch()} /> : <Skeleton rows={9} height={44} />)}
        {data?.rows.length === 0 && <Empty icon="chain" title={copy.noPeople} />}
        {data && data.rows.length > 0 && <People sale={sale} rows={data.rows} />}
      </div>
      {data && <Pager total={data.total} pageSize={PAGE_SIZE} />}
    </>
  )
}

const People = ({ sale, rows }: { sale: StaffSaleView; rows: readonly SaleOrderRow[] }) => {
  const columns: TableColumnsType<SaleOrderRow> = [
    {
      title: words.number,
      width: 96,
      render: (_, { number, at }) => (
        <>
          {copy.number(number)}
          <span className="second">{minuteText(at)}</span>
        </>
      ),
    },
    {
      title: words.name,
      width: 104,
      render: (_, { name, phoneTail, forName }) => (
        <>
          {name}
          <span className="second">{forName ? copy.forName(forName) : phoneTail && copy.phoneTail(phoneTail)}</span>
        </>
      ),
    },
    { title: words.what, render: (_, { text }) => text },
    ...(sale.rollUp.places.length > 1 ? [placeColumn(sale)] : []),
    { title: words.sum, width: 90, align: 'right', render: (_, { totalFen }) => <Money amount={totalFen} /> },
    {
      title: words.state,
      width: 104,
      render: (_, row) => <StateTag {...stateOf(sale, row)} />,
    },
    { width: 128, align: 'right', render: (_, row) => <RowActs sale={sale} row={row} /> },
  ]
  return (
    <Table<SaleOrderRow>
      size="small"
      rowKey="orderId"
      sticky
      pagination={false}
      dataSource={[...rows]}
      columns={columns}
    />
  )
}

const placeColumn = (sale: StaffSaleView): TableColumnsType<SaleOrderRow>[number] => ({
  title: words.place,
  width: 104,
  render: (_, { pickupPointId }) => placeName(sale.rollUp.pickupPoints, pickupPointId).name,
})

/** Until the goods are there nobody's bag can be fetched: what counts is that it is paid. */
const stateOf = ({ state }: StaffSaleView, { trade, bag }: SaleOrderRow) =>
  tradeTags[trade] ?? (bag === 'waiting' && state !== 'delivered' ? paidTag : bagStates[bag])

const RowActs = ({ sale, row: { orderId, bag, trade } }: { sale: StaffSaleView; row: SaleOrderRow }) => {
  const can = useCan()
  const refunding = useAct('staff-sale', 'refundNoShow', noShowRefusals, {
    done: copy.refunded,
    touches: ['staff-order', 'staff-commission'],
  })
  const isNoShow = (bag === 'no-show' || bag === 'returned') && trade !== 'closed'
  return (
    <span className="people__acts">
      {isNoShow && can('order.refund') && (
        <ConfirmOnce
          title={copy.refundSure}
          note={copy.refundNote}
          act={copy.refund}
          onSure={() => refunding.run({ saleId: sale.id, orderId })}
        >
          <Button size="small" loading={refunding.isBusy}>
            {copy.refund}
          </Button>
        </ConfirmOnce>
      )}
      <Link to={`/orders?open=${orderId}`}>
        <Button size="small">{copy.seeOrder}</Button>
      </Link>
    </span>
  )
}
