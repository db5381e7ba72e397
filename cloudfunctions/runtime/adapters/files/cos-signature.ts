/** Signature of Tencent Cloud Object Storage (XML API, `q-sign-algorithm=sha1`). */
import { createHash, createHmac } from 'node:crypto'

const sha1Hmac = (key: string, text: string) => createHmac('sha1', key).update(text).digest('hex')
const sha1 = (text: string) => createHash('sha1').update(text).digest('hex')
/** Stricter than encodeURIComponent: COS also escapes `!'()*`. */
const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)

export type CosRequest = {
  method: 'GET' | 'PUT' | 'DELETE'
  /** Path of the object as sent, before encoding, starting with `/`. */
  path: string
  /** Headers that are signed; `host` at least. */
  headers: Readonly<Record<string, string>>
  secretId: string
  secretKey: string
  /** Seconds since 1970, first and last in which the signature holds. */
  from: number
  until: number
}

/** The value of the `Authorization` header. */
export const cosAuthorization = ({ method, path, headers, secretId, secretKey, from, until }: CosRequest): string => {
  const keyTime = `${from};${until}`
  const signed = Object.entries(headers)
    .map(([name, value]) => [encode(name).toLowerCase(), encode(value)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const headerText = signed.map(([name, value]) => `${name}=${value}`).join('&')
  const request = `${method.toLowerCase()}\n${path}\n\n${headerText}\n`
  const signature = sha1Hmac(sha1Hmac(secretKey, keyTime), `sha1\n${keyTime}\n${sha1(request)}\n`)
  return [
    'q-sign-algorithm=sha1',
    `q-ak=${secretId}`,
    `q-sign-time=${keyTime}`,
    `q-key-time=${keyTime}`,
    `q-header-list=${signed.map(([name]) => name).join(';')}`,
    'q-url-param-list=',
    `q-signature=${signature}`,
  ].join('&')
}
