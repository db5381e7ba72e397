/** A shop's end of WeChat Pay for tests: a stand-in on a free port, the real client, and a door for notices. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { epochMs, later, MINUTE, type EpochMs } from '@/domain/time'
import { fen } from '@/domain/money'
import type { PrepayAsk, RefundAsk, WechatPay } from '../../cloudfunctions/runtime/adapters/wechat-pay'
import { connectWechatPay } from '../../cloudfunctions/runtime/adapters/wechat-pay/connect'
import { makeStandinKeys, standinMerchant, type StandinKeys } from '../../cloudfunctions/runtime/local/wechat-pay/keys'
import { startWechatPayStandin, type PayStandinOptions } from '../../cloudfunctions/runtime/local/wechat-pay/standin'

/** One throw-away merchant a test file: making its keys is the slow part. */
let fileKeys: Promise<StandinKeys> | undefined

/** Everything a test of payments needs; `clock.at` moves by hand. */
export const openPayments = async (some: Partial<PayStandinOptions> & { keys?: StandinKeys } = {}) => {
  const clock = { at: epochMs(Date.UTC(2026, 10, 22, 4, 0, 0)) }
  const now = (): EpochMs => clock.at
  const keys = some.keys ?? (await (fileKeys ??= makeStandinKeys()))
  const standin = await startWechatPayStandin({ keys, now, timeFactor: 0.0005, refundDelayMs: 0, ...some })
  const pay = connectWechatPay({ ...standinMerchant(keys, standin.url), timeoutMs: 2_000 })
  const door = await openNoticeDoor(pay, now)

  const anOrder = (more: Partial<PrepayAsk> = {}): PrepayAsk => ({
    outTradeNo: 'quanji-0001',
    description: '圈集 · 山东红富士 5 斤',
    amountFen: fen(3_990),
    openid: 'o-shopper-1',
    expiresAt: later(clock.at, 30 * MINUTE),
    notifyUrl: door.url,
    ...more,
  })
  const aRefund = (more: Partial<RefundAsk> = {}): RefundAsk => ({
    outTradeNo: 'quanji-0001',
    outRefundNo: 'refund-0001',
    refundFen: fen(1_000),
    totalFen: fen(3_990),
    reason: '有一个坏果',
    notifyUrl: door.url,
    ...more,
  })
  const prepaid = async (more: Partial<PrepayAsk> = {}): Promise<string> => {
    const result = await pay.prepay(anOrder(more))
    if (!result.ok) throw new Error(`not prepaid: ${result.refusal.code}`)
    return result.value.prepayId
  }

  return {
    clock,
    keys,
    standin,
    pay,
    door,
    anOrder,
    aRefund,
    prepaid,
    /** Prepays and pays; resolves when the notice has been through the door. */
    paid: async (more: Partial<PrepayAsk> = {}): Promise<void> => {
      standin.pay(await prepaid(more), 'success')
      await standin.settled()
    },
    close: async () => {
      await standin.stop()
      await door.close()
    },
  }
}

type Seen = ReturnType<WechatPay['readNotice']>

/** Reads every notice as the shop would: 204 for a good one, 401 for any other. */
const openNoticeDoor = async (pay: WechatPay, now: () => EpochMs) => {
  const seen: Seen[] = []
  const raw: { headers: IncomingMessage['headers']; rawBody: string }[] = []
  /** Statuses for the next notices, whatever they say: a shop that is down, or forgets to answer 204. */
  const answers: number[] = []
  const receive = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const notice = { headers: request.headers, rawBody: Buffer.concat(parts).toString() }
    raw.push(notice)
    const read = pay.readNotice({ ...notice, now: now() })
    seen.push(read)
    response.writeHead(answers.shift() ?? (read.ok ? 204 : 401)).end()
  }
  const server = createServer((request, response) => void receive(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    seen,
    raw,
    answers,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/notice`,
    /** Resolves when `count` notices have come, late ones included. */
    until: async (count: number): Promise<void> => {
      while (seen.length < count) await new Promise((resolve) => setTimeout(resolve, 5))
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
