/** A paid order taken back within ten minutes: goods return to the shelf, everything paid goes back, in one transaction. */
import type { OrderId } from '@/domain/ids'
import { isRegretOpen } from '@/domain/order/order'
import type { TradeState } from '@/domain/order/trade'
import { ok, refuse, type Result } from '@/domain/result'
import type { Deps } from '../runtime/deps'
import { giveBackFlash } from '../order/flash-hold.sql'
import { giveBackStock } from '../order/give-back-stock.sql'
import { lockDeals } from '../order/hold-deals'
import { rowState } from '../order/lock-order'
import { isListFinal, lockOrderInSale } from '../sale/lock-sale'
import { refundAll } from './refund-all'

type No = { code: 'order.unknown' } | { code: 'order.not-cancellable'; trade: TradeState }

export const takeBackPaidOrder = (deps: Deps, orderId: OrderId): Promise<Result<null, No>> =>
  deps.db.transaction().execute(async (trx): Promise<Result<null, No>> => {
    const row = await lockOrderInSale(trx, deps, orderId)
    if (!row) return refuse({ code: 'order.unknown' })
    const state = { ...rowState(row), isListFinal: await isListFinal(trx, deps, row.sale_id) }
    if (!isRegretOpen(state, deps.now()))
      return refuse({ code: 'order.not-cancellable', trade: row.trade as TradeState })
    await lockDeals(trx, deps, row)
    await giveBackFlash(trx, deps, row)
    await giveBackStock(trx, deps, orderId)
    await refundAll(trx, deps, row, {
      requestId: 'take-back',
      kind: 'shopper-cancel',
      reason: '买家取消订单',
      events: [{ kind: 'stopped' }],
      change: { fulfilment: 'stopped' },
    })
    return ok(null)
  })
