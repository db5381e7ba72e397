/**
 * Refunds that were sent but whose notice never came: WeChat Pay is asked. Drawn by lot, since a bank may take days over
 * the oldest ones, and the others must have their turn all the same.
 */
import { sql } from 'kysely'
import { MINUTE } from '@/domain/time'
import type { Deps } from '../runtime/deps'
import { finishRefund } from './finish-refund'

export const chaseRefunds = async (deps: Deps): Promise<{ done: number; failed: number }> => {
  const open = await deps.db
    .selectFrom('refund')
    .select('out_refund_no')
    .where('store_id', '=', deps.storeId)
    .where('state', '=', 'sent')
    .where('wanted_at', '<', new Date(deps.now() - 2 * MINUTE))
    .orderBy(sql`random()`)
    .limit(20)
    .execute()
  let failed = 0
  for (const { out_refund_no } of open) {
    try {
      const state = await deps.pay.queryRefund(out_refund_no)
      if (state !== 'unknown-refund') await finishRefund(deps, out_refund_no, state.status)
    } catch (error) {
      failed++
      deps.log.warn({ subject: out_refund_no, err: error }, 'a refund could not be asked after')
    }
  }
  return { done: open.length - failed, failed }
}
