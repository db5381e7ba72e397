import type { staffGroupBuy } from '@/contract/staff-group-buy'
import { fen } from '@/domain/money'
import { ok } from '@/domain/result'
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
