/** Shipping info as WeChat takes it: every field checked with its own code, only of paid orders, and only one re-shipment. */
import * as z from 'zod'
import { fromRfc3339 } from '../../adapters/rfc3339'
import type { FindPayment, ShippedParcel, Shipping, WechatBooks } from './books'
import { reading, say, sayNo, type Say } from './say'

const bodyShape = z.object({
  order_key: z.object({
    order_number_type: z.unknown(),
    transaction_id: z.string().optional(),
    mchid: z.string().optional(),
    out_trade_no: z.string().optional(),
  }),
  logistics_type: z.unknown(),
  delivery_mode: z.unknown(),
  is_all_delivered: z.boolean().optional(),
  shipping_list: z
    .array(
      z.object({
        tracking_no: z.string().optional(),
        express_company: z.string().optional(),
        item_desc: z.string().optional(),
        contact: z
          .object({ consignor_contact: z.string().optional(), receiver_contact: z.string().optional() })
          .optional(),
      }),
    )
    .min(1),
  upload_time: z.string(),
  payer: z.object({ openid: z.string().min(1) }),
})
type Body = z.output<typeof bodyShape>
type BodyParcel = Body['shipping_list'][number]

const EXPRESS = 1
const UNIFIED = 1
const SPLIT = 2
const MOST_PARCELS = 15

export const uploadShipping = (books: WechatBooks, findPayment: FindPayment, body: unknown): Say =>
  reading(bodyShape, body, sayNo(10060014, '参数错误'), (ask) => {
    const complaint = complaintOf(ask)
    if (complaint) return complaint
    const { transaction_id: transactionId, out_trade_no: outTradeNo = '' } = ask.order_key
    const payment = findPayment(transactionId === undefined ? { outTradeNo } : { transactionId })
    if (!payment) return sayNo(10060001, '支付单不存在')
    if (payment.openid !== ask.payer.openid) return sayNo(10060031, '该笔支付单不属于 openid 所指定的用户')
    if (payment.refundedFen >= payment.amountFen) return sayNo(10060004, '支付单处于不可发货的状态')
    return book(books, payment.transactionId, ask)
  })

const complaintOf = (ask: Body): Say | null => {
  const { order_number_type: type, transaction_id: transactionId, mchid, out_trade_no: outTradeNo } = ask.order_key
  if (type !== 1 && type !== 2) return sayNo(268485194, '订单单号类型非法')
  if (type === 2 && !transactionId) return sayNo(268485195, 'transaction_id 字段不能为空')
  if (type === 1 && !mchid) return sayNo(268485196, 'mchid 字段不能为空')
  if (type === 1 && !outTradeNo) return sayNo(268485197, 'out_trade_no 字段不能为空')
  if (fromRfc3339(ask.upload_time) === null) return sayNo(268485216, '上传时间非法，请按照 RFC 3339 格式填写')
  if (ask.delivery_mode !== UNIFIED && ask.delivery_mode !== SPLIT) return sayNo(268485224, '发货模式非法')
  if (![1, 2, 3, 4].includes(Number(ask.logistics_type))) return sayNo(10060005, '物流类型有误')
  if (ask.delivery_mode === SPLIT && ask.logistics_type !== EXPRESS)
    return sayNo(10060006, '非快递发货时不允许分拆发货')
  if (ask.delivery_mode === SPLIT && ask.is_all_delivered === undefined)
    return sayNo(10060007, '分拆发货模式下必须填写 is_all_delivered 字段')
  if (ask.delivery_mode === UNIFIED && ask.shipping_list.length !== 1)
    return sayNo(268485228, '统一发货模式下，物流信息列表长度必须为 1')
  if (ask.shipping_list.length > MOST_PARCELS) return sayNo(10060024, '物流信息列表太长')
  for (const parcel of ask.shipping_list) {
    const wrong = parcelComplaint(parcel, ask.logistics_type === EXPRESS)
    if (wrong) return wrong
  }
  return null
}

const parcelComplaint = (parcel: BodyParcel, isExpress: boolean): Say | null => {
  if (!parcel.item_desc) return sayNo(10060008, '商品描述 item_desc 字段不能为空')
  if (Array.from(parcel.item_desc).length > 120) return sayNo(10060009, '商品描述 item_desc 字段太长')
  if (!isExpress) return null
  if (!parcel.tracking_no) return sayNo(268485226, '物流单号不能为空')
  if (!parcel.express_company) return sayNo(268485227, '物流公司编码不能为空')
  if (parcel.tracking_no.length > 128) return sayNo(10060026, '物流单号太长')
  if (parcel.express_company.length > 128) return sayNo(10060025, '物流公司编码太长')
  const contacts = [parcel.contact?.consignor_contact, parcel.contact?.receiver_contact].filter((c) => c !== undefined)
  if (parcel.express_company === 'SF' && contacts.length === 0) return sayNo(10060014, '顺丰发货必须填写联系方式')
  if (contacts.some((contact) => !/\*.*\d{4}(-\d+)?$/.test(contact)))
    return sayNo(10060014, '联系方式须打掩码，保留后四位')
  return null
}

const book = (books: WechatBooks, transactionId: string, ask: Body): Say => {
  const before = books.shippings.get(transactionId)
  const isDone = ask.delivery_mode === UNIFIED || ask.is_all_delivered === true
  const kind = { logisticsType: Number(ask.logistics_type), deliveryMode: Number(ask.delivery_mode) }
  const isOtherKind =
    before !== undefined && (before.logisticsType !== kind.logisticsType || before.deliveryMode !== kind.deliveryMode)
  const isAnew = before !== undefined && (before.isDone || isOtherKind)
  const parcels = mergeParcels(isAnew ? [] : (before?.parcels ?? []), ask.shipping_list.map(keep))

  if (before && isSame(before, { ...kind, parcels, isDone })) return sayNo(10060023, '发货信息未更新')
  if (before && Number(fromRfc3339(ask.upload_time)) <= Number(fromRfc3339(before.uploadTime)))
    return sayNo(10060014, '上传时间必须比之前的请求更新')
  if (isAnew && before.timesDone >= 2) return sayNo(10060003, '支付单已使用重新发货机会')
  if (parcels.length > MOST_PARCELS) return sayNo(10060024, '物流信息列表太长')
  // A change of kind before all was shipped uses the one chance up as well.
  const timesBefore = isAnew ? Math.max(before.timesDone, 1) : 0
  books.shippings.put(transactionId, {
    ...kind,
    parcels,
    isDone,
    uploadTime: ask.upload_time,
    timesDone: isDone || isAnew ? timesBefore + 1 : timesBefore,
  })
  return say()
}

const keep = ({ tracking_no, express_company, item_desc = '' }: BodyParcel): ShippedParcel => ({
  tracking_no,
  express_company,
  item_desc,
})

/** Parcels of one split delivery come one upload after the other; the same number again replaces the parcel. */
const mergeParcels = (old: readonly ShippedParcel[], fresh: readonly ShippedParcel[]): ShippedParcel[] => [
  ...new Map([...old, ...fresh].map((parcel) => [parcel.tracking_no, parcel])).values(),
]

const isSame = (before: Shipping, after: Pick<Shipping, 'logisticsType' | 'deliveryMode' | 'parcels' | 'isDone'>) => {
  const text = (s: typeof after) => JSON.stringify([s.logisticsType, s.deliveryMode, s.isDone, s.parcels])
  return text(before) === text(after)
}
