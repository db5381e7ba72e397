/**
 * WeChat's open API on this machine: token, codes, content checks, shipping info, messages, cards that count up. It
 * refuses what the real one refuses, with the same codes, and remembers everything it was told.
 */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import Fastify, { type FastifyPluginCallback } from 'fastify'
import { epochMs, type EpochMs } from '@/domain/time'
import type { WechatApiConfig } from '../../adapters/wechat-api'
import type { StandinKeys } from '../wechat-pay/keys'
import { wechatBooks, type FindPayment } from './books'
import type { MediaEvent } from './content-check'
import { identityDesk } from './identity'
import { memberRoutes } from './member-routes'
import { allowanceKey } from './messages'
import { openApiRoutes, type OpenCall } from './open-api-routes'
import { tokenDesk } from './tokens'

export type WechatStandinOptions = {
  /** The throw-away merchant's; its appid is the mini program's. */
  keys: StandinKeys
  /** Payments of the WeChat Pay stand-in: shipping info and service cards hang on them. */
  findPayment: FindPayment
  /** Where the shop's H5 pages are, for the codes; or, with `linkOf`, any other way to write the link. */
  h5Url?: string
  linkOf?: (page: string, scene: string) => string
  /** Released pages, if a wrong one should be refused. */
  pages?: readonly string[]
  /** Where WeChat pushes events, as the platform does to a cloud function. Tried three times, as the real one. */
  push?: (event: MediaEvent) => Promise<void>
  pushDelayMs?: number
  /** Whether a card that counts up takes state 2, 已结束. Default true, as WeChat's guide has it. */
  takesOver?: boolean
  now?: () => EpochMs
  dataDir?: string
}

const FILE = 'wechat-standin.jsonl'
const PUSH_TRIES = 3
/** What is remembered of calls; an endless run must not eat the memory. */
const MOST_CALLS = 5_000

/** What the shop's adapter needs to talk to a stand-in at `baseUrl` (ends in `/`). */
export const standinApp = (keys: StandinKeys, baseUrl: string): WechatApiConfig => ({
  appId: keys.appid,
  appSecret: createHash('sha256').update(keys.apiV3Key).digest('hex').slice(0, 32),
  baseUrl,
})

export const wechatStandin = (options: WechatStandinOptions) => {
  const { keys, findPayment, now = () => epochMs(Date.now()), h5Url = 'http://127.0.0.1', pushDelayMs = 500 } = options
  const app = standinApp(keys, '')
  const books = wechatBooks(options.dataDir === undefined ? undefined : join(options.dataDir, FILE))
  const calls: OpenCall[] = []
  const pushes: MediaEvent[] = []
  const failures = new Map<string, number>()
  const timers = new Set<NodeJS.Timeout>()
  const tokens = tokenDesk(app, now)
  const identity = identityDesk(app, now)

  const push = (event: MediaEvent): void => {
    const timer = setTimeout(() => {
      timers.delete(timer)
      pushes.push(event)
      void pushAgainAndAgain(event, options.push)
    }, pushDelayMs)
    timers.add(timer)
    timer.unref()
  }
  const allowMessage = (openid: string, templateId: string): void => {
    const key = allowanceKey(openid, templateId)
    books.allowances.put(key, (books.allowances.get(key) ?? 0) + 1)
  }
  const desk = {
    appId: app.appId,
    books,
    tokens,
    identity,
    codes: { linkOf: options.linkOf ?? h5Link(h5Url), pages: options.pages },
    takesOver: options.takesOver ?? true,
    now,
    findPayment,
    push,
    record: (call: OpenCall): void => {
      if (calls.push(call) > MOST_CALLS) calls.shift()
    },
    takeFailure: (path: string): number | undefined => {
      const errcode = failures.get(path)
      failures.delete(path)
      return errcode
    },
  }
  const { loginCode, phoneCode } = identity
  const close = (): void => timers.forEach((timer) => clearTimeout(timer))

  const plugin: FastifyPluginCallback = (server, _, done) => {
    server.addHook('onClose', async () => close())
    server.register(openApiRoutes(desk))
    server.register(memberRoutes({ loginCode, phoneCode, allowMessage, calls, pushes }))
    done()
  }
  return {
    plugin,
    calls,
    pushes,
    books,
    loginCode,
    phoneCode,
    allowMessage,
    voidToken: tokens.void,
    /** `path` with its slash in front, as in `calls`. */
    failNext: (path: string, errcode: number): void => void failures.set(path, errcode),
    close,
  }
}
export type WechatStandin = ReturnType<typeof wechatStandin>

const h5Link = (h5Url: string) => (page: string, scene: string) =>
  `${h5Url}/#/${page}?scene=${encodeURIComponent(scene)}`

const pushAgainAndAgain = async (event: MediaEvent, deliver: WechatStandinOptions['push']): Promise<void> => {
  for (let attempt = 1; attempt <= PUSH_TRIES; attempt++) {
    try {
      return await deliver?.(event)
    } catch {
      // Not taken; the platform tries again and then lets it go.
    }
  }
}

/** Alone on a free port of loopback; `url` ends in `/`, as the adapter's `baseUrl` wants it. */
export const startWechatStandin = async (options: WechatStandinOptions) => {
  const standin = wechatStandin(options)
  const server = Fastify({ forceCloseConnections: true })
  server.register(standin.plugin)
  const address = await server.listen({ host: '127.0.0.1', port: 0 })
  return { ...standin, url: `${address}/`, stop: () => server.close() }
}
