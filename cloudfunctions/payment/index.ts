/** Paying: the shopper's side by call, WeChat Pay's side by its signed notices. */
import { payment } from '@/contract/payment'
import { serve } from '../runtime/serve'
import { checkPayment } from './check-payment'
import { receiveNotice } from './receive-notice'
import { startPayment } from './start-payment'

export const main = serve(
  payment,
  { start: startPayment, check: checkPayment },
  { routes: { '/notice/pay': receiveNotice } },
)
