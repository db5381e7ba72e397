/** Who bought and where it goes. Everything personal is masked; the eye shows it whole and leaves a trace. */
import { useState } from 'react'
import type { ReactNode } from 'react'
import { Link } from 'react-router-dom'
import type { CallOutput } from '@/contract/index'
import { useAct } from '../cloud/use-act'
import { useCan } from '../cloud/session'
import { groupState } from '../group-buy/groups-copy'
import { copy as words } from '../parts/copy'
import { Icon } from '../parts/icon'
import { copy as acts } from './acts-copy'
import { copy } from './detail-copy'
import type { Order } from './order-head'

type Unmasked = CallOutput<'staff-order', 'unmask'>

export const WhoAndWhere = ({ order }: { order: Order }) => {
  const [whole, setWhole] = useState<Unmasked>()
  const { address, pickup } = order
  const masked = address && placeText(address)
  return (
    <dl className="facts">
      <Fact name={copy.buyer}>
        {whole ? `${whole.name} ${whole.phone}` : `${order.buyer} ${order.maskedPhone ?? ''}`}
        {!whole && <Eye order={order} onSeen={setWhole} />}
      </Fact>
      {pickup && (
        <Fact name={copy.pickup}>
          {pickup.point.name} · {pickup.point.keeper}
          <span className="second">{pickup.point.address}</span>
        </Fact>
      )}
      {address && (
        <Fact name={copy.address}>
          {whole ? whole.address : masked}
          {address.name !== order.buyer && (
            <span className="second">{whole ? '' : `${address.name} ${address.phone}`}</span>
          )}
        </Fact>
      )}
      {order.group && (
        <Fact name={copy.group}>
          <Link to={`/campaigns/group-buy/groups?tab=all&open=${order.group.id}`} className="quiet-link">
            {copy.groupSize(order.group.size, order.group.confirmed)}
          </Link>
          <span className="second">{groupState(order.group.state, 0).text}</span>
        </Fact>
      )}
      <Fact name={copy.note}>{order.note ?? <span className="facts__none">{copy.none}</span>}</Fact>
      <Fact name={copy.remark}>{order.remark || <span className="facts__none">{copy.none}</span>}</Fact>
      {order.shippingUpload !== 'none' && (
        <p className={`facts__upload is-${order.shippingUpload}`}>
          {copy.upload[order.shippingUpload]}
          {order.shippingUpload === 'dead' && (
            <Link to="/outbox?tab=dead" className="quiet-link">
              {copy.toOutbox}
            </Link>
          )}
        </p>
      )}
    </dl>
  )
}

/** A municipality is its own province: said once. */
const placeText = ({ province, city, district, detail }: NonNullable<Order['address']>): string =>
  `${province === city ? '' : province}${city}${district}${detail}`

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="facts__fact">
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

const Eye = ({ order, onSeen }: { order: Order; onSeen: (whole: Unmasked) => void }) => {
  const can = useCan()
  const unmask = useAct('staff-order', 'unmask', acts.unmask.refusals, { onDone: onSeen })
  if (!can('order.unmask')) return null
  return (
    <button
      type="button"
      className="facts__eye"
      title={words.unmask}
      aria-label={words.unmask}
      disabled={unmask.isBusy}
      onClick={() => void unmask.run({ orderId: order.id })}
    >
      <Icon name="eye" size={13} />
    </button>
  )
}
