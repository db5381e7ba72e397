/**
 * A shop whose payments go over the real wire: the WeChat Pay stand-in on a port of its own, the real client, and a door
 * on loopback that hands every notice to the payment function as it came.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { OrderId } from '@/domain/ids'
import { connectWechatPay } from '../../../cloudfunctions/runtime/adapters/wechat-pay/connect'
import { makeStandinKeys, standinMerchant } from '../../../cloudfunctions/runtime/local/wechat-pay/keys'
import { startWechatPayStandin } from '../../../cloudfunctions/runtime/local/wechat-pay/standin'
import { dataOf, openShop, type As, type Shop } from '../functions'
import { TEN_O_CLOCK } from './clock'

export const openWiredShop = async () => {
  const keys = await makeStandinKeys()
  let shop: Shop | undefined
  const now = () => shop?.clock.now() ?? TEN_O_CLOCK
  const standin = await startWechatPayStandin({ keys, now, timeFactor: 0.0005, refundDelayMs: 0 })
  const door = await openDoorForNotices(() => shop)
  const pay = connectWechatPay({ ...standinMerchant(keys, standin.url), timeoutMs: 3_000 })
  const opened = (shop = await openShop({ pay, env: { PAY_NOTICE_URL: door.url } }))
  const tick = async (): Promise<void> => void dataOf(await opened.call('jobs', 'run', {}, 'timer'))

  /** Opens the pay sheet; what comes back is the ticket that WeChat pays. */
  const openSheet = async (orderId: OrderId, who: As): Promise<string> => {
    const { params } = dataOf(await opened.call('payment', 'start', { orderId }, who))
    return params.package.replace('prepay_id=', '')
  }

  return {
    ...opened,
    standin,
    /** Every answer the shop gave to a notice. */
    answers: door.answers,
    tick,
    openSheet,
    /** Pays in WeChat and waits until the first notice has been through the door, if one goes at all. */
    payInWechat: async (orderId: OrderId, who: As): Promise<void> => {
      standin.pay(await openSheet(orderId, who), 'success')
      await standin.settled()
    },
    /** Lets the shop ask for its refunds, the bank pay them, and the notices arrive. */
    settleRefunds: async (): Promise<void> => {
      await tick()
      standin.settleRefunds()
      await standin.settled()
    },
    close: async (): Promise<void> => {
      await standin.stop()
      await door.close()
      await opened.close()
    },
  }
}

export type WiredShop = Awaited<ReturnType<typeof openWiredShop>>

const openDoorForNotices = async (shopOf: () => Shop | undefined) => {
  const answers: number[] = []
  const receive = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const [body, headers] = [Buffer.concat(parts).toString(), request.headers]
    const reply = await shopOf()?.deliver('payment', { httpMethod: 'POST', path: '/notice/pay', headers, body })
    answers.push(reply?.status ?? 503)
    response.writeHead(reply?.status ?? 503).end(reply?.body)
  }
  const server = createServer((request, response) => void receive(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    answers,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/notice/pay`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
