/** WeChat misses an order's shipping info after 48 hours and keeps its money. Once an order, it becomes a letter that the clock looks into. */
import type { order as contract } from '@/contract/order'
import { ok } from '@/domain/result'
import { enqueue } from '../runtime/outbox'
import type { UseCase } from '../runtime/serve'
import { lockPaidOrder } from './lock-paid-order'

export const noteReminder: UseCase<typeof contract.noteReminder> = async (deps, _platform, named) => {
  const outcome = await deps.db.transaction().execute(async (trx) => {
    const row = await lockPaidOrder(trx, deps, named)
    if (!row) return 'unknown' as const
    const open = await trx
      .selectFrom('outbox')
      .select('id')
      .where('store_id', '=', deps.storeId)
      .where('topic', '=', 'shipping.remind')
      .where('subject', '=', row.id)
      .where('state', '<>', 'done')
      .executeTakeFirst()
    if (open) return 'known' as const
    await enqueue(trx, deps, { topic: 'shipping.remind', subject: row.id })
    return 'noted' as const
  })
  deps.log.warn({ outcome, outTradeNo: named.outTradeNo }, 'WeChat misses shipping info')
  return ok({ outcome })
}
