/** Shipping info: without it WeChat keeps the money of physical goods. */
import type { Parcel, Shipment, ShippingRefused, WechatApi } from '../wechat-api'
import { rfc3339Ms } from '../rfc3339'
import type { Call } from './access-token'
import { wechatFault } from './request'

const REFUSED: ReadonlySet<number> = new Set<ShippingRefused>([10060001, 10060002, 10060003, 10060004, 10060031])
/** "Not updated": the same info is there already. */
const UNCHANGED = 10060023
const LOGISTICS = { express: 1, 'same-city': 2, virtual: 3, pickup: 4 } as const
const UNIFIED = 1
const SPLIT = 2
const MAX_DESC = 120

export const uploadShipping =
  (call: Call): WechatApi['uploadShipping'] =>
  async (shipment) => {
    const path = 'wxa/sec/order/upload_shipping_info'
    const reply = await call('POST', path, wireOf(shipment))
    if (reply.errcode === 0 || reply.errcode === UNCHANGED) return 'ok'
    if (REFUSED.has(reply.errcode)) return { refused: reply.errcode as ShippingRefused }
    throw wechatFault(reply, path)
  }

const wireOf = (shipment: Shipment) => ({
  order_key:
    'transactionId' in shipment.order
      ? { order_number_type: 2, transaction_id: shipment.order.transactionId }
      : { order_number_type: 1, mchid: shipment.order.mchid, out_trade_no: shipment.order.outTradeNo },
  logistics_type: LOGISTICS[shipment.kind],
  ...deliveryOf(shipment),
  upload_time: rfc3339Ms(shipment.uploadedAt),
  payer: { openid: shipment.openid },
})

const deliveryOf = (shipment: Shipment) => {
  if (shipment.kind !== 'express')
    return { delivery_mode: UNIFIED, shipping_list: [{ item_desc: shorten(shipment.itemDesc) }] }
  const list = shipment.parcels.map(parcelOf)
  return list.length === 1 && shipment.isComplete
    ? { delivery_mode: UNIFIED, shipping_list: list }
    : { delivery_mode: SPLIT, is_all_delivered: shipment.isComplete, shipping_list: list }
}

const parcelOf = (parcel: Parcel) => ({
  tracking_no: parcel.trackingNo,
  express_company: parcel.expressCompany,
  item_desc: shorten(parcel.itemDesc),
  ...(parcel.receiverPhone === undefined ? {} : { contact: { receiver_contact: maskPhone(parcel.receiverPhone) } }),
})

const shorten = (text: string): string => {
  const letters = Array.from(text)
  return letters.length <= MAX_DESC ? text : `${letters.slice(0, MAX_DESC - 1).join('')}…`
}

/** `13812345678` → `138****5678`. WeChat wants the last four digits and forbids the rest. */
const maskPhone = (phone: string): string => {
  const digits = phone.replace(/\D/g, '')
  return `${digits.length >= 11 ? digits.slice(-11, -8) : ''}****${digits.slice(-4)}`
}
