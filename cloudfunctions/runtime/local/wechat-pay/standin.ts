/**
 * WeChat Pay on this machine: the real paths, signatures and notices, with play money. Mounted by the local cloud under
 * `/standin/wechat-pay`, or started alone on a free port by a test. Whatever the shop can do here it can do to the real
 * one, with the same client and the same mistakes refused.
 */
import { join } from 'node:path'
import Fastify, { type FastifyPluginCallback } from 'fastify'
import { epochMs, type EpochMs } from '@/domain/time'
import { payCounter } from './counter'
import { noticeCourier } from './courier'
import { faultSwitch } from './faults'
import type { StandinKeys } from './keys'
import { isPaid, openLedger, type PaidOrder } from './ledger'
import { merchantRoutes } from './merchant-routes'
import { shopperRoutes } from './shopper-routes'
import { refundedFen } from './wire'

export type PayStandinOptions = {
  keys: StandinKeys
  /** The shop's clock: deadlines, times of payment and the stamps of notices. Default: the real one. */
  now?: () => EpochMs
  /** Where payments are kept over a restart; without it, in memory only. */
  dataDir?: string
  /** Compresses the waits between notices; default 1/60: minutes become seconds. */
  timeFactor?: number
  /** How long the bank takes for a refund; default 1 s. */
  refundDelayMs?: number
}

export type FoundPayment = PaidOrder & { refundedFen: number }

/** The books' file in the data folder. */
export const PAY_BOOKS = 'wechat-pay-standin.jsonl'

export const wechatPayStandin = (options: PayStandinOptions) => {
  const { keys, now = () => epochMs(Date.now()), timeFactor = 1 / 60, refundDelayMs = 1_000 } = options
  const ledger = openLedger(options.dataDir === undefined ? undefined : join(options.dataDir, PAY_BOOKS))
  const faults = faultSwitch()
  const onAcknowledged = (key: string) => void (ledger.acknowledged.has(key) || ledger.acknowledged.put(key, true))
  const courier = noticeCourier({ keys, faults, now, timeFactor, onAcknowledged })
  const counter = payCounter({ keys, ledger, faults, courier, now, refundDelayMs })
  const close = () => {
    counter.close()
    courier.close()
  }

  const plugin: FastifyPluginCallback = (app, _, done) => {
    app.addHook('onListen', async () => counter.resume())
    app.addHook('onClose', async () => close())
    app.register(merchantRoutes(counter))
    app.register(shopperRoutes(counter, courier))
    done()
  }

  return {
    plugin,
    keys,
    faults,
    pay: counter.pay,
    receive: counter.receive,
    transfers: ledger.transfers.all,
    settleRefunds: counter.settleRefunds,
    resend: counter.resend,
    release: courier.release,
    settled: courier.settled,
    deliveries: courier.deliveries,
    /** For the WeChat stand-in, which takes shipping info only for what was paid and not given back. */
    findPaid: (by: { transactionId: string } | { outTradeNo: string }): FoundPayment | undefined => {
      const found =
        'outTradeNo' in by
          ? ledger.orders.get(by.outTradeNo)
          : ledger.orders.all().find((order) => isPaid(order) && order.transactionId === by.transactionId)
      return found && isPaid(found) ? { ...found, refundedFen: refundedFen(ledger, found.outTradeNo) } : undefined
    },
    close,
  }
}
export type WechatPayStandin = ReturnType<typeof wechatPayStandin>

/** Alone on a free port of loopback; `url` ends in `/`, as the adapter's `baseUrl` wants it. */
export const startWechatPayStandin = async (options: PayStandinOptions) => {
  const standin = wechatPayStandin(options)
  const app = Fastify({ forceCloseConnections: true })
  app.register(standin.plugin)
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  return { ...standin, url: `${address}/`, stop: () => app.close() }
}
