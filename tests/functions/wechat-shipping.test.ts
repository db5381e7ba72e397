/** Shipping info: without it the money stays frozen, so each rule of WeChat is met here first. */
import { fen } from '@/domain/money'
import { later, MINUTE, SECOND } from '@/domain/time'
import type { Parcel, Shipment } from '../../cloudfunctions/runtime/adapters/wechat-api'
import { standinApp } from '../../cloudfunctions/runtime/local/wechat/standin'
import { OPENID, openWechat } from '../support/wechat-api'

let w: Awaited<ReturnType<typeof openWechat>>
let transactionId: string
beforeEach(async () => {
  w = await openWechat()
  transactionId = await w.paid()
})
afterEach(() => w.close())

const PATH = '/wxa/sec/order/upload_shipping_info'
const parcel = (n: number): Parcel => ({ expressCompany: 'ZTO', trackingNo: `7800${n}`, itemDesc: `第 ${n} 箱` })
const upload = (more: Parameters<typeof w.aShipment>[1] = {}) =>
  w.wechat.uploadShipping(w.aShipment(transactionId, more))
const tick = () => void (w.clock.at = later(w.clock.at, SECOND))

test('says it as WeChat wants to hear it', async () => {
  await expect(upload()).resolves.toBe('ok')
  expect(w.calls(PATH)[0]?.body).toEqual({
    order_key: { order_number_type: 2, transaction_id: transactionId },
    logistics_type: 1,
    delivery_mode: 1,
    shipping_list: [{ tracking_no: '78001234567890', express_company: 'ZTO', item_desc: '山东红富士 5 斤×1' }],
    upload_time: '2026-11-22T12:00:00.000+08:00',
    payer: { openid: OPENID },
  })
})

test('an order may be named by the shop’s own number', async () => {
  const order = { mchid: w.keys.mchid, outTradeNo: 'quanji-0001' }
  await expect(upload({ order })).resolves.toBe('ok')
  expect(w.standin.books.shippings.has(transactionId)).toBe(true)
})

test.each(['same-city', 'virtual', 'pickup'] as const)('%s needs no parcel', async (kind) => {
  const shipment: Shipment = {
    order: { transactionId },
    openid: OPENID,
    uploadedAt: w.clock.at,
    kind,
    itemDesc: '山东红富士'.repeat(40),
  }
  await expect(w.wechat.uploadShipping(shipment)).resolves.toBe('ok')
})

test('the same upload again changes nothing and is no error', async () => {
  await upload()
  await expect(upload()).resolves.toBe('ok')
  tick()
  await expect(upload()).resolves.toBe('ok')
  expect(w.standin.books.shippings.get(transactionId)?.timesDone).toBe(1)
})

test('parcels of a split delivery come one after the other', async () => {
  await expect(upload({ parcels: [parcel(1)], isComplete: false })).resolves.toBe('ok')
  tick()
  await expect(upload({ parcels: [parcel(2), parcel(3)], isComplete: true })).resolves.toBe('ok')
  expect(w.standin.books.shippings.get(transactionId)).toMatchObject({
    isDone: true,
    timesDone: 1,
    parcels: [{ tracking_no: '78001' }, { tracking_no: '78002' }, { tracking_no: '78003' }],
  })
})

test('only one re-shipment', async () => {
  await upload({ parcels: [parcel(1)] })
  tick()
  await expect(upload({ parcels: [parcel(2)] })).resolves.toBe('ok')
  tick()
  await expect(upload({ parcels: [parcel(3)] })).resolves.toEqual({ refused: 10060003 })
})

test('turning a whole delivery into a split one is the re-shipment', async () => {
  await upload({ parcels: [parcel(1)] })
  tick()
  await expect(upload({ parcels: [parcel(1), parcel(2)] })).resolves.toBe('ok')
  tick()
  await expect(upload({ parcels: [parcel(3)] })).resolves.toEqual({ refused: 10060003 })
})

test('an unpaid, a foreign and a refunded order are refused', async () => {
  await expect(upload({ order: { transactionId: '4200none' } })).resolves.toEqual({ refused: 10060001 })
  await expect(upload({ openid: 'o-shopper-2' })).resolves.toEqual({ refused: 10060031 })

  const half = { outTradeNo: 'quanji-0001', totalFen: fen(3_990), reason: '坏果', notifyUrl: 'http://127.0.0.1/notice' }
  await w.pay.refund({ ...half, outRefundNo: 'r-1', refundFen: fen(1_000) })
  await expect(upload()).resolves.toBe('ok')
  tick()
  await w.pay.refund({ ...half, outRefundNo: 'r-2', refundFen: fen(2_990) })
  await expect(upload({ parcels: [parcel(2)] })).resolves.toEqual({ refused: 10060004 })
})

test('SF gets the receiver’s number with only its last four digits', async () => {
  const sf: Parcel = { ...parcel(1), expressCompany: 'SF' }
  await expect(upload({ parcels: [sf] })).rejects.toMatchObject({ reason: '10060014', retryable: false })
  await expect(upload({ parcels: [{ ...sf, receiverPhone: '+86 138-1234-5678' }] })).resolves.toBe('ok')
  expect(JSON.stringify(w.calls(PATH).at(-1)?.body)).toContain('"receiver_contact":"138****5678"')
})

test('an upload older than the last one is refused', async () => {
  await upload({ parcels: [parcel(1)], isComplete: false })
  const old = upload({ parcels: [parcel(2)], uploadedAt: later(w.clock.at, -MINUTE) })
  await expect(old).rejects.toMatchObject({ reason: '10060014' })
})

test('sixteen parcels are one too many', async () => {
  const [first, ...others] = Array.from({ length: 16 }, (_, n) => parcel(n))
  if (!first) throw new Error('no parcel')
  await expect(upload({ parcels: [first, ...others] })).rejects.toMatchObject({ reason: '10060024' })
})

test('WeChat being busy is worth another try', async () => {
  w.standin.failNext(PATH, 10060012)
  await expect(upload()).rejects.toMatchObject({ retryable: true })
  await expect(upload()).resolves.toBe('ok')
})

/** Requests our own client can't make, to hold the stand-in to WeChat's list of errors. */
test.each([
  [{ order_key: { order_number_type: 9 } }, 268485194],
  [{ order_key: { order_number_type: 2 } }, 268485195],
  [{ order_key: { order_number_type: 1, out_trade_no: 'quanji-0001' } }, 268485196],
  [{ order_key: { order_number_type: 1, mchid: '1900000001' } }, 268485197],
  [{ upload_time: '2026-11-22 12:00:00' }, 268485216],
  [{ delivery_mode: 3 }, 268485224],
  [{ logistics_type: 5 }, 10060005],
  [{ logistics_type: 4, delivery_mode: 2, is_all_delivered: true }, 10060006],
  [{ delivery_mode: 2 }, 10060007],
  [{ shipping_list: [] }, 10060014],
  [{ shipping_list: [{ item_desc: 'a', tracking_no: '1', express_company: 'ZTO' }, { item_desc: 'b' }] }, 268485228],
  [{ shipping_list: [{ tracking_no: '1', express_company: 'ZTO' }] }, 10060008],
  [{ shipping_list: [{ item_desc: '长'.repeat(121), tracking_no: '1', express_company: 'ZTO' }] }, 10060009],
  [{ shipping_list: [{ item_desc: 'a', express_company: 'ZTO' }] }, 268485226],
  [{ shipping_list: [{ item_desc: 'a', tracking_no: '1' }] }, 268485227],
  [{ payer: {} }, 10060014],
])('%j → %i', async (wrong, errcode) => {
  const { appId: appid, appSecret: secret } = standinApp(w.keys, w.standin.url)
  const { access_token: token } = await ask('cgi-bin/stable_token', { grant_type: 'client_credential', appid, secret })
  const good = {
    order_key: { order_number_type: 2, transaction_id: transactionId },
    logistics_type: 1,
    delivery_mode: 1,
    shipping_list: [{ item_desc: 'a', tracking_no: '1', express_company: 'ZTO' }],
    upload_time: '2026-11-22T12:00:00+08:00',
    payer: { openid: OPENID },
  }
  expect(
    await ask(`wxa/sec/order/upload_shipping_info?access_token=${String(token)}`, { ...good, ...wrong }),
  ).toMatchObject({
    errcode,
  })
  expect(w.standin.books.shippings.has(transactionId)).toBe(false)
})

const ask = async (path: string, body: object): Promise<Record<string, unknown>> => {
  const response = await fetch(`${w.standin.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return (await response.json()) as Record<string, unknown>
}
