/** The real line to WeChat Pay, over nothing but `fetch` and node:crypto. */
import type { WechatPay, WechatPayConfig } from '../wechat-pay'
import { payClient } from './client'
import { signForPhone } from './client-params'
import { readNotice } from './notice'
import { closeOrder, prepay, queryOrder } from './orders'
import { queryRefund, refund } from './refunds'
import { cancelTransfer, queryTransfer, transfer } from './transfers'

export const connectWechatPay = (config: WechatPayConfig): WechatPay => {
  const call = payClient(config)
  return {
    prepay: (ask) => prepay(call, config, ask),
    clientParams: signForPhone(config),
    query: (outTradeNo) => queryOrder(call, config, outTradeNo),
    close: (outTradeNo) => closeOrder(call, config, outTradeNo),
    refund: (ask) => refund(call, ask),
    queryRefund: (outRefundNo) => queryRefund(call, outRefundNo),
    transfer: (ask) => transfer(call, config, ask),
    queryTransfer: (outBillNo) => queryTransfer(call, outBillNo),
    cancelTransfer: (outBillNo) => cancelTransfer(call, outBillNo),
    readNotice: readNotice(config),
  }
}
