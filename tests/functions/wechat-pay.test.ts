/** The shop's client against WeChat Pay's stand-in, over real HTTP with real signatures. */
import { createPublicKey } from 'node:crypto'
import { fen } from '@/domain/money'
import { epochMs, later, HOUR, MINUTE } from '@/domain/time'
import { OutsideFault } from '../../cloudfunctions/runtime/adapters/outside-fault'
import { connectWechatPay } from '../../cloudfunctions/runtime/adapters/wechat-pay/connect'
import { fitsLines } from '../../cloudfunctions/runtime/adapters/wechat-pay/signature'
import { makeStandinKeys, standinMerchant } from '../../cloudfunctions/runtime/local/wechat-pay/keys'
import { openPayments } from '../support/wechat-pay'

type Payments = Awaited<ReturnType<typeof openPayments>>
let p: Payments
beforeEach(async () => {
  p = await openPayments()
})
afterEach(() => p.close())

describe('prepay', () => {
  test('gives a prepay id, and again the same order for the same terms', async () => {
    const first = await p.pay.prepay(p.anOrder())
    const again = await p.pay.prepay(p.anOrder())
    expect(first).toMatchObject({ ok: true, value: { prepayId: expect.stringMatching(/^wx/) } })
    expect(again.ok).toBe(true)
    await expect(p.pay.query('quanji-0001')).resolves.toMatchObject({ state: 'NOTPAY', mchid: p.keys.mchid })
  })

  test.each([
    ['another amount', { amountFen: fen(1) }],
    ['another payer', { openid: 'o-shopper-2' }],
    ['a later deadline', { expiresAt: epochMs(Date.UTC(2026, 10, 22, 4, 45)) }],
  ])('refuses the number of an order with %s', async (_, other) => {
    await p.prepaid()
    expect(await p.pay.prepay(p.anOrder(other))).toEqual({ ok: false, refusal: { code: 'pay.number-used' } })
  })

  test('refuses a paid, a closed and an expired order', async () => {
    const ask = p.anOrder()
    await p.paid()
    expect(await p.pay.prepay(ask)).toEqual({ ok: false, refusal: { code: 'pay.was-paid' } })

    await p.prepaid({ outTradeNo: 'quanji-0002' })
    await p.pay.close('quanji-0002')
    expect(await p.pay.prepay(p.anOrder({ outTradeNo: 'quanji-0002' }))).toMatchObject({
      refusal: { code: 'pay.closed' },
    })

    const third = p.anOrder({ outTradeNo: 'quanji-0003' })
    await p.pay.prepay(third)
    p.clock.at = later(p.clock.at, 31 * MINUTE)
    expect(await p.pay.prepay(third)).toMatchObject({ refusal: { code: 'pay.number-used' } })
  })

  test('cuts a long description to what WeChat Pay takes', async () => {
    expect((await p.pay.prepay(p.anOrder({ description: '苹果'.repeat(100) }))).ok).toBe(true)
  })

  test('a notice address with a query string is a bug, not a refusal', async () => {
    const bad = p.pay.prepay(p.anOrder({ notifyUrl: 'https://shop.example/notice?order=1' }))
    await expect(bad).rejects.toMatchObject({ name: 'OutsideFault', reason: 'PARAM_ERROR', retryable: false })
  })
})

describe('signatures', () => {
  test('what the phone hands to WeChat is signed by the merchant', () => {
    const params = p.pay.clientParams('wx-prepay-1', p.clock.at)
    expect(params).toMatchObject({ package: 'prepay_id=wx-prepay-1', signType: 'RSA', timeStamp: '1795320000' })
    const key = createPublicKey(p.keys.merchant.publicKey)
    const parts = [p.keys.appid, params.timeStamp, params.nonceStr, params.package] as const
    expect(fitsLines(key, params.paySign, ...parts)).toBe(true)
    expect(fitsLines(key, params.paySign, 'wx-another-app', ...parts.slice(1))).toBe(false)
  })

  test('a request signed with another key is turned away', async () => {
    const stranger = await makeStandinKeys()
    const pay = connectWechatPay({
      ...standinMerchant(p.keys, p.standin.url),
      merchantPrivateKey: stranger.merchant.privateKey,
    })
    await expect(pay.query('quanji-0001')).rejects.toMatchObject({ reason: 'SIGN_ERROR', retryable: false })
  })

  test('an answer that WeChat Pay did not sign is no answer', async () => {
    p.standin.faults.set({ api: 'unsigned' })
    await expect(p.pay.prepay(p.anOrder())).rejects.toMatchObject({ reason: 'answer-unsigned', retryable: false })
  })

  test('an answer signed with a key that is not WeChat Pay’s is no answer', async () => {
    const merchant = standinMerchant(p.keys, p.standin.url)
    const other = await makeStandinKeys()
    const pay = connectWechatPay({
      ...merchant,
      platformKeys: { [p.keys.platform.serial]: other.platform.publicKey },
    })
    await expect(pay.prepay(p.anOrder())).rejects.toMatchObject({ reason: 'answer-forged', retryable: false })
  })

  test('a fault never carries the private key', async () => {
    const pay = connectWechatPay({ ...standinMerchant(p.keys, 'http://127.0.0.1:9/'), timeoutMs: 500 })
    const fault: unknown = await pay.query('quanji-0001').catch((error: unknown) => error)
    expect(fault).toBeInstanceOf(OutsideFault)
    expect(JSON.stringify([fault, String(fault), (fault as Error).cause])).not.toContain('PRIVATE KEY')
  })
})

describe('paying', () => {
  test('a paid order is told by a notice and by a query, in the same words', async () => {
    await p.paid({ attach: 'table 7' })
    const told = { outTradeNo: 'quanji-0001', openid: 'o-shopper-1', paidFen: 3_990, paidAt: p.clock.at }
    expect(p.door.seen).toEqual([
      { ok: true, value: expect.objectContaining({ ...told, kind: 'paid', attach: 'table 7', mchid: p.keys.mchid }) },
    ])
    const queried = await p.pay.query('quanji-0001')
    expect(queried).toMatchObject({ ...told, state: 'SUCCESS', appid: p.keys.appid })
    const notice = p.door.seen[0]
    expect(queried).toMatchObject({
      transactionId: notice?.ok && notice.value.kind === 'paid' ? notice.value.transactionId : 'none',
    })
  })

  test('a cancelled or failed payment leaves the order unpaid and tells nobody', async () => {
    const prepayId = await p.prepaid()
    expect(p.standin.pay(prepayId, 'cancel')).toEqual({ outcome: 'cancel', errMsg: 'requestPayment:fail cancel' })
    expect(p.standin.pay(prepayId, 'fail').outcome).toBe('fail')
    await p.standin.settled()
    expect(p.door.seen).toEqual([])
    await expect(p.pay.query('quanji-0001')).resolves.toMatchObject({ state: 'NOTPAY' })
  })

  test('nobody pays twice, after the deadline, after closing, or with a prepay id two hours old', async () => {
    const first = await p.prepaid({ expiresAt: later(p.clock.at, 10 * HOUR) })
    p.standin.pay(first, 'success')
    expect(p.standin.pay(first, 'success')).toMatchObject({ outcome: 'fail' })

    const second = await p.prepaid({ outTradeNo: 'quanji-0002', expiresAt: later(p.clock.at, 5 * MINUTE) })
    const third = await p.prepaid({ outTradeNo: 'quanji-0003', expiresAt: later(p.clock.at, 10 * HOUR) })
    const fourth = await p.prepaid({ outTradeNo: 'quanji-0004' })
    await p.pay.close('quanji-0004')
    p.clock.at = later(p.clock.at, 5 * MINUTE)
    expect(p.standin.pay(second, 'success')).toMatchObject({ errMsg: expect.stringContaining('支付时间') })
    expect(p.standin.pay(fourth, 'success')).toMatchObject({ errMsg: expect.stringContaining('已关闭') })
    p.clock.at = later(p.clock.at, 2 * HOUR)
    expect(p.standin.pay(third, 'success')).toMatchObject({ errMsg: expect.stringContaining('已过期') })
    // WeChat does not close an order by itself.
    await expect(p.pay.query('quanji-0002')).resolves.toMatchObject({ state: 'NOTPAY' })
  })

  test('an order that was never prepaid is unknown', async () => {
    await expect(p.pay.query('quanji-9999')).resolves.toBe('unknown-order')
  })
})

describe('closing', () => {
  test('an unpaid order closes, and stays closed when asked again', async () => {
    await p.prepaid()
    await expect(p.pay.close('quanji-0001')).resolves.toBe('closed')
    await expect(p.pay.close('quanji-0001')).resolves.toBe('closed')
    await expect(p.pay.query('quanji-0001')).resolves.toMatchObject({ state: 'CLOSED' })
  })

  test('closing a paid order tells that it is paid', async () => {
    await p.paid()
    await expect(p.pay.close('quanji-0001')).resolves.toBe('already-paid')
  })

  test('an order whose shopper is typing the password does not close', async () => {
    await p.prepaid()
    p.standin.faults.set({ paying: true })
    await expect(p.pay.close('quanji-0001')).resolves.toBe('being-paid')
  })

  test('closing a number without an order uses the number up', async () => {
    await expect(p.pay.close('quanji-0001')).resolves.toBe('closed')
    expect(await p.pay.prepay(p.anOrder())).toMatchObject({ refusal: { code: 'pay.number-used' } })
  })
})

describe('refunds', () => {
  beforeEach(() => p.paid())

  test('parts add up to the whole and not one fen more', async () => {
    expect(await p.pay.refund(p.aRefund())).toMatchObject({
      ok: true,
      value: { status: 'PROCESSING', refundFen: 1_000 },
    })
    expect(await p.pay.refund(p.aRefund({ outRefundNo: 'r-2', refundFen: fen(2_991) }))).toMatchObject({
      refusal: { code: 'refund.invalid' },
    })
    expect(await p.pay.refund(p.aRefund({ outRefundNo: 'r-2', refundFen: fen(2_990) }))).toMatchObject({ ok: true })
    expect(await p.pay.refund(p.aRefund({ outRefundNo: 'r-3', refundFen: fen(1) }))).toMatchObject({
      ok: false,
      refusal: { code: 'refund.invalid' },
    })
    await p.door.until(3)
    expect(p.door.seen.slice(1)).toMatchObject([
      { value: { kind: 'refund', status: 'SUCCESS', refundFen: 1_000, totalFen: 3_990, refundedAt: p.clock.at } },
      { value: { kind: 'refund', outRefundNo: 'r-2', refundFen: 2_990 } },
    ])
    await expect(p.pay.query('quanji-0001')).resolves.toMatchObject({ state: 'REFUND', paidFen: 3_990 })
  })

  test('the same number asked again is the same refund; with another amount it is refused', async () => {
    const first = await p.pay.refund(p.aRefund())
    await p.door.until(2)
    const again = await p.pay.refund(p.aRefund())
    expect(first.ok && again.ok && first.value.refundId === again.value.refundId).toBe(true)
    expect(again).toMatchObject({ value: { status: 'SUCCESS', refundedAt: p.clock.at } })
    expect(await p.pay.refund(p.aRefund({ refundFen: fen(999) }))).toMatchObject({
      refusal: { code: 'refund.invalid' },
    })
    await p.standin.settled()
    expect(p.door.seen).toHaveLength(2)
  })

  test('an order that was not paid has nothing to give back', async () => {
    await p.prepaid({ outTradeNo: 'quanji-0002' })
    const asked = await p.pay.refund(p.aRefund({ outTradeNo: 'quanji-0002' }))
    expect(asked).toMatchObject({ refusal: { code: 'refund.not-paid' } })
  })

  test('a short balance is an outcome, and the same refund goes through once it is topped up', async () => {
    p.standin.faults.set({ refund: 'short' })
    expect(await p.pay.refund(p.aRefund())).toMatchObject({ refusal: { code: 'refund.balance-short' } })
    p.standin.faults.reset()
    expect((await p.pay.refund(p.aRefund())).ok).toBe(true)
  })

  test('a stuck refund is seen by asking', async () => {
    p.standin.faults.set({ refund: 'stuck' })
    await p.pay.refund(p.aRefund())
    await expect(p.pay.queryRefund('refund-0001')).resolves.toMatchObject({ status: 'PROCESSING' })
    p.standin.faults.set({ refund: 'ABNORMAL' })
    p.standin.settleRefunds()
    const state = await p.pay.queryRefund('refund-0001')
    expect(state).toMatchObject({ status: 'ABNORMAL' })
    expect(state).not.toHaveProperty('refundedAt')
    await expect(p.pay.queryRefund('refund-none')).resolves.toBe('unknown-refund')
  })
})

describe('a broken line', () => {
  test.each([
    ['busy', 'SYSTEM_ERROR'],
    ['limited', 'FREQUENCY_LIMITED'],
  ] as const)('%s is a fault worth another try', async (api, reason) => {
    p.standin.faults.set({ api })
    await expect(p.pay.prepay(p.anOrder())).rejects.toMatchObject({ reason, retryable: true })
  })

  test('no answer is a fault worth another try', async () => {
    const pay = connectWechatPay({ ...standinMerchant(p.keys, p.standin.url), timeoutMs: 100 })
    p.standin.faults.set({ api: 'hanging' })
    await expect(pay.query('quanji-0001')).rejects.toMatchObject({ reason: 'TimeoutError', retryable: true })
  })

  test('a refund whose answer was lost is not made twice by asking again', async () => {
    await p.paid()
    p.standin.faults.set({ api: 'reply-lost' })
    await expect(p.pay.refund(p.aRefund())).rejects.toMatchObject({ retryable: true })
    p.standin.faults.reset()
    expect((await p.pay.refund(p.aRefund())).ok).toBe(true)
    expect(await p.pay.refund(p.aRefund({ outRefundNo: 'r-2', refundFen: fen(2_990) }))).toMatchObject({ ok: true })
  })
})
