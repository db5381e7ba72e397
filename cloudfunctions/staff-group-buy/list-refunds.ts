import type { staffGroupBuy } from '@/contract/staff-group-buy'
import { fen } from '@/domain/money'
import { ok } from '@/domain/result'
import { audit } from '../runtime/audit'
import type { UseCase } from '../runtime/serve'
import { countRefunds, listRefunds } from './refund-ledger.sql'
import { refundRow } from './refund-row'

export const refunds: UseCase<typeof staffGroupBuy.refunds> = async (deps, { pickupPointIds }, input) => {
  const [rows, { openFen, ...of }] = await Promise.all([
    listRefunds(deps, pickupPointIds, input),
    countRefunds(deps, pickupPointIds),
  ])
  const counts = { ...of, all: of.open + of.failed + of.done }
  return ok({ rows: rows.map(refundRow), total: counts[input.tab], counts, openFen: fen(openFen) })
}

/** Of a row with some 400 bytes; a reply may hold 1 MB. */
const PART = 1_000

/** Who carries people's refunds out of the house is in the trail, as with orders. */
export const exportRefunds: UseCase<typeof staffGroupBuy.exportRefunds> = async (deps, caller, { tab, page }) => {
  const rows = await listRefunds(deps, caller.pickupPointIds, { tab, page, pageSize: PART })
  await audit(deps.db, deps, caller, {
    action: 'refund.export',
    subject: 'refunds',
    after: { tab, rows: rows.length, ...(page > 1 ? { part: page } : {}) },
  })
  return ok({ rows: rows.map(refundRow), isMore: rows.length === PART })
}
