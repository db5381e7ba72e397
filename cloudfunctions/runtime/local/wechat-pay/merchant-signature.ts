/** Checks the merchant's `Authorization`, and signs the answers. */
import { createPublicKey, randomBytes } from 'node:crypto'
import { SECOND } from '@/domain/time'
import { fitsLines, signLines } from '../../adapters/wechat-pay/signature'
import type { StandinKeys } from './keys'

const MAX_CLOCK_OFFSET_S = 300
const SCHEME = 'WECHATPAY2-SHA256-RSA2048 '

export type SignedRequest = { method: string; url: string; authorization: string | undefined; body: string }

/** Signatures live by the real clock even where the shop's is set by a test, for the client library knows no other. */
const realSeconds = (): number => Math.floor(Date.now() / SECOND)

/** Null if the signature holds, else what WeChat Pay complains of. */
export const merchantChecker = (keys: StandinKeys) => {
  const publicKey = createPublicKey(keys.merchant.publicKey)
  return ({ method, url, authorization, body }: SignedRequest): string | null => {
    if (!authorization?.startsWith(SCHEME)) return 'Http头Authorization认证类型不正确'
    const field = Object.fromEntries(
      [...authorization.slice(SCHEME.length).matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
    ) as Partial<Record<string, string>>
    const { mchid, serial_no: serial, timestamp = '', nonce_str: nonce = '', signature = '' } = field
    if (mchid !== keys.mchid) return '商户号不存在'
    if (serial !== keys.merchant.serial) return '商户证书序列号有误'
    if (!(Math.abs(realSeconds() - Number(timestamp)) <= MAX_CLOCK_OFFSET_S))
      return 'Http头Authorization中的timestamp与发起请求的时间不得超过5分钟'
    return fitsLines(publicKey, signature, method, url, timestamp, nonce, body) ? null : '签名错误'
  }
}

export const answerHeaders = (keys: StandinKeys, body: string): Record<string, string> => {
  const timestamp = String(realSeconds())
  const nonce = randomBytes(16).toString('hex')
  return {
    'wechatpay-timestamp': timestamp,
    'wechatpay-nonce': nonce,
    'wechatpay-serial': keys.platform.serial,
    'wechatpay-signature': signLines(keys.platform.privateKey, timestamp, nonce, body),
    'request-id': randomBytes(12).toString('hex').toUpperCase(),
  }
}
