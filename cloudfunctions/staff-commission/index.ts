/** Commission as the staff keep it: rates, statements, payouts by two people, corrections with a reason, the check of the books. */
import { staffCommission } from '@/contract/staff-commission'
import { serve } from '../runtime/serve'
import { checkLedger, settleFinding } from './check-ledger'
import { approve, reject, withdraw } from './decide-payout'
import { listLeaders } from './list-leaders'
import { listPayouts } from './list-payouts'
import { proposePayout } from './propose-payout'
import { adjustStatement, exportStatement, openStatement } from './statement'
import { openTerms, saveRate, saveTerms } from './terms'

export const main = serve(staffCommission, {
  leaders: listLeaders,
  statement: openStatement,
  terms: openTerms,
  saveTerms,
  saveRate,
  payouts: listPayouts,
  propose: proposePayout,
  approve,
  reject,
  withdraw,
  adjust: adjustStatement,
  checkLedger,
  settleFinding,
  exportStatement,
})
