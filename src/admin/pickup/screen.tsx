/** Where people collect their orders, who keeps the place, and how much waits there. */
import { useState } from 'react'
import { Button } from 'antd'
import type { TableColumnsType } from 'antd'
import { Link } from 'react-router-dom'
import type { StaffPickupPoint } from '@/contract/staff-store'
import { useCan } from '../cloud/session'
import { useCloud } from '../cloud/use-cloud'
import { TopTools } from '../frame/top-tools'
import { Page } from '../parts/page'
import { StateTag } from '../parts/state-cell'
import { TableCard } from '../parts/table-card'
import { copy } from './copy'
import { PointForm } from './point-form'

const words = copy.columns
const columns: TableColumnsType<StaffPickupPoint> = [
  {
    title: words.name,
    width: 190,
    render: (_, { name, keeper, keeperPhone }) => (
      <>
        <b>{name}</b>
        <span className="second">{[keeper, keeperPhone].filter(Boolean).join(' ')}</span>
      </>
    ),
  },
  { title: words.address, ellipsis: true, render: (_, { address }) => address },
  { title: words.hours, width: 150, render: (_, { hours }) => <span className="aside">{hours}</span> },
  {
    title: words.walk,
    width: 90,
    align: 'right',
    render: (_, { walkMinutes }) => (
      <span className="aside">{walkMinutes === null ? '—' : copy.walk(walkMinutes)}</span>
    ),
  },
  {
    title: words.toPickUp,
    width: 90,
    align: 'right',
    render: (_, { id, toPickUp }) =>
      toPickUp > 0 ? (
        <Link to={`/orders?tab=to-pick-up&pickup=${id}`} className="quiet-link">
          {copy.toPickUp(toPickUp)}
        </Link>
      ) : (
        '—'
      ),
  },
  {
    title: words.state,
    width: 90,
    render: (_, { isClosed }) => (
      <StateTag tone={isClosed ? 'quiet' : 'done'} text={isClosed ? copy.closed : copy.open} />
    ),
  },
]

export const Screen = () => {
  const { data, error, refetch } = useCloud('staff-store', 'pickupPoints', {})
  const [open, setOpen] = useState<StaffPickupPoint | 'new'>()
  const can = useCan()
  const canWrite = can('store.write')
  const actColumn: TableColumnsType<StaffPickupPoint>[number] = {
    width: 76,
    align: 'right',
    render: (_, point) => (
      <Button size="small" onClick={() => setOpen(point)}>
        {copy.edit}
      </Button>
    ),
  }
  return (
    <Page
      title={copy.title}
      aside={data && copy.aside(data.points.filter(({ isClosed }) => !isClosed).length)}
      actions={
        <TopTools>
          {canWrite && (
            <Button type="primary" onClick={() => setOpen('new')}>
              {copy.create}
            </Button>
          )}
        </TopTools>
      }
    >
      <TableCard<StaffPickupPoint>
        rows={data?.points}
        columns={canWrite ? [...columns, actColumn] : columns}
        error={error}
        onRetry={() => void refetch()}
        none={{ icon: 'pin', title: copy.none, note: copy.noneNote }}
      />
      {open && <PointForm point={open === 'new' ? null : open} onClose={() => setOpen(undefined)} />}
    </Page>
  )
}
