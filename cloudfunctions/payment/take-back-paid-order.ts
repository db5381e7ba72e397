/** A paid order taken back within ten minutes: goods return to the shelf, everything paid goes back, in one transaction. */
import type { OrderId } from '@/domain/ids'
import { fen, subtractFen } from '@/domain/money'
import { isRegretOpen } from '@/domain/order/order'
import type { TradeState } from '@/domain/order/trade'
import { allThatIsLeft, refundAmount } from '@/domain/pricing/refund-amount'
import { ok, refuse, type Result } from '@/domain/result'
import type { Deps } from '../runtime/deps'
import { giveBackStock } from '../order/give-back-stock.sql'
import { lockOrder, rowState } from '../order/lock-order'
import { refundableLines } from './refundable-lines.sql'
import { wantRefund } from './want-refund'

type No = { code: 'order.unknown' } | { code: 'order.not-cancellable'; trade: TradeState }

export const takeBackPaidOrder = (deps: Deps, orderId: OrderId): Promise<Result<null, No>> =>
  deps.db.transaction().execute(async (trx): Promise<Result<null, No>> => {
    const row = await lockOrder(trx, deps, orderId)
    if (!row) return refuse({ code: 'order.unknown' })
    if (!isRegretOpen(rowState(row), deps.now()))
      return refuse({ code: 'order.not-cancellable', trade: row.trade as TradeState })
    const lines = await refundableLines(trx, deps, orderId)
    const sum = refundAmount(lines, allThatIsLeft(lines))
    if (!sum.ok) throw new Error('what is left of an order can always be refunded')
    await giveBackStock(trx, deps, orderId)
    await wantRefund(trx, deps, row, {
      requestId: 'take-back',
      kind: 'shopper-cancel',
      sum: sum.value,
      deliveryFen: subtractFen(subtractFen(fen(row.paid_fen), fen(row.refunded_fen)), sum.value.amountFen),
      reason: '买家取消订单',
      restock: true,
      events: [{ kind: 'stopped' }],
      change: { fulfilment: 'stopped' },
    })
    return ok(null)
  })
