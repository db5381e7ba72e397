/** The steps a sale goes through with their instants, and its four numbers. */
import type { ReactNode } from 'react'
import type { StaffSaleView } from '@/contract/staff-sale'
import type { SaleState } from '@/domain/sale/sale'
import type { EpochMs } from '@/domain/time'
import { countText } from '../parts/count-text'
import { dueText } from '../parts/hour-text'
import { Icon } from '../parts/icon'
import { Money } from '../parts/money'
import { useNow } from '../parts/use-now'
import { copy } from './sale-copy'

const words = copy.figures

export const SaleHead = ({ sale }: { sale: StaffSaleView }) => {
  const { rollUp, paidFen, unpaidOrders } = sale
  return (
    <section className="card sale-head">
      <Steps sale={sale} />
      <dl className="sale-head__figures">
        <Figure name={words.people}>{copy.people(rollUp.people)}</Figure>
        <Figure name={words.units}>{copy.units(rollUp.sold)}</Figure>
        <Figure name={words.paid}>
          <Money amount={paidFen} weight={650} />
        </Figure>
        <Figure name={words.unpaid}>{countText(unpaidOrders)}</Figure>
      </dl>
    </section>
  )
}

const Figure = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

const Steps = ({ sale }: { sale: StaffSaleView }) => {
  const now = useNow()
  const here = sale.steps.findIndex(({ state }) => state === sale.state)
  // four fit: as long as it runs the end of the window is what one looks for, afterwards the settling
  const from = sale.state === 'open' || sale.state === 'draft' || sale.state === 'cancelled' ? 0 : 1
  return (
    <ol className="steps">
      {sale.steps.slice(from, from + 4).map(({ state, at }, i) => {
        const place = i + from
        const isPast = place < here || sale.state === 'settled'
        return (
          <li key={state} className={isPast ? 'is-past' : place === here ? 'is-here' : ''}>
            <span className="steps__mark">{isPast ? <Icon name="check" size={12} /> : i + 1}</span>
            <span className="steps__what">
              {copy.steps[state].text}
              <span className="second">{at ? dueText(at, now) : expected(sale, state, now)}</span>
            </span>
          </li>
        )
      })}
    </ol>
  )
}

const expected = ({ endsAt, handOverFromAt, startsAt }: StaffSaleView, state: SaleState, now: EpochMs): string => {
  if (state === 'settled') return copy.settleLater
  if (state === 'picking') return ''
  return copy.expected(dueText(state === 'open' ? startsAt : state === 'closed' ? endsAt : handOverFromAt, now))
}
