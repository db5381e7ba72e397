/** Which lines and how many of each: for a parcel, for a refund. */
import { InputNumber } from 'antd'
import type { OrderLineId } from '@/domain/ids'
import { Picture } from '../parts/picture'
import type { Order } from './order-head'

export type Quantities = Readonly<Record<OrderLineId, number>>
export type OpenLine = Order['lines'][number] & { left: number }

/** The lines with something left to ship: neither sent nor refunded. */
export const linesToShip = ({ lines }: Order): OpenLine[] =>
  lines
    .map((line) => ({ ...line, left: line.quantity - line.shippedQuantity - line.refundedQuantity }))
    .filter(({ left }) => left > 0)

export const linesToRefund = ({ lines }: Order): OpenLine[] =>
  lines.map((line) => ({ ...line, left: line.quantity - line.refundedQuantity })).filter(({ left }) => left > 0)

export const allOf = (lines: readonly OpenLine[]): Quantities =>
  Object.fromEntries(lines.map(({ id, left }) => [id, left]))

export const pickedLines = (lines: readonly OpenLine[], picked: Quantities) =>
  lines.flatMap(({ id }) => {
    const quantity = picked[id] ?? 0
    return quantity > 0 ? [{ lineId: id, quantity }] : []
  })

export const isEverything = (lines: readonly OpenLine[], picked: Quantities): boolean =>
  lines.every(({ id, left }) => picked[id] === left)

type Props = {
  lines: readonly OpenLine[]
  picked: Quantities
  onPick: (picked: Quantities) => void
  leftText: (left: number) => string
}

export const LinePicker = ({ lines, picked, onPick, leftText }: Props) => (
  <ul className="line-picker">
    {lines.map(({ id, title, options, picture, left }) => (
      <li key={id}>
        <Picture picture={picture} size={34} />
        <span className="line-picker__what">
          {title}
          <span className="second">{options.join(' · ')}</span>
        </span>
        <span className="aside">{leftText(left)}</span>
        <InputNumber
          size="small"
          min={0}
          max={left}
          precision={0}
          value={picked[id] ?? 0}
          aria-label={title}
          onChange={(quantity) => onPick({ ...picked, [id]: quantity ?? 0 })}
        />
      </li>
    ))}
  </ul>
)
