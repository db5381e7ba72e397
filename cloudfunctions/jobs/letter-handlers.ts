/** Which room works on which letter of the outbox. */
import { feedLetters } from '../feed/refresh-feed'
import { sendRefund } from '../payment/send-refund'
import type { LetterHandlers } from '../runtime/outbox'
import { uploadShipping } from '../staff-order/upload-shipping'

export const letterHandlers: LetterHandlers = {
  ...feedLetters,
  'refund.send': sendRefund,
  'shipping.upload': uploadShipping,
}
