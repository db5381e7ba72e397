/** A shop's end of WeChat's open API for tests: both stand-ins, the real client, and a payment to hang things on. */
import { epochMs, later, MINUTE } from '@/domain/time'
import { fen } from '@/domain/money'
import type { Shipment } from '../../cloudfunctions/runtime/adapters/wechat-api'
import { connectWechatApi } from '../../cloudfunctions/runtime/adapters/wechat-api/connect'
import { connectWechatPay } from '../../cloudfunctions/runtime/adapters/wechat-pay/connect'
import { makeStandinKeys, standinMerchant } from '../../cloudfunctions/runtime/local/wechat-pay/keys'
import { startWechatPayStandin } from '../../cloudfunctions/runtime/local/wechat-pay/standin'
import {
  standinApp,
  startWechatStandin,
  type WechatStandinOptions,
} from '../../cloudfunctions/runtime/local/wechat/standin'

export const OPENID = 'o-shopper-1'

let fileKeys: ReturnType<typeof makeStandinKeys> | undefined

export const openWechat = async (some: Partial<WechatStandinOptions> = {}) => {
  const clock = { at: epochMs(Date.UTC(2026, 10, 22, 4, 0, 0)) }
  const now = () => clock.at
  const keys = await (fileKeys ??= makeStandinKeys())
  const payStandin = await startWechatPayStandin({ keys, now, refundDelayMs: 0 })
  const standin = await startWechatStandin({ keys, findPayment: payStandin.findPaid, now, pushDelayMs: 0, ...some })
  const pay = connectWechatPay(standinMerchant(keys, payStandin.url))
  const wechat = connectWechatApi({ ...standinApp(keys, standin.url), now })

  /** Buys something for ¥39.90 and answers with the transaction's id. */
  const paid = async (outTradeNo = 'quanji-0001'): Promise<string> => {
    payStandin.faults.set({ notice: 'lost' })
    const asked = await pay.prepay({
      outTradeNo,
      description: '山东红富士 5 斤',
      amountFen: fen(3_990),
      openid: OPENID,
      expiresAt: later(clock.at, 30 * MINUTE),
      notifyUrl: 'http://127.0.0.1/notice',
    })
    if (asked.ok) payStandin.pay(asked.value.prepayId, 'success')
    const payment = await pay.query(outTradeNo)
    if (payment === 'unknown-order' || payment.state !== 'SUCCESS') throw new Error('not paid')
    return payment.transactionId
  }
  type Express = Extract<Shipment, { kind: 'express' }>
  const aShipment = (transactionId: string, more: Partial<Express> = {}): Shipment => ({
    order: { transactionId },
    openid: OPENID,
    uploadedAt: clock.at,
    kind: 'express',
    parcels: [{ expressCompany: 'ZTO', trackingNo: '78001234567890', itemDesc: '山东红富士 5 斤×1' }],
    isComplete: true,
    ...more,
  })

  return {
    clock,
    keys,
    payStandin,
    standin,
    pay,
    wechat,
    paid,
    aShipment,
    calls: (path: string) => standin.calls.filter((call) => call.path === path),
    close: async () => {
      await standin.stop()
      await payStandin.stop()
    },
  }
}
