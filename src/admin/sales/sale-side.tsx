/** What waits at the right: what came short first, else what this state of the sale asks for. */
import { Link } from 'react-router-dom'
import type { ReactNode } from 'react'
import type { StaffSaleView } from '@/contract/staff-sale'
import { MINUTE, later, minuteText } from '@/domain/time'
import { Clock } from '../parts/clock'
import { hourText } from '../parts/hour-text'
import { Money } from '../parts/money'
import { Card } from '../parts/page'
import { Skeleton } from '../parts/states'
import { useUrlState } from '../parts/url-state'
import { canCount } from './can-count'
import { sideCopy as copy } from './sale-copy'
import { ShortagePanel } from './shortage-panel'
import type { Shortage } from './use-shortages'

type Props = { sale: StaffSaleView; shortages: readonly Shortage[] }

export const SaleSide = ({ sale, shortages }: Props) => {
  const { search } = useUrlState()
  const asked = search.get('sku')
  const short =
    shortages.find(({ skuId }) => skuId === asked) ??
    shortages.find(({ view }) => view && !view.decided) ??
    // what was shared out stays in sight until the goods leave the house
    (canCount(sale) ? shortages[0] : undefined)
  if (short)
    return short.view ? (
      <ShortagePanel key={short.skuId} sale={sale} shortage={short.view} />
    ) : (
      <Card>
        <Skeleton rows={6} height={44} />
      </Card>
    )
  return sale.board.unpaid.length > 0 ? <Unpaid sale={sale} /> : <Step sale={sale} />
}

/** How long an order waits to be paid; near the end of a sale less. */
const PAY_WINDOW = 30 * MINUTE

const Unpaid = ({ sale: { board } }: { sale: StaffSaleView }) => (
  <Card title={copy.unpaid} aside={copy.unpaidNote(board.unpaid.length)} className="sale-side">
    <ul className="sale-side__list">
      {board.unpaid.map(({ orderId, name, text, totalFen, payDeadlineAt }) => (
        <li key={orderId}>
          <span className="sale-side__what">
            {name}
            <span className="second">{text}</span>
          </span>
          <Clock startsAt={later(payDeadlineAt, -PAY_WINDOW)} endsAt={payDeadlineAt} bySystem />
          <Money amount={totalFen} />
        </li>
      ))}
    </ul>
  </Card>
)

const Step = ({ sale }: { sale: StaffSaleView }) => {
  const { state, rollUp, board } = sale
  const left = rollUp.rows.filter(({ received, sold }) => received === null && sold > 0).length
  switch (state) {
    case 'draft':
      return <Note title={copy.draft} note={copy.draftNote} />
    case 'open':
      return (
        <Note title={copy.open} note={copy.openNote}>
          <p className="sale-side__sum">
            {copy.estimated}
            <Money amount={board.estimatedFen} />
          </p>
        </Note>
      )
    case 'closed':
    case 'picking':
      if (state === 'closed' && board.reckonedAt === null) return <Note title={copy.reckon} note={copy.reckonNote} />
      if (left > 0) return <Note title={copy.count} note={copy.countNote(left)} />
      return <Note title={copy.fine} note={copy.fineNote} />
    case 'delivered':
      return <Bags sale={sale} />
    case 'settled':
      return <Note title={copy.over} note={copy.overNote} />
    case 'cancelled':
      return <Note title={copy.cancelled} note={copy.cancelledNote} />
    default:
      return state satisfies never
  }
}

const Note = ({ title, note, children }: { title: string; note: string; children?: ReactNode }) => (
  <Card title={title} className="sale-side">
    <p className="sale-side__note">{note}</p>
    {children}
  </Card>
)

const Bags = ({ sale: { board } }: { sale: StaffSaleView }) => {
  const { bags } = board
  const until =
    minuteText(board.handOverUntilAt).slice(0, 5) === minuteText(board.handOverFromAt).slice(0, 5)
      ? hourText(board.handOverUntilAt)
      : minuteText(board.handOverUntilAt)
  return (
    <Card title={copy.bags} aside={copy.bagsNote(until)} className="sale-side">
      <span className="place-card__track">
        <span style={{ width: `${bags.all === 0 ? 0 : (bags.handed / bags.all) * 100}%` }} />
      </span>
      <dl className="sale-side__bags">
        {(['handed', 'waiting', 'overdue', 'noShow'] as const).map((key) => (
          <div key={key}>
            <dt>{copy.bagNames[key]}</dt>
            <dd>{bags[key]}</dd>
          </div>
        ))}
      </dl>
      {bags.noShow > 0 && (
        <p className="sale-side__note">
          {copy.noShowNote}{' '}
          <Link to="?view=people" className="quiet-link">
            {copy.toPeople}
          </Link>
        </p>
      )}
    </Card>
  )
}
