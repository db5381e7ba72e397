/**
 * An independent client, `wechatpay-axios-plugin`, as the judge of both ends: what the stand-in takes and says is what
 * the library sends and accepts, and what the shop signs and reads is what the library would.
 */
import Fastify from 'fastify'
import { fen } from '@/domain/money'
import { Aes, Decorator, Formatter, Rsa } from 'wechatpay-axios-plugin'
import { fitsLines, seal, signLines, unseal } from '../../cloudfunctions/runtime/adapters/wechat-pay/signature'
import { connectWechatPay } from '../../cloudfunctions/runtime/adapters/wechat-pay/connect'
import { makeStandinKeys, standinMerchant } from '../../cloudfunctions/runtime/local/wechat-pay/keys'
import { wechatPayStandin } from '../../cloudfunctions/runtime/local/wechat-pay/standin'
import { openPayments } from '../support/wechat-pay'

let p: Awaited<ReturnType<typeof openPayments>>
beforeEach(async () => {
  p = await openPayments()
})
afterEach(() => p.close())

const library = (certs: Record<string, string> = { [p.keys.platform.serial]: p.keys.platform.publicKey }) => {
  const { mchid, merchant } = p.keys
  const config = { mchid, serial: merchant.serial, privateKey: merchant.privateKey, certs }
  return Decorator.jsonBased({ ...config, ...{ baseURL: p.standin.url, proxy: false } })
}

const order = () => ({
  appid: p.keys.appid,
  mchid: p.keys.mchid,
  description: '山东红富士 5 斤',
  out_trade_no: 'quanji-0001',
  notify_url: p.door.url,
  amount: { total: 3_990, currency: 'CNY' },
  payer: { openid: 'o-shopper-1' },
})

test('the library prepays, asks, closes and refunds at the stand-in', async () => {
  const client = library()
  const prepaid = await client.post('v3/pay/transactions/jsapi', order())
  p.standin.pay((prepaid.data as { prepay_id: string }).prepay_id, 'success')
  const asked = await client.get('v3/pay/transactions/out-trade-no/quanji-0001', { params: { mchid: p.keys.mchid } })
  expect(asked.data).toMatchObject({ trade_state: 'SUCCESS', amount: { total: 3_990 } })
  const closing = client.post('v3/pay/transactions/out-trade-no/quanji-0001/close', { mchid: p.keys.mchid })
  await expect(closing).rejects.toMatchObject({ response: { status: 400, data: { code: 'ORDERPAID' } } })
  const refunded = await client.post('v3/refund/domestic/refunds', {
    out_trade_no: 'quanji-0001',
    out_refund_no: 'r-1',
    amount: { refund: 1, total: 3_990, currency: 'CNY' },
  })
  expect(refunded.data).toMatchObject({ status: 'PROCESSING', amount: { refund: 1 } })
  const never = await client.post('v3/pay/transactions/out-trade-no/quanji-0002/close', { mchid: p.keys.mchid })
  expect(never.status).toBe(204)
})

test('the library transfers, asks and calls back at the stand-in; what the shop asks for is the same transfer', async () => {
  const client = library()
  const bills = 'v3/fund-app/mch-transfer/transfer-bills'
  const bill = {
    appid: p.keys.appid,
    out_bill_no: 'trf0001',
    transfer_scene_id: '1005',
    openid: 'o-leader-1',
    transfer_amount: 478,
    transfer_remark: '团长佣金',
    notify_url: p.door.url,
    transfer_scene_report_infos: [
      { info_type: '岗位类型', info_content: '社区团长' },
      { info_type: '报酬说明', info_content: '团购服务佣金' },
    ],
  }
  const made = (await client.post(bills, bill)).data as {
    state: string
    package_info: string
    transfer_bill_no: string
  }
  expect(made.state).toBe('WAIT_USER_CONFIRM')
  const report = { post: '社区团长', what: '团购服务佣金' }
  const ask = { outBillNo: 'trf0001', openid: 'o-leader-1', amountFen: fen(478), remark: '团长佣金', report }
  expect(await p.pay.transfer({ ...ask, notifyUrl: p.door.url })).toMatchObject({
    ok: true,
    value: { status: 'waiting', billNo: made.transfer_bill_no, packageInfo: made.package_info },
  })
  expect(await p.pay.transfer({ ...ask, amountFen: fen(479), notifyUrl: p.door.url })).toMatchObject({
    refusal: { code: 'transfer.invalid' },
  })
  const cancelled = await client.post(`${bills}/out-bill-no/trf0001/cancel`)
  expect(cancelled.data).toMatchObject({ state: 'CANCELLED' })
  expect(await p.pay.queryTransfer('trf0001')).toMatchObject({ status: 'lapsed' })
  expect(await p.pay.cancelTransfer('trf0002')).toBe('too-late')
  expect(await p.pay.queryTransfer('trf0002')).toBe('unknown-transfer')
  const asked = await client.get(`${bills}/out-bill-no/trf0001`)
  expect(asked.data).toMatchObject({ mch_id: p.keys.mchid, transfer_amount: 478, state: 'CANCELLED' })
})

test('the library refuses a stand-in whose key it does not know', async () => {
  const stranger = await makeStandinKeys()
  const client = library({ PUB_KEY_ID_STRANGER: stranger.platform.publicKey })
  await expect(client.post('v3/pay/transactions/jsapi', order())).rejects.toMatchObject({
    code: 'EV3_RES_HEADER_PLATFORM_SERIAL',
  })
})

test('the library accepts a notice of the stand-in', async () => {
  await p.paid()
  const [notice] = p.door.raw
  if (!notice) throw new Error('no notice')
  const header = (name: string) => String(notice.headers[`wechatpay-${name}`])
  const signed = Formatter.response(header('timestamp'), header('nonce'), notice.rawBody)
  expect(Rsa.verify(signed, header('signature'), p.keys.platform.publicKey)).toBe(true)
  const { resource } = JSON.parse(notice.rawBody) as { resource: Record<string, string> }
  const { ciphertext = '', nonce = '', associated_data: aad } = resource
  expect(JSON.parse(Aes.AesGcm.decrypt(ciphertext, p.keys.apiV3Key, nonce, aad))).toMatchObject({
    out_trade_no: 'quanji-0001',
    trade_state: 'SUCCESS',
  })
})

test('signatures and seals are the library’s, both ways', () => {
  const { privateKey, publicKey } = p.keys.merchant
  const parts = ['POST', '/v3/pay/transactions/jsapi', '1795320000', 'nonce', '{"a":"中文"}'] as const
  expect(signLines(privateKey, ...parts)).toBe(Rsa.sign(Formatter.request(...parts), privateKey))
  expect(fitsLines(publicKey, Rsa.sign(Formatter.request(...parts), privateKey), ...parts)).toBe(true)

  const sealed = seal(p.keys.apiV3Key, '0123456789ab', 'transaction', '山东红富士')
  expect(sealed).toBe(Aes.AesGcm.encrypt('山东红富士', p.keys.apiV3Key, '0123456789ab', 'transaction'))
  expect(unseal(p.keys.apiV3Key, '0123456789ab', 'transaction', sealed)).toBe('山东红富士')
  expect(() => unseal(p.keys.apiV3Key, '0123456789ab', 'refund', sealed)).toThrow()

  const params = p.pay.clientParams('wx-1', p.clock.at)
  const text = Formatter.joinedByLineFeed(p.keys.appid, params.timeStamp, params.nonceStr, params.package)
  expect(Rsa.verify(text, params.paySign, publicKey)).toBe(true)
})

test('mounted under a path, the path is part of what is signed', async () => {
  const mounted = wechatPayStandin({ keys: p.keys, now: () => p.clock.at })
  const host = Fastify({ forceCloseConnections: true })
  host.register(mounted.plugin, { prefix: '/standin/wechat-pay' })
  const address = await host.listen({ host: '127.0.0.1', port: 0 })
  const pay = connectWechatPay(standinMerchant(p.keys, `${address}/standin/wechat-pay/`))
  const prepaid = await pay.prepay(p.anOrder())
  const prepayId = prepaid.ok ? prepaid.value.prepayId : ''
  expect((await fetch(`${address}/standin/wechat-pay/sheet/${prepayId}`)).status).toBe(200)
  await expect(pay.query('quanji-0001')).resolves.toMatchObject({ state: 'NOTPAY' })
  await host.close()
})
