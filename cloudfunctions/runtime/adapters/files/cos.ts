/**
 * Files in a COS bucket of the shop's own (public to read, private to write), over its plain REST interface. The storage
 * of a CloudBase environment is such a bucket too, but its SDK hands out addresses that expire, and share cards live
 * in chats for years.
 */
import { checkKey, type Files } from '../files'
import { OutsideFault } from '../outside-fault'
import { cosAuthorization } from './cos-signature'

export type CosConfig = {
  /** `https://<bucket>.cos.<region>.myqcloud.com` */
  bucketUrl: string
  /** What shoppers open, e.g. a CDN domain; default the bucket itself. */
  publicUrl?: string
  secretId: string
  secretKey: string
  /** Of temporary keys, as a cloud function gets them in its environment. */
  token?: string
  timeoutMs?: number
  now?: () => number
}

const DEFAULT_TIMEOUT_MS = 10_000
const SIGNATURE_LIFE_S = 300
/** Keys never change their bytes' meaning, so phones may keep a picture for a year. */
const CACHE = 'public, max-age=31536000, immutable'

export const cosFiles = (config: CosConfig): Files => {
  const { bucketUrl, publicUrl = bucketUrl } = config
  return {
    put: async (key, bytes, contentType) => {
      const type = { 'content-type': contentType, 'cache-control': CACHE }
      await send(config, 'PUT', checkKey(key, contentType), type, bytes)
      return `${publicUrl}/${key}`
    },
    read: async (key) => {
      const response = await send(config, 'GET', checkKey(key))
      return response.status === 404 ? null : Buffer.from(await response.arrayBuffer())
    },
    remove: async (key) => {
      await send(config, 'DELETE', checkKey(key))
    },
  }
}

const send = async (
  config: CosConfig,
  method: 'GET' | 'PUT' | 'DELETE',
  key: string,
  headers: Record<string, string> = {},
  body?: Uint8Array,
): Promise<Response> => {
  const { secretId, secretKey, token, timeoutMs = DEFAULT_TIMEOUT_MS, now = Date.now } = config
  const url = new URL(`${config.bucketUrl}/${key}`)
  const from = Math.floor(now() / 1000)
  const signing = { method, path: url.pathname, secretId, secretKey, from, until: from + SIGNATURE_LIFE_S }
  const authorization = cosAuthorization({ ...signing, headers: { host: url.host } })
  const response = await fetch(url, {
    method,
    headers: { ...headers, authorization, ...(token === undefined ? {} : { 'x-cos-security-token': token }) },
    signal: AbortSignal.timeout(timeoutMs),
    ...(body === undefined ? {} : { body: new Blob([Uint8Array.from(body)]) }),
  }).catch((error: unknown) => {
    throw new OutsideFault({ service: 'files', reason: 'unreachable', retryable: true, detail: String(error) })
  })
  if (response.ok || (response.status === 404 && method !== 'PUT')) return response
  const reason = /<Code>(\w+)<\/Code>/.exec(await response.text())?.[1] ?? `HTTP_${response.status}`
  throw new OutsideFault({ service: 'files', reason, retryable: response.status === 429 || response.status >= 500 })
}
