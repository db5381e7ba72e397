/** The order behind a payment that WeChat names. All three numbers must be those of one payment of this shop. */
import type { order as contract } from '@/contract/order'
import type { ParsedOf } from '@/contract/define'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import { lockOrder, type OrderRow } from './lock-order'

export type NamedPayment = ParsedOf<typeof contract.learnReceipt>

/** Locked until the transaction ends; null where no such payment stands in the books. */
export const lockPaidOrder = async (trx: Trx, deps: Deps, named: NamedPayment): Promise<OrderRow | null> => {
  const { PAY_MERCHANT_ID: merchantId } = deps.config
  if (merchantId !== undefined && merchantId !== named.merchantId) return null
  const payment = await trx
    .selectFrom('payment')
    .select('order_id')
    .where('store_id', '=', deps.storeId)
    .where('out_trade_no', '=', named.outTradeNo)
    .where('transaction_id', '=', named.transactionId)
    .executeTakeFirst()
  return payment ? lockOrder(trx, deps, payment.order_id) : null
}
