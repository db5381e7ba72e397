/** The shopper confirmed in WeChat, or WeChat settled by itself: the order is received here as well, once. */
import type { order as contract } from '@/contract/order'
import { canConfirmReceipt } from '@/domain/order/order'
import { ok } from '@/domain/result'
import type { UseCase } from '../runtime/serve'
import { receive } from './confirm-receipt'
import { rowState } from './lock-order'
import { lockPaidOrder } from './lock-paid-order'

export const learnReceipt: UseCase<typeof contract.learnReceipt> = async (deps, _platform, named) => {
  const outcome = await deps.db.transaction().execute(async (trx) => {
    const row = await lockPaidOrder(trx, deps, named)
    if (!row) return 'unknown' as const
    if (row.trade === 'completed') return 'known' as const
    if (!canConfirmReceipt(rowState(row))) return 'not-receivable' as const
    await receive(trx, deps, row, 'shopper')
    return 'received' as const
  })
  deps.log[outcome === 'received' || outcome === 'known' ? 'info' : 'warn'](
    { outcome, outTradeNo: named.outTradeNo },
    'WeChat says it was received',
  )
  return ok({ outcome })
}
