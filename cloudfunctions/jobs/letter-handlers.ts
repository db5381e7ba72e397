/** Which room works on which letter of the outbox. */
import { assistMessageLetters } from '../assist/activity'
import { commissionLetters } from '../earning/follow-order'
import { feedLetters } from '../feed/refresh-feed'
import { groupMessageLetters } from '../group-buy/activity'
import { groupLetters } from '../group-buy/settle-group'
import { groupTellingLetters } from '../group-buy/tell-members'
import { serviceCardLetters } from '../message/keep-card'
import { messageLetters } from '../message/send-message'
import { sendRefund } from '../payment/send-refund'
import type { LetterHandlers } from '../runtime/outbox'
import { lookIntoReminder } from '../staff-order/look-into-reminder'
import { uploadShipping } from '../staff-order/upload-shipping'

export const letterHandlers: LetterHandlers = {
  ...assistMessageLetters,
  ...commissionLetters,
  ...feedLetters,
  ...groupLetters,
  ...groupMessageLetters,
  ...groupTellingLetters,
  ...messageLetters,
  ...serviceCardLetters,
  'refund.send': sendRefund,
  'shipping.upload': uploadShipping,
  'shipping.remind': lookIntoReminder,
}
