/** The work at the left: products by pick-up point, each point on its own, or each person. */
import { Segmented } from 'antd'
import type { StaffSaleView } from '@/contract/staff-sale'
import { Card } from '../parts/page'
import { Empty } from '../parts/states'
import { oneOf, useUrlState } from '../parts/url-state'
import { CountTrail } from './count-trail'
import { MatrixTable } from './matrix-table'
import { PeopleTable } from './people-table'
import { PlaceCards } from './place-cards'
import { PlacesTable } from './places-table'
import { RestArrived } from './rest-arrived'
import { copy } from './sale-copy'
import type { Shortage } from './use-shortages'

const views = ['matrix', 'places', 'people'] as const

type Props = { sale: StaffSaleView; shortages: readonly Shortage[] }

export const SaleWork = ({ sale, shortages }: Props) => {
  const { search, change } = useUrlState()
  const view = oneOf(views, search.get('view'), 'matrix')
  const isEmpty = sale.rollUp.orders === 0 && sale.unpaidOrders === 0
  return (
    <Card
      flush
      className="sale-work"
      title={view === 'matrix' ? copy.matrix : copy.views[view]}
      {...(view === 'matrix' ? { aside: copy.matrixNote } : {})}
      action={
        <>
          {view === 'matrix' && <CountTrail sale={sale} />}
          {view === 'matrix' && <RestArrived sale={sale} />}
          <Segmented
            value={view}
            options={views.map((value) => ({ value, label: copy.views[value] }))}
            onChange={(next) => change({ view: next === 'matrix' ? undefined : next, place: undefined })}
          />
        </>
      }
    >
      {isEmpty && view !== 'matrix' ? (
        <Empty icon="chain" title={copy.nobody} note={copy.nobodyNote} />
      ) : view === 'matrix' ? (
        <>
          <div className="scroll-body">
            <MatrixTable sale={sale} shortages={shortages} />
          </div>
          <PlaceCards sale={sale} />
        </>
      ) : view === 'places' ? (
        <div className="scroll-body">
          <PlacesTable sale={sale} />
        </div>
      ) : (
        <PeopleTable sale={sale} />
      )}
    </Card>
  )
}
