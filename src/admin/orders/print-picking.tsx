/** Picking slips on paper: the chosen orders with what to take from the shelf, printed from a frame of their own. */
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import type { CallOutput } from '@/contract/index'
import type { OrderId } from '@/domain/ids'
import { minuteText } from '@/domain/time'
import { read } from '../cloud/use-cloud'
import { copy } from './acts-copy'
import { deliveryNames } from './copy'
import { shortNumberText } from '../parts/order-number'

type Order = CallOutput<'staff-order', 'detail'>

const sheet = `
  body { margin: 0; font: 12px/1.6 sans-serif; color: black }
  article { padding: 4mm 0; border-bottom: 1px dashed black; break-inside: avoid }
  h1 { margin: 0; font-size: 15px } h2 { margin: 0; font-size: 13px }
  p { margin: 0 } table { width: 100%; border-collapse: collapse }
  td { padding: 1mm 0; vertical-align: top } td:last-child { text-align: right; font-weight: bold; font-size: 14px }
`

const pieces = (orders: readonly Order[]): number =>
  orders
    .flatMap(({ lines }) => lines)
    .reduce((sum, { quantity, refundedQuantity }) => sum + quantity - refundedQuantity, 0)

const where = ({ pickup, address, deliveryKind }: Order): string =>
  pickup
    ? `${deliveryNames.pickup} ${pickup.point.name}`
    : `${deliveryNames[deliveryKind]} ${address ? `${address.district} ${address.detail}` : ''}`

const Slips = ({ orders }: { orders: readonly Order[] }) => (
  <>
    <style>{sheet}</style>
    <h1>
      {copy.picking.title} {copy.picking.head(orders.length, pieces(orders))}
    </h1>
    {orders.map((order) => (
      <article key={order.id}>
        <h2>
          {shortNumberText(order.number)} {order.buyer} {order.maskedPhone}
        </h2>
        <p>
          {where(order)} {minuteText(order.placedAt)}
        </p>
        <table>
          <tbody>
            {order.lines
              .filter(({ quantity, refundedQuantity }) => quantity > refundedQuantity)
              .map(({ id, title, options, quantity, refundedQuantity }) => (
                <tr key={id}>
                  <td>
                    {title} {options.join(' ')}
                  </td>
                  <td>×{quantity - refundedQuantity}</td>
                </tr>
              ))}
          </tbody>
        </table>
        {order.note && (
          <p>
            {copy.picking.note}：{order.note}
          </p>
        )}
        {order.remark && (
          <p>
            {copy.picking.remark}：{order.remark}
          </p>
        )}
      </article>
    ))}
  </>
)

/** Reads the orders, then opens the print dialog; the frame goes when printing is over. Throws if one can't be read. */
export const printPicking = async (orderIds: readonly OrderId[]): Promise<void> => {
  const orders = await Promise.all(orderIds.map((orderId) => read('staff-order', 'detail', { orderId })))
  const frame = document.createElement('iframe')
  frame.style.cssText = 'position:fixed;width:0;height:0;border:0'
  document.body.append(frame)
  const { contentWindow: paper, contentDocument: page } = frame
  if (!paper || !page) return
  page.title = copy.picking.title
  const root = createRoot(page.body)
  flushSync(() => root.render(<Slips orders={orders} />))
  paper.addEventListener('afterprint', () => {
    root.unmount()
    frame.remove()
  })
  paper.print()
}
