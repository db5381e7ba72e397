/** One order in a drawer of 600: who and where, how the price came about, one timeline, and the acts that are open. */
import { useState } from 'react'
import { Drawer } from 'antd'
import type { OrderId } from '@/domain/ids'
import type { StaffAct } from '@/domain/order/order'
import { useCloud } from '../cloud/use-cloud'
import { Empty, Failed, Skeleton } from '../parts/states'
import { ReadRefused } from '../cloud/use-cloud'
import { shade } from '../theme'
import { ActForm } from './act-form'
import { Acts } from './acts'
import { copy } from './detail-copy'
import { OrderHead } from './order-head'
import { OrderStory } from './order-story'
import { ParcelsAndRefunds } from './parcels-and-refunds'
import { PriceExplained } from './price-explained'
import { WhoAndWhere } from './who-and-where'
import './order-drawer.css'

type Props = { orderId: OrderId; firstAct: StaffAct | undefined; onClose: () => void }

const OrderDrawer = ({ orderId, firstAct, onClose }: Props) => {
  const { data: order, error, refetch } = useCloud('staff-order', 'detail', { orderId }, { every: 60_000 })
  const [act, setAct] = useState(firstAct)
  const isUnknown = error instanceof ReadRefused && error.refusal.code === 'order.unknown'
  return (
    <Drawer
      open
      size={600}
      closable={false}
      onClose={onClose}
      styles={{ body: { padding: 0 }, mask: { background: shade.mask } }}
      rootClassName="order-drawer"
    >
      {!order && isUnknown && <Empty icon="search" title={copy.unknown} note={copy.unknownNote} />}
      {!order && error && !isUnknown && <Failed error={error} onRetry={() => void refetch()} />}
      {!order && !error && <Skeleton rows={8} height={52} />}
      {order && (
        <>
          <OrderHead order={order} onClose={onClose} />
          <div className="order-drawer__body">
            <WhoAndWhere order={order} />
            <PriceExplained order={order} />
            <ParcelsAndRefunds order={order} />
            <OrderStory order={order} />
          </div>
          <Acts order={order} onAct={setAct} />
          {act && order.acts.includes(act) && <ActForm act={act} order={order} onClose={() => setAct(undefined)} />}
        </>
      )}
    </Drawer>
  )
}

export default OrderDrawer
