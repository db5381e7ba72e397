import { Link } from 'react-router-dom'
import type { StaffGroupView } from '@/contract/staff-group-buy'
import { minuteText } from '@/domain/time'
import { Money } from '../parts/money'
import { shortNumberText } from '../parts/order-number'
import { StateTag } from '../parts/state-cell'
import { copy, seatState } from './groups-copy'
import { refundState } from './refunds-copy'

const words = copy.drawer

type Seat = StaffGroupView['seats'][number]

/** A refund says more than the seat that it ended. */
const stateOf = ({ state, refund }: Seat) => (refund ? refundState(refund) : seatState[state])

export const GroupPeople = ({ group }: { group: StaffGroupView }) => {
  const { seats, elsewhere } = group
  return (
    <section>
      <h3 className="order-drawer__title">
        {words.people} <span className="aside group-people__aside">{words.peopleAside}</span>
      </h3>
      {seats.length + elsewhere === 0 && <p className="aside">{words.none}</p>}
      <ul className="group-people">
        {seats.map((seat) => (
          <li key={seat.orderId}>
            <span className="group-people__face" aria-hidden>
              {seat.buyer.slice(0, 1)}
            </span>
            <span>
              {seat.buyer}
              {seat.isLeader && <span className="group-people__leader">{words.leaderTag}</span>}
              <span className="second">
                <Link to={`/orders?open=${seat.orderId}`}>{shortNumberText(seat.orderNumber)}</Link> ·{' '}
                {minuteText(seat.at)} · {words.pieces(seat.pieces)}
              </span>
            </span>
            <StateTag {...stateOf(seat)} filled={false} />
            <Money amount={seat.paidFen} />
          </li>
        ))}
      </ul>
      {elsewhere > 0 && <p className="aside">{words.outside(elsewhere)}</p>}
    </section>
  )
}
