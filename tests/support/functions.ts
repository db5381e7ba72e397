/**
 * A shop under test: a database of its own, a clock that stands still, WeChat and WeChat Pay in memory, and the real
 * doors. One for each test file: `beforeAll(async () => { shop = await openShop() })`, `afterAll(() => shop.close())`.
 */
import { randomBytes } from 'node:crypto'
import type { ActionName, CallInput, CallReply, FunctionName } from '@/contract/index'
import { isId, type MemberId, type StoreId } from '@/domain/ids'
import type { WechatPay } from '../../cloudfunctions/runtime/adapters/wechat-pay'
import type { Ingress } from '../../cloudfunctions/runtime/caller'
import { readConfig } from '../../cloudfunctions/runtime/config'
import { depsFrom, type World } from '../../cloudfunctions/runtime/deps-from'
import { hostContext } from '../../cloudfunctions/runtime/host'
import { makeCode, makeDigits } from '../../cloudfunctions/runtime/ids'
import { isFunctionName, openDoor } from '../../cloudfunctions/runtime/local/doors'
import { localHost } from '../../cloudfunctions/runtime/local/host'
import { makeLog } from '../../cloudfunctions/runtime/log'
import type { RawEvent } from '../../cloudfunctions/runtime/raw-http'
import type { RawReply } from '../../cloudfunctions/runtime/serve'
import { issueSession } from '../../cloudfunctions/runtime/session'
import { builders, type StaffSeat } from './shop/builders'
import { countingId, testClock } from './shop/clock'
import { openDatabase } from './shop/database'
import { APPID, MCHID, fakePay } from './shop/fake-pay'
import { fakeWechat } from './shop/fake-wechat'
import { memoryFiles } from './shop/memory-files'

/** `openData`: what WeChat decrypted on the way. */
type FromWechat = { readonly openid: string; readonly openData?: Readonly<Record<string, unknown>> }

/** A member speaks over HTTP with a session, or from WeChat with an openid. */
export type As = 'stranger' | 'timer' | MemberId | StaffSeat | FromWechat

export type ShopOptions = {
  /** Default: what the tier says (`TEST_ENGINE`). */
  embedded?: boolean
  /** A real line to a stand-in in place of the fake. */
  pay?: WechatPay
  /** Further settings, e.g. `{ QUANJI_MODE: 'production' }`. */
  env?: Readonly<Record<string, string>>
}

const SECRET = 'a secret of the tests, 32 letters or more'
/** A demo whose merchant and app are those that `fakePay` pays to. */
const DEMO = {
  NODE_ENV: 'test',
  QUANJI_MODE: 'demo',
  SESSION_SECRET: SECRET,
  WECHAT_APP_ID: APPID,
  PAY_MERCHANT_ID: MCHID,
}

export const openShop = async ({ embedded, pay, env = {} }: ShopOptions = {}) => {
  const { database, url, drop } = await openDatabase(embedded ?? process.env['TEST_ENGINE'] === 'embedded')
  const clock = testClock()
  const [money, wechat, files] = [fakePay(clock.now), fakeWechat(clock.now), memoryFiles()]
  const config = readConfig({ ...DEMO, ...env })
  const world: World = {
    storeId: config.STORE_ID as StoreId,
    database,
    db: database.db,
    now: clock.now,
    newId: countingId(clock),
    newCode: makeCode,
    newDigits: makeDigits,
    pay: pay ?? money.port,
    wechat: wechat.port,
    files,
    config,
    log: makeLog(process.env['TEST_LOG'] ?? 'silent'),
  }
  const host = localHost(world)
  const deps = depsFrom(world)({ requestId: 'test', clientIp: '127.0.0.1' })
  await database.db.insertInto('store').values({ id: world.storeId, name: '晴川里鲜食' }).execute()

  const ingressOf = (as: As): Ingress => {
    const nobody = { openid: null, bearer: null, staffCookie: null, clientIp: '127.0.0.1' }
    const request = { ...nobody, requestId: randomBytes(8).toString('hex') }
    if (as === 'stranger') return { ...request, source: 'http' }
    if (as === 'timer') return { ...request, source: 'timer' }
    if (isId('mem', as)) return { ...request, source: 'http', bearer: issueSession(SECRET, as, clock.now()) }
    if ('openid' in as) return { ...request, source: 'wechat', ...as }
    return { ...request, source: 'http', staffCookie: as.cookie }
  }

  /** Any event through a door, as a hostile client would send it. */
  const send = async (fn: FunctionName, event: unknown, as: As = 'stranger'): Promise<unknown> =>
    (await openDoor(fn))(event, hostContext(host, ingressOf(as)))

  return {
    deps,
    host,
    clock,
    database,
    /** Of the database on the real server, for a second process; null on the embedded one. */
    url,
    pay: money,
    wechat,
    files,
    ...builders(deps),
    send,
    /** A call as a screen makes it: through the door, with the identity of `as`. */
    call: async <F extends FunctionName, A extends ActionName<F>>(
      fn: F,
      action: A,
      input: CallInput<F, A>,
      as: As = 'stranger',
    ): Promise<CallReply<F, A>> => {
      if (!isFunctionName(fn)) throw new Error(`no function ${String(fn)}`)
      return (await send(fn, { action, input }, as)) as CallReply<F, A>
    },
    /** Raw HTTP through a door: `deliver('payment', shop.pay.pay(outTradeNo))`. */
    deliver: async (fn: FunctionName, event: RawEvent): Promise<RawReply> => (await send(fn, event)) as RawReply,
    close: drop,
  }
}

export type Shop = Awaited<ReturnType<typeof openShop>>

/** The data of a reply that must have gone well. */
export const dataOf = <D>(reply: { ok: true; data: D } | { ok: false }): D => {
  if (!reply.ok) throw new Error(`not ok: ${JSON.stringify(reply)}`)
  return reply.data
}

/** The refusal of a reply that must have been refused. */
export const refusalOf = <R>(reply: { ok: true } | { ok: false; refusal: R } | { ok: false; fault: unknown }): R => {
  if (reply.ok || !('refusal' in reply)) throw new Error(`not refused: ${JSON.stringify(reply)}`)
  return reply.refusal
}
