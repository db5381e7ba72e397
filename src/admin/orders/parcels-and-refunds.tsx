import { minuteText } from '@/domain/time'
import { Money } from '../parts/money'
import { StateTag } from '../parts/state-cell'
import type { Tone } from '../theme'
import { carrierName } from './copy'
import { copy } from './detail-copy'
import type { Order } from './order-head'

type Refund = Order['refunds'][number]

const refundTones = { wanted: 'doing', sent: 'doing', done: 'done', failed: 'late' } as const satisfies Record<
  Refund['state'],
  Tone
>

export const ParcelsAndRefunds = ({ order }: { order: Order }) => (
  <>
    {order.parcels.length > 0 && (
      <section>
        <h3 className="order-drawer__title">{copy.parcels}</h3>
        <ul className="slips">
          {order.parcels.map((parcel) => (
            <li key={parcel.id}>
              <b>{carrierName(parcel.carrier)}</b>
              <span>{parcel.trackingNo}</span>
              <span className="aside">
                {copy.parcelGoods(parcel.lines.reduce((n, { quantity }) => n + quantity, 0))}
              </span>
              <time className="aside">{minuteText(parcel.shippedAt)}</time>
            </li>
          ))}
        </ul>
      </section>
    )}
    {order.refunds.length > 0 && (
      <section>
        <h3 className="order-drawer__title">{copy.refunds}</h3>
        <ul className="slips">
          {order.refunds.map((refund) => (
            <li key={refund.id}>
              <Money amount={refund.amountFen} />
              <StateTag tone={refundTones[refund.state]} text={copy.refundStates[refund.state]} />
              <span className="aside">{refund.reason}</span>
              <time className="aside">{minuteText(refund.doneAt ?? refund.wantedAt)}</time>
            </li>
          ))}
        </ul>
      </section>
    )}
  </>
)
