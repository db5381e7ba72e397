/**
 * The host in CloudBase. Who calls comes from the platform's request context alone. Lines are opened here, at the first
 * request of an instance, so that loading a function stays cheap; what this function has no settings for stays closed.
 */
import { randomUUID } from 'node:crypto'
import type { StoreId } from '@/domain/ids'
import { epochMs } from '@/domain/time'
import type { Ingress } from '../caller'
import { readConfig } from '../config'
import { connectPg } from '../db/connect'
import { depsFrom } from '../deps-from'
import type { Host } from '../host'
import { makeCode, makeDigits, makeId } from '../ids'
import { payLine, wechatLine } from '../lines'
import { makeLog } from '../log'
import { isRawEvent } from '../raw-http'
import type { CallEvent } from '../serve'
import { readWechatEvent } from '../wechat-event'
import { databaseUrl } from './database-url'
import { cloudbaseFiles } from './files'
import { answerGateway } from './gateway'
import { readOpenData } from './open-data'
import { readContext, type RequestContext } from './request-context'

/** An instance serves one request at a time and there may be a thousand of them: two connections each, at most. */
const MAX_POOL = 2

export const cloudbaseHost = async (env: NodeJS.ProcessEnv = process.env): Promise<Host> => {
  const url = databaseUrl(env)
  if (url === null) throw new Error('settings missing: DATABASE_URL (or PGHOST, PGUSER, PGPASSWORD, PGDATABASE)')
  // whatever the settings say: demo sign-in does not exist here
  const config = readConfig({ ...env, QUANJI_MODE: 'production', NODE_ENV: 'production' })
  const max = Math.min(config.DATABASE_POOL, MAX_POOL)
  const database = connectPg({ url, max, prepared: config.DATABASE_PREPARED === 'on' })
  const now = () => epochMs(Date.now())
  const log = makeLog(env['LOG_LEVEL'] ?? 'info')
  const depsFor = depsFrom({
    storeId: config.STORE_ID as StoreId,
    database,
    db: database.db,
    now,
    newId: (prefix) => makeId(prefix, now()),
    newCode: makeCode,
    newDigits: makeDigits,
    pay: payLine(config),
    wechat: wechatLine(config),
    files: cloudbaseFiles(config, env),
    config,
    log,
  })

  const host: Host = {
    log,
    depsFor,
    receive: (event, context, receivers) => {
      const request = readContext(context, env)
      const requestId = request.requestId ?? randomUUID()
      const nobody: Ingress = {
        source: 'http',
        openid: null,
        bearer: null,
        staffCookie: null,
        clientIp: request.clientIp,
        requestId,
      }
      const kind = kindOf(request, event)
      if (kind === 'wechat')
        return receivers.call(callOf(event), {
          ...nobody,
          source: 'wechat',
          openid: request.openid,
          openData: readOpenData(event, request.openDataKeys, config.WECHAT_APP_ID),
        })
      if (kind === 'timer') return receivers.call({ action: 'run', input: {} }, { ...nobody, source: 'timer' })
      if (isRawEvent(event)) return answerGateway(host, event, { ...request, requestId }, receivers)
      const told = isFromWechat(request) ? readWechatEvent(event, config, now()) : null
      const pushed = told && receivers.push(told)
      if (pushed) return receivers.call(pushed, { ...nobody, source: 'timer' })
      if (isLikePush(event)) log.warn({ requestId, sources: request.sources }, 'a push that nobody here takes')
      return receivers.call(callOf(event), nobody)
    },
  }
  return host
}

type Kind = 'wechat' | 'timer' | 'http'

/**
 * The outermost source decides. A mini program may send an event that looks like the gateway's or the timer's; it stays
 * a mini program. Older timers come without a source chain and are known by `TRIGGER_SRC` alone.
 */
const kindOf = ({ sources: [outermost], isTimer }: RequestContext, event: unknown): Kind => {
  if (outermost === 'wx_client') return 'wechat'
  if (outermost === 'wx_trigger') return 'timer'
  return outermost === undefined && isTimer && !isRawEvent(event) ? 'timer' : 'http'
}

/**
 * Neither a phone, the clock nor the gateway. What WeChat itself delivers has no source or one of WeChat's own; another
 * function (`scf`), a web page or anything else that names itself is somebody else.
 */
const isFromWechat = ({ sources: [outermost] }: RequestContext): boolean =>
  outermost === undefined || (outermost.startsWith('wx_') && !HANDS.has(outermost))

/** WeChat's tools in a developer's hands. */
const HANDS: ReadonlySet<string> = new Set(['wx_devtools', 'wx_localdebug'])

const isLikePush = (event: unknown): boolean => typeof event === 'object' && event !== null && 'MsgType' in event

const callOf = (event: unknown): CallEvent => {
  const { action, input } = (typeof event === 'object' && event !== null ? event : {}) as CallEvent
  return { action, input }
}
