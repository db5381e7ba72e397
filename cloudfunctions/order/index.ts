/** Checkout, placing and everything a shopper may do with their orders. */
import { order } from '@/contract/order'
import { serve } from '../runtime/serve'
import { cancelMyOrder } from './cancel-my-order'
import { changeMyAddress } from './change-address'
import { checkout } from './checkout'
import { confirmReceipt } from './confirm-receipt'
import { learnReceipt } from './learn-receipt'
import { listOrders } from './list-orders'
import { noteReminder } from './note-reminder'
import { openOrder } from './open-order'
import { placeOrder } from './place-order'
import { tradeCallFrom } from './trade-push'

export const main = serve(
  order,
  {
    checkout,
    place: placeOrder,
    list: listOrders,
    detail: openOrder,
    cancel: cancelMyOrder,
    confirmReceipt,
    learnReceipt,
    noteReminder,
    changeAddress: changeMyAddress,
  },
  { looksThemselves: ['checkout', 'place'], push: tradeCallFrom },
)
