/** The day on paper: one sheet for buying in, one for the driver. */
import type { DayRollUp } from '@/contract/staff-sale'
import { dayText } from '@/domain/time'
import { printPaper } from '../parts/paper'
import { sheet } from '../parts/print-sheet'
import { copy as words } from './day-copy'
import { sumsOf } from './day-sums'
import { placeName } from './places'
import { copy } from './print-copy'

export const printBuying = (day: DayRollUp): void => {
  const { sold: soldSum, cut: cutSum } = sumsOf(day)
  printPaper(
    copy.buy,
    sheet,
    <>
      <h1>
        {copy.buy} · {dayText(day.dayAt)}
      </h1>
      <p>{day.sales.map(({ title }) => title).join('、')}</p>
      <table>
        <thead>
          <tr>
            <th>{copy.goods}</th>
            <th className="n">{copy.sold}</th>
            <th className="n">{copy.cutHead}</th>
            <th className="n">{copy.need}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {day.rows.map(({ skuId, title, label, sold, cut }) => (
            <tr key={skuId}>
              <td>
                {title} <small>{label}</small>
              </td>
              <td className="n">{sold}</td>
              <td className="n">{cut > 0 ? cut : ''}</td>
              <td className="n">
                <b>{sold - cut}</b>
              </td>
              <td className="sign" />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>{copy.total}</td>
            <td className="n">{soldSum}</td>
            <td className="n">{cutSum > 0 ? cutSum : ''}</td>
            <td className="n">{soldSum - cutSum}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </>,
  )
}

export const printDriving = (day: DayRollUp): void =>
  printPaper(
    copy.driver,
    sheet,
    <>
      <h1>
        {copy.driver} · {dayText(day.dayAt)}
      </h1>
      {day.stops.map(({ place, bags, units, items }, i) => {
        const { name, keeper } = placeName(day.pickupPoints, place)
        const point = day.pickupPoints.find(({ id }) => id === place)
        return (
          <section key={place ?? 'home'}>
            <h2>
              {words.stop(i + 1)} {name} {keeper} · {copy.sum(bags, units)}
            </h2>
            {point && <p>{point.address}</p>}
            <table>
              <tbody>
                {items.map(({ skuId, label, quantity }) => (
                  <tr key={skuId}>
                    <td>{label}</td>
                    <td className="n">
                      <b>{quantity}</b>
                    </td>
                    <td className="sign" />
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )
      })}
    </>,
  )
