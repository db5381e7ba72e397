/** What may go wrong with a notice on its way, and what the shop makes of it. */
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fen } from '@/domain/money'
import { later, MINUTE, SECOND } from '@/domain/time'
import { connectWechatPay } from '../../cloudfunctions/runtime/adapters/wechat-pay/connect'
import { makeStandinKeys, standinMerchant } from '../../cloudfunctions/runtime/local/wechat-pay/keys'
import { startWechatPayStandin } from '../../cloudfunctions/runtime/local/wechat-pay/standin'
import { openPayments } from '../support/wechat-pay'

type Payments = Awaited<ReturnType<typeof openPayments>>
let p: Payments
beforeEach(async () => {
  p = await openPayments()
})
afterEach(() => p.close())

describe('a notice that must not be believed', () => {
  test.each([
    ['forged', 'notice.forged'],
    ['altered', 'notice.forged'],
    ['stale', 'notice.stale'],
    ['unknown-serial', 'notice.replayed-serial'],
  ] as const)('%s: refused, and the true one that follows is read', async (fault, code) => {
    p.standin.faults.set({ notice: fault })
    await p.paid()
    expect(p.door.seen).toMatchObject([{ ok: false, refusal: { code } }])

    p.standin.faults.reset()
    await p.door.until(2)
    expect(p.door.seen.at(-1)).toMatchObject({ ok: true, value: { kind: 'paid', paidFen: 3_990 } })
  })

  test('a genuine notice played again five minutes later is stale', async () => {
    await p.paid()
    const [notice] = p.door.raw
    if (!notice) throw new Error('no notice')
    const read = (seconds: number) => p.pay.readNotice({ ...notice, now: later(p.clock.at, seconds * SECOND) })
    expect(read(300)).toMatchObject({ ok: true })
    expect(read(301)).toEqual({ ok: false, refusal: { code: 'notice.stale', ageSeconds: 301 } })
    expect(read(-301)).toMatchObject({ refusal: { code: 'notice.stale' } })
  })

  test('the signature is over the bytes: the same content printed anew does not pass', async () => {
    await p.paid()
    const [notice] = p.door.raw
    if (!notice) throw new Error('no notice')
    const printed = JSON.stringify(JSON.parse(notice.rawBody), null, 1)
    expect(p.pay.readNotice({ ...notice, rawBody: printed, now: p.clock.at })).toMatchObject({
      refusal: { code: 'notice.forged' },
    })
  })

  test.each(['wechatpay-signature', 'wechatpay-serial', 'wechatpay-nonce', 'wechatpay-timestamp'])(
    'without %s it is forged',
    async (name) => {
      await p.paid()
      const [notice] = p.door.raw
      if (!notice) throw new Error('no notice')
      const headers = { ...notice.headers, [name]: undefined }
      expect(p.pay.readNotice({ ...notice, headers, now: p.clock.at })).toMatchObject({
        refusal: { code: 'notice.forged' },
      })
    },
  )

  test('a serial named like a property of every object is still unknown', async () => {
    await p.paid()
    const [notice] = p.door.raw
    if (!notice) throw new Error('no notice')
    const headers = { ...notice.headers, 'wechatpay-serial': 'constructor' }
    expect(p.pay.readNotice({ ...notice, headers, now: p.clock.at })).toMatchObject({
      refusal: { code: 'notice.replayed-serial', serial: 'constructor' },
    })
  })

  test('sealed for another merchant it can’t be read', async () => {
    await p.paid()
    const [notice] = p.door.raw
    if (!notice) throw new Error('no notice')
    const pay = connectWechatPay({ ...standinMerchant(p.keys, p.standin.url), apiV3Key: 'x'.repeat(32) })
    expect(pay.readNotice({ ...notice, now: p.clock.at })).toEqual({
      ok: false,
      refusal: { code: 'notice.unreadable', eventType: 'TRANSACTION.SUCCESS' },
    })
  })

  test('header names may come in any case, and as lists', async () => {
    await p.paid()
    const [notice] = p.door.raw
    if (!notice) throw new Error('no notice')
    const headers = Object.fromEntries(
      Object.entries(notice.headers).map(([name, value]) => [name.toUpperCase(), [String(value)]]),
    )
    expect(p.pay.readNotice({ headers, rawBody: Buffer.from(notice.rawBody), now: p.clock.at }).ok).toBe(true)
  })
})

describe('delivery', () => {
  test('a notice comes again until it is acknowledged, and then no more', async () => {
    p.door.answers.push(500, 503)
    await p.paid()
    while (p.standin.deliveries.length < 3) await new Promise((resolve) => setTimeout(resolve, 5))
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(p.standin.deliveries.map(({ attempt, status }) => [attempt, status])).toEqual([
      [1, 500],
      [2, 503],
      [3, 204],
    ])
    expect(new Set(p.door.seen.map((read) => read.ok && read.value.noticeId)).size).toBe(1)
  })

  test('duplicates carry the same transaction id', async () => {
    p.standin.faults.set({ copies: 4 })
    await p.paid()
    expect(p.door.seen).toHaveLength(4)
    expect(
      new Set(p.door.seen.map((read) => read.ok && 'transactionId' in read.value && read.value.transactionId)).size,
    ).toBe(1)
  })

  test('a lost notice is found by asking', async () => {
    p.standin.faults.set({ notice: 'lost' })
    await p.paid()
    expect(p.door.seen).toEqual([])
    await expect(p.pay.query('quanji-0001')).resolves.toMatchObject({ state: 'SUCCESS', paidFen: 3_990 })
  })

  test('a delayed notice comes after the query already knew', async () => {
    p.standin.faults.set({ delayMs: 150 })
    p.standin.pay(await p.prepaid(), 'success')
    await expect(p.pay.query('quanji-0001')).resolves.toMatchObject({ state: 'SUCCESS' })
    expect(p.door.seen).toEqual([])
    await p.standin.settled()
    expect(p.door.seen).toMatchObject([{ ok: true, value: { kind: 'paid' } }])
  })

  test('notices may arrive in another order than things happened', async () => {
    p.standin.faults.set({ notice: 'held' })
    await p.paid()
    await p.pay.refund(p.aRefund())
    await p.pay.refund(p.aRefund({ outRefundNo: 'r-2', refundFen: fen(500) }))
    p.standin.settleRefunds()
    await p.standin.release('reversed')
    expect(p.door.seen.map((read) => read.ok && read.value.kind)).toEqual(['refund', 'refund', 'paid'])
    expect(p.door.seen[0]).toMatchObject({ value: { outRefundNo: 'r-2' } })
  })

  test('a closed or abnormal refund is told as what it is', async () => {
    await p.paid()
    p.standin.faults.set({ refund: 'ABNORMAL' })
    await p.pay.refund(p.aRefund())
    await p.door.until(2)
    expect(p.door.seen[1]).toMatchObject({ value: { kind: 'refund', status: 'ABNORMAL', refundFen: 1_000 } })
  })
})

describe('over a restart', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'standin-'))
  })
  const running: Awaited<ReturnType<typeof startWechatPayStandin>>[] = []
  const start = async (options: Parameters<typeof startWechatPayStandin>[0]) => {
    const standin = await startWechatPayStandin(options)
    running.push(standin)
    return standin
  }
  afterEach(async () => {
    await Promise.all(running.splice(0).map((standin) => standin.stop()))
    await rm(folder, { recursive: true })
  })

  test('payments, refunds and what the shop has not heard of survive', async () => {
    const kept = { keys: p.keys, now: () => p.clock.at, dataDir: folder, timeFactor: 1 }
    const first = await start(kept)
    const pay = connectWechatPay(standinMerchant(p.keys, first.url))
    const buy = async (outTradeNo: string) => {
      const asked = await pay.prepay(p.anOrder({ outTradeNo }))
      first.pay(asked.ok ? asked.value.prepayId : '', 'success')
      await first.settled()
    }
    await buy('quanji-0001')
    first.faults.set({ notice: 'lost', refund: 'stuck' })
    await buy('quanji-0002')
    await pay.refund(p.aRefund())
    await first.stop()
    expect(p.door.seen).toHaveLength(1)

    const second = await start({ ...kept, refundDelayMs: 20 })
    const again = connectWechatPay(standinMerchant(p.keys, second.url))
    await expect(again.query('quanji-0002')).resolves.toMatchObject({ state: 'SUCCESS', paidFen: 3_990 })
    await p.door.until(3)
    await second.settled()
    // The first order was acknowledged before the restart and is not told again.
    expect(second.deliveries.map((d) => d.key).sort()).toEqual(['paid:quanji-0002', 'refund:refund-0001'])
    await expect(again.queryRefund('refund-0001')).resolves.toMatchObject({ status: 'SUCCESS' })
  })

  test('the throw-away keys are kept, and are the owner’s alone', async () => {
    const keys = await makeStandinKeys(folder)
    expect(await makeStandinKeys(folder)).toEqual(keys)
    const file = await stat(join(folder, 'wechat-pay-standin-keys.json'))
    expect(file.mode & 0o077).toBe(0)
  })
})

describe('the pay sheet of the page', () => {
  const post = async (path: string, body: object) => {
    const response = await fetch(`${p.standin.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return (await response.json()) as Record<string, unknown>
  }

  test('shows what is to be paid and takes a signed payment', async () => {
    const prepayId = await p.prepaid()
    const sheet = await fetch(`${p.standin.url}sheet/${prepayId}`)
    expect(await sheet.json()).toMatchObject({ description: '圈集 · 山东红富士 5 斤', amountFen: 3_990 })

    const params = p.pay.clientParams(prepayId, p.clock.at)
    const forged = { ...params, paySign: params.paySign.replace(/^./, (c) => (c === 'A' ? 'B' : 'A')) }
    expect(await post('pay', { prepayId, outcome: 'success', params: forged })).toMatchObject({ outcome: 'fail' })
    expect(await post('pay', { prepayId, outcome: 'success', params })).toEqual({
      outcome: 'success',
      errMsg: 'requestPayment:ok',
    })
    await p.standin.settled()
    expect(p.door.seen).toHaveLength(1)
    expect((await fetch(`${p.standin.url}sheet/${prepayId}`)).status).toBe(409)
  })

  test('faults can be switched from outside', async () => {
    expect(await post('control', { faults: { notice: 'held', copies: 2 } })).toMatchObject({
      faults: { notice: 'held', copies: 2, api: 'normal' },
    })
    await post('pay', { prepayId: await p.prepaid(), outcome: 'success' })
    await post('control', { release: 'in-order' })
    expect(p.door.seen).toHaveLength(1)
    await post('control', { reset: true, resend: 'quanji-0001' })
    await p.standin.settled()
    expect(p.door.seen).toHaveLength(2)
    expect(await post('control', { faults: { notice: 'eaten-by-dog' } })).toHaveProperty('issues')
    const books = (await (await fetch(`${p.standin.url}control`)).json()) as {
      orders: unknown[]
      deliveries: unknown[]
    }
    expect(books.orders).toHaveLength(1)
    expect(books.deliveries).toHaveLength(2)
  })

  test('a prepay id is good for a while only', async () => {
    const prepayId = await p.prepaid()
    p.clock.at = later(p.clock.at, 31 * MINUTE)
    expect(await post('pay', { prepayId, outcome: 'success' })).toMatchObject({ outcome: 'fail' })
  })
})
