/** Orders on the admin page: the day's board, the list, one order, and every act on it. */
import { staffOrder } from '@/contract/staff-order'
import { serve } from '../runtime/serve'
import { cancelForShopper } from './cancel-for-shopper'
import { changeOrderAddress } from './change-order-address'
import { changeOrderPrice } from './change-order-price'
import { exportOrders } from './export-orders'
import { handOver } from './hand-over'
import { listDeadLetters, retryLetter } from './dead-letters'
import { listStaffOrders } from './list-staff-orders'
import { makeOrdersReady } from './make-orders-ready'
import { openStaffOrder } from './open-staff-order'
import { previewRefund, refundOrder } from './refund-order'
import { remarkOrder } from './remark-order'
import { shipManyOrders } from './ship-many-orders'
import { shipOrder } from './ship-order'
import { openToday } from './open-today'
import { unmaskBuyer } from './unmask-buyer'

export const main = serve(staffOrder, {
  today: openToday,
  list: listStaffOrders,
  detail: openStaffOrder,
  unmask: unmaskBuyer,
  ship: shipOrder,
  shipMany: shipManyOrders,
  makeReady: makeOrdersReady,
  handOver,
  refund: refundOrder,
  refundPreview: previewRefund,
  changePrice: changeOrderPrice,
  changeAddress: changeOrderAddress,
  cancel: cancelForShopper,
  remark: remarkOrder,
  exportCsv: exportOrders,
  deadLetters: listDeadLetters,
  retryLetter,
})
