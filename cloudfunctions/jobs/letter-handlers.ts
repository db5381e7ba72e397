/** Which room works on which letter of the outbox. */
import { feedLetters } from '../feed/refresh-feed'
import { groupMessageLetters } from '../group-buy/activity'
import { sendRefund } from '../payment/send-refund'
import type { LetterHandlers } from '../runtime/outbox'
import { uploadShipping } from '../staff-order/upload-shipping'

export const letterHandlers: LetterHandlers = {
  ...feedLetters,
  ...groupMessageLetters,
  'refund.send': sendRefund,
  'shipping.upload': uploadShipping,
}
