/**
 * The signed line to WeChat Pay: what goes out is signed by the merchant, what comes back is checked. Forty lines over
 * `fetch` rather than a client library, because every function carries them: the library and what it needs would add
 * 365 KB to each. The tests hold both ends against `wechatpay-axios-plugin`.
 */
import { createPrivateKey, randomBytes, type KeyObject } from 'node:crypto'
import type { WechatPayConfig } from '../wechat-pay'
import { OutsideFault } from '../outside-fault'
import { originChecker } from './platform-signature'
import { signLines } from './signature'

/** A 2xx with its body (null for 204), or the code WeChat Pay says no with. */
export type PayAnswer = { ok: true; body: unknown } | { ok: false; status: number; code: string; message: string }
export type PayCall = (method: 'GET' | 'POST', path: string, body?: object) => Promise<PayAnswer>

const DEFAULT_BASE_URL = 'https://api.mch.weixin.qq.com/'
const DEFAULT_TIMEOUT_MS = 8_000
/** Codes after which WeChat asks for the same call again. `BANK_ERROR`: the bank's answer is not known yet. */
const TRY_AGAIN = new Set(['SYSTEM_ERROR', 'SYSTEMERROR', 'FREQUENCY_LIMITED', 'FREQUENCY_LIMIT_EXCEED', 'BANK_ERROR'])

/** WeChat compares stamps with its own clock, so this one is the machine's, never a test's. */
const nowSeconds = (): number => Math.floor(Date.now() / 1000)

export const payClient = (config: WechatPayConfig): PayCall => {
  const { baseUrl = DEFAULT_BASE_URL, timeoutMs = DEFAULT_TIMEOUT_MS, platformKeys } = config
  const authorize = authorizer(config)
  const originOf = originChecker(platformKeys)
  const [platformSerial = ''] = Object.keys(platformKeys)

  return async (method, path, body) => {
    const url = new URL(path, baseUrl)
    const text = body === undefined ? '' : JSON.stringify(body)
    const headers = {
      authorization: authorize(method, `${url.pathname}${url.search}`, text),
      accept: 'application/json',
      'content-type': 'application/json',
      'user-agent': 'quanji',
      // Asks WeChat to answer with this key, while the merchant still has an old certificate as well.
      'wechatpay-serial': platformSerial,
    }
    const signal = AbortSignal.timeout(timeoutMs)
    const { response, said } = await fetchText(url, { method, headers, signal, ...(text === '' ? {} : { body: text }) })
    if (!response.ok) return noOf(response.status, said)
    const origin = originOf((name) => response.headers.get(name) ?? undefined, said, nowSeconds())
    // Whatever came, it is not an answer; whether the call was carried out is not known.
    if (origin.is !== 'genuine') throw fault(`answer-${origin.is}`, false)
    return { ok: true, body: said === '' ? null : JSON.parse(said) }
  }
}

const authorizer = ({ mchid, merchantSerial, merchantPrivateKey }: WechatPayConfig) => {
  let key: KeyObject | undefined
  return (method: string, pathAndQuery: string, body: string): string => {
    key ??= createPrivateKey(merchantPrivateKey)
    const timestamp = String(nowSeconds())
    const nonce = randomBytes(16).toString('hex')
    const signature = signLines(key, method, pathAndQuery, timestamp, nonce, body)
    const fields = { mchid, nonce_str: nonce, signature, timestamp, serial_no: merchantSerial }
    const list = Object.entries(fields).map(([name, value]) => `${name}="${value}"`)
    return `WECHATPAY2-SHA256-RSA2048 ${list.join(',')}`
  }
}

const fetchText = async (url: URL, init: RequestInit) => {
  try {
    const response = await fetch(url, { ...init, redirect: 'error' })
    return { response, said: await response.text() }
  } catch (error) {
    const { name, cause } = error as Error & { cause?: { code?: string } }
    throw fault(cause?.code ?? name, true)
  }
}

const noOf = (status: number, said: string): PayAnswer => {
  const { code = `HTTP_${status}`, message = '' } = fieldsOf(said)
  return { ok: false, status, code, message }
}

/** A gateway on the way may answer with a page of HTML. */
const fieldsOf = (said: string): { code?: string; message?: string } => {
  try {
    return (JSON.parse(said) ?? {}) as { code?: string; message?: string }
  } catch {
    return {}
  }
}

const fault = (reason: string, retryable: boolean, detail = ''): OutsideFault =>
  new OutsideFault({ service: 'wechat-pay', reason, retryable, detail })

/** For the answers that a caller does not expect. */
export const payFault = ({ status, code, message }: PayAnswer & { ok: false }): OutsideFault =>
  fault(code, status === 429 || status >= 500 || TRY_AGAIN.has(code), message)
