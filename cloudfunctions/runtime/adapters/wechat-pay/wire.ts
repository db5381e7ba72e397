/** What WeChat Pay v3 says, parsed once. Fields that the shop has no use for are left out, so new ones do no harm. */
import * as z from 'zod'
import { fen } from '@/domain/money'
import { fromRfc3339 } from '../rfc3339'

const fenOnWire = z.int().nonnegative().transform(fen)
const instantOnWire = z.string().transform((text, ctx) => {
  const at = fromRfc3339(text)
  if (at !== null) return at
  ctx.addIssue('not RFC 3339')
  return z.NEVER
})

export const prepaidWire = z.object({ prepay_id: z.string().min(1) })

const paidFields = {
  mchid: z.string(),
  appid: z.string(),
  out_trade_no: z.string(),
  transaction_id: z.string().min(1),
  success_time: instantOnWire,
  attach: z.string().optional(),
  payer: z.object({ openid: z.string() }),
  // The shop sells in yuan only; an amount in another currency is not a number of fen.
  amount: z.object({ total: fenOnWire, currency: z.literal('CNY').default('CNY') }),
}

export const paidWire = z.object({ ...paidFields, trade_state: z.literal('SUCCESS') })

export const orderWire = z.discriminatedUnion('trade_state', [
  z.object({ ...paidFields, trade_state: z.enum(['SUCCESS', 'REFUND']) }),
  z.object({
    trade_state: z.enum(['NOTPAY', 'CLOSED', 'REVOKED', 'USERPAYING', 'PAYERROR']),
    mchid: z.string(),
    appid: z.string(),
    out_trade_no: z.string(),
  }),
])

const refundFields = {
  out_trade_no: z.string(),
  transaction_id: z.string(),
  out_refund_no: z.string(),
  refund_id: z.string().min(1),
  success_time: instantOnWire.optional(),
  amount: z.object({ total: fenOnWire, refund: fenOnWire }),
}

export const refundWire = z.object({
  ...refundFields,
  status: z.enum(['PROCESSING', 'SUCCESS', 'CLOSED', 'ABNORMAL']),
})

export const refundedWire = z.object({
  ...refundFields,
  mchid: z.string(),
  refund_status: z.enum(['SUCCESS', 'CLOSED', 'ABNORMAL']),
})

const transferFields = {
  out_bill_no: z.string(),
  transfer_bill_no: z.string().min(1),
  fail_reason: z.string().optional(),
}
const transferState = z.enum([
  ...(['ACCEPTED', 'PROCESSING', 'WAIT_USER_CONFIRM', 'TRANSFERING'] as const),
  ...(['SUCCESS', 'FAIL', 'CANCELING', 'CANCELLED'] as const),
])

export const transferWire = z.object({
  ...transferFields,
  state: transferState,
  package_info: z.string().optional(),
})

export const transferredWire = z.object({
  ...transferFields,
  mch_id: z.string(),
  state: z.enum(['SUCCESS', 'FAIL', 'CANCELLED']),
  transfer_amount: fenOnWire,
})

export const noticeWire = z.object({
  id: z.string().min(1),
  event_type: z.string(),
  resource: z.object({
    algorithm: z.literal('AEAD_AES_256_GCM'),
    ciphertext: z.string(),
    nonce: z.string(),
    associated_data: z.string().default(''),
  }),
})
