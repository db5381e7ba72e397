/** HTTPS to the open API. WeChat says no with status 200 and an `errcode`; only pictures have no such field. */
import { OutsideFault } from '../outside-fault'

export type WireReply = { errcode: number; errmsg: string; body: unknown; bytes: Buffer | null }
export type Send = (
  method: 'GET' | 'POST',
  path: string,
  query: Record<string, string>,
  body?: object,
) => Promise<WireReply>

const DEFAULT_BASE_URL = 'https://api.weixin.qq.com/'
const DEFAULT_TIMEOUT_MS = 6_000

export const openApiSender = (config: { baseUrl?: string; timeoutMs?: number }): Send => {
  const { baseUrl = DEFAULT_BASE_URL, timeoutMs = DEFAULT_TIMEOUT_MS } = config
  return async (method, path, query, body) => {
    const url = new URL(path, baseUrl)
    url.search = new URLSearchParams(query).toString()
    const response = await fetch(url, {
      method,
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'error',
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    }).catch((error: unknown) => {
      // Only the name goes on: the address carries the token.
      throw new OutsideFault({ service: 'wechat', reason: (error as Error).name, retryable: true, detail: path })
    })
    const bytes = Buffer.from(await response.arrayBuffer())
    if (response.status !== 200)
      throw new OutsideFault({
        service: 'wechat',
        reason: `HTTP_${response.status}`,
        retryable: response.status === 429 || response.status >= 500,
        detail: path,
      })
    if (response.headers.get('content-type')?.startsWith('image/')) return { errcode: 0, errmsg: '', body: null, bytes }
    return replyOf(bytes, path)
  }
}

const replyOf = (bytes: Buffer, path: string): WireReply => {
  try {
    const body = JSON.parse(bytes.toString()) as { errcode?: number; errmsg?: string }
    return { errcode: body.errcode ?? 0, errmsg: body.errmsg ?? '', body, bytes: null }
  } catch {
    throw new OutsideFault({ service: 'wechat', reason: 'not-json', retryable: true, detail: path })
  }
}

/** −1 and its kin: busy. 45009, 45011, 44991: quota of the day or minute. 43108, 85449: another message to the same person is on its way. */
const TRY_AGAIN = new Set([-1, 43108, 44991, 45009, 45011, 85431, 85449, 10060012, 10060019])

export const wechatFault = (reply: WireReply, path: string): OutsideFault =>
  new OutsideFault({
    service: 'wechat',
    reason: String(reply.errcode),
    retryable: TRY_AGAIN.has(reply.errcode),
    detail: `${path}: ${reply.errmsg}`,
  })
