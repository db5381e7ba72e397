/** A leader's money: the statement where every fen says where it comes from, what comes when, and the yes to a transfer. */
import { earning } from '@/contract/earning'
import { serve } from '../runtime/serve'
import { checkTransfer, confirmTransfer } from './confirm-transfer'
import { exportStatement, listPayouts, openStatement } from './my-statement'

export const main = serve(earning, {
  statement: openStatement,
  payouts: listPayouts,
  confirmTransfer,
  checkTransfer,
  exportStatement,
})
