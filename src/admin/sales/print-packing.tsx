/** Packing slips, one for each bag, and the list at the pick-up point; both by place, in the order of the chain. */
import { useState } from 'react'
import { App } from 'antd'
import type { PackingView } from '@/contract/leader'
import type { PickupPointId, SaleId } from '@/domain/ids'
import { minuteText } from '@/domain/time'
import { refusalText } from '../cloud/refusal-text'
import { faultText } from '../cloud/use-act'
import { ReadRefused, read } from '../cloud/use-cloud'
import { printPaper } from '../parts/paper'
import { sheet } from '../parts/print-sheet'
import { placeName } from './places'
import { copy } from './print-copy'

type Kind = 'slips' | 'list'
type Slip = PackingView['slips'][number]

/** Reads what is to be packed right before it goes to the printer. With a place, only what lies there. */
export const usePrintSlips = (saleId: SaleId) => {
  const { message } = App.useApp()
  const [isBusy, setBusy] = useState(false)
  const run = async (kind: Kind, place?: PickupPointId | null): Promise<void> => {
    setBusy(true)
    try {
      const packing = await read('staff-sale', 'packing', { saleId })
      const slips = place === undefined ? packing.slips : packing.slips.filter((slip) => slip.place === place)
      if (slips.length === 0) return void message.info(copy.nothing)
      printPaper(copy[kind], sheet, <Packing packing={packing} slips={slips} kind={kind} />)
    } catch (error) {
      void message.error(error instanceof ReadRefused ? refusalText({}, error.refusal) : faultText(error))
    } finally {
      setBusy(false)
    }
  }
  return { run, isBusy }
}

const Packing = ({ packing, slips, kind }: { packing: PackingView; slips: readonly Slip[]; kind: Kind }) => {
  const places = [...new Set(slips.map(({ place }) => place))]
  return (
    <>
      <h1>
        {packing.title} · {copy[kind]}
      </h1>
      <p>
        {copy.window(minuteText(packing.handOverFromAt), minuteText(packing.handOverUntilAt))} ·{' '}
        {copy.printedAt(minuteText(packing.printedAt))}
      </p>
      {places.map((place) => {
        const own = slips.filter((slip) => slip.place === place)
        const { name, keeper } = placeName(packing.pickupPoints, place)
        return (
          <section key={place ?? 'home'} className={kind === 'list' ? 'is-page' : ''}>
            <h2>
              {name} {keeper} ·{' '}
              {copy.sum(
                own.length,
                own.reduce((n, { units }) => n + units, 0),
              )}
            </h2>
            {kind === 'slips' ? <Bags slips={own} /> : <List slips={own} />}
          </section>
        )
      })}
    </>
  )
}

const Bags = ({ slips }: { slips: readonly Slip[] }) => (
  <div className="slips">
    {slips.map((slip) => (
      <article key={slip.numbers.join()}>
        <header>
          <b>{copy.numbers(slip.numbers)}</b> {slip.name} {slip.phoneTail && <small>{copy.tail(slip.phoneTail)}</small>}
          <span>{copy.units(slip.units)}</span>
        </header>
        <ul>
          {slip.items.map(({ label, quantity, cut }) => (
            <li key={label}>
              {label}
              {cut > 0 && <small>（{copy.cut(cut)}）</small>}
              <b>×{quantity}</b>
            </li>
          ))}
        </ul>
      </article>
    ))}
  </div>
)

const List = ({ slips }: { slips: readonly Slip[] }) => (
  <table>
    <thead>
      <tr>
        <th>{copy.columns.number}</th>
        <th>{copy.columns.name}</th>
        <th>{copy.columns.what}</th>
        <th className="n">{copy.columns.units}</th>
        <th>{copy.columns.sign}</th>
      </tr>
    </thead>
    <tbody>
      {slips.map((slip) => (
        <tr key={slip.numbers.join()}>
          <td>{slip.numbers.join('、')}</td>
          <td>
            {slip.name} {slip.phoneTail}
          </td>
          <td>
            {slip.items
              .map(({ label, quantity, cut }) => `${label}×${quantity}${cut > 0 ? `（${copy.cut(cut)}）` : ''}`)
              .join('，')}
          </td>
          <td className="n">{slip.units}</td>
          <td className="sign" />
        </tr>
      ))}
    </tbody>
  </table>
)
