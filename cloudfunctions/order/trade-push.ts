/** WeChat's pushes about an order's money (`trade_manage_*`) as calls of this door. */
import * as z from 'zod'
import type { CallInput } from '@/contract/index'
import type { WechatEvent } from '../runtime/wechat-event'

const about = {
  transaction_id: z.string().regex(/^[0-9A-Za-z]{8,64}$/),
  merchant_id: z.string().regex(/^\d{6,20}$/),
  merchant_trade_no: z.string().regex(/^[0-9A-Za-z_*@-]{6,64}$/),
}
const reminder = z.looseObject({ Event: z.literal('trade_manage_remind_shipping'), ...about })
/** Pushed twice: when all is shipped, with a forecast only, and when the goods were received and the money is settled. */
const settlement = z.looseObject({
  Event: z.literal('trade_manage_order_settlement'),
  ...about,
  confirm_receive_time: z.int().min(0).optional(),
  settlement_time: z.int().min(0).optional(),
})

type TradeCall =
  | { action: 'learnReceipt'; input: CallInput<'order', 'learnReceipt'> }
  | { action: 'noteReminder'; input: CallInput<'order', 'noteReminder'> }

/** Null where the event is another one, or says nothing that the shop would act on. */
export const tradeCallFrom = (event: WechatEvent): TradeCall | null => {
  const late = reminder.safeParse(event)
  if (late.success) return { action: 'noteReminder', input: paymentOf(late.data) }
  const settled = settlement.safeParse(event)
  if (!settled.success) return null
  const { confirm_receive_time: receivedAt = 0, settlement_time: settledAt = 0 } = settled.data
  return receivedAt > 0 || settledAt > 0 ? { action: 'learnReceipt', input: paymentOf(settled.data) } : null
}

const paymentOf = (event: z.output<typeof reminder> | z.output<typeof settlement>) => ({
  transactionId: event.transaction_id,
  merchantId: event.merchant_id,
  outTradeNo: event.merchant_trade_no,
})
