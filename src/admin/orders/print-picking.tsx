/** Picking slips on paper: the chosen orders with what to take from the shelf. */
import type { CallOutput } from '@/contract/index'
import type { OrderId } from '@/domain/ids'
import { minuteText } from '@/domain/time'
import { read } from '../cloud/use-cloud'
import { shortNumberText } from '../parts/order-number'
import { printPaper } from '../parts/paper'
import { sheet } from '../parts/print-sheet'
import { copy } from './acts-copy'
import { deliveryNames } from './copy'

type Order = CallOutput<'staff-order', 'detail'>

const words = copy.picking

const pieces = (orders: readonly Order[]): number =>
  orders
    .flatMap(({ lines }) => lines)
    .reduce((sum, { quantity, refundedQuantity }) => sum + quantity - refundedQuantity, 0)

const where = ({ pickup, address, deliveryKind }: Order): string =>
  pickup
    ? `${deliveryNames.pickup} ${pickup.point.name}`
    : `${deliveryNames[deliveryKind]} ${address ? `${address.district} ${address.detail}` : ''}`

const Slip = ({ order }: { order: Order }) => (
  <article>
    <header>
      <b>{shortNumberText(order.number)}</b> {order.buyer} <small>{order.maskedPhone}</small>
      <span>{words.count(pieces([order]))}</span>
    </header>
    <p>
      {where(order)} · {minuteText(order.placedAt)}
    </p>
    <ul>
      {order.lines
        .filter(({ quantity, refundedQuantity }) => quantity > refundedQuantity)
        .map(({ id, title, options, quantity, refundedQuantity }) => (
          <li key={id}>
            {title} <small>{options.join(' · ')}</small> <b>×{quantity - refundedQuantity}</b>
          </li>
        ))}
    </ul>
    {order.note && (
      <p>
        {words.note}：{order.note}
      </p>
    )}
    {order.remark && (
      <p>
        {words.remark}：{order.remark}
      </p>
    )}
  </article>
)

/** Reads the orders, then opens the print dialog. Throws if one can't be read. */
export const printPicking = async (orderIds: readonly OrderId[]): Promise<void> => {
  const orders = await Promise.all(orderIds.map((orderId) => read('staff-order', 'detail', { orderId })))
  printPaper(
    words.title,
    sheet,
    <>
      <h1>
        {words.title} {words.head(orders.length, pieces(orders))}
      </h1>
      <div className="slips">
        {orders.map((order) => (
          <Slip key={order.id} order={order} />
        ))}
      </div>
    </>,
  )
}
