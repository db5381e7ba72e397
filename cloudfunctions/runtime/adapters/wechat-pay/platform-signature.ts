/** Is this from WeChat Pay? Answers and notices carry the same four headers, signed over the bytes of the body. */
import { createPublicKey, type KeyObject } from 'node:crypto'
import { fitsLines } from './signature'

/** WeChat's own limit for its clients. */
const MAX_CLOCK_OFFSET_S = 300

export type Origin =
  | { is: 'genuine' }
  | { is: 'unsigned' | 'forged' }
  | { is: 'stale'; ageSeconds: number }
  | { is: 'unknown-serial'; serial: string }
export type OriginCheck = (header: (name: string) => string | undefined, body: string, nowSeconds: number) => Origin

/** `platformKeys`: serial → public key (PEM), parsed at first use. */
export const originChecker = (platformKeys: Readonly<Record<string, string>>): OriginCheck => {
  const keys = new Map<string, KeyObject>()
  const keyOf = (serial: string): KeyObject | undefined => {
    const pem = Object.hasOwn(platformKeys, serial) ? platformKeys[serial] : undefined
    if (pem !== undefined && !keys.has(serial)) keys.set(serial, createPublicKey(pem))
    return keys.get(serial)
  }
  return (header, body, nowSeconds) => {
    const timestamp = header('wechatpay-timestamp')
    const nonce = header('wechatpay-nonce')
    const serial = header('wechatpay-serial')
    const signature = header('wechatpay-signature')
    if (!timestamp || !nonce || !serial || !signature || !/^\d{1,12}$/.test(timestamp)) return { is: 'unsigned' }
    const ageSeconds = nowSeconds - Number(timestamp)
    if (Math.abs(ageSeconds) > MAX_CLOCK_OFFSET_S) return { is: 'stale', ageSeconds }
    const key = keyOf(serial)
    if (!key) return { is: 'unknown-serial', serial }
    return { is: fitsLines(key, signature, timestamp, nonce, body) ? 'genuine' : 'forged' }
  }
}
