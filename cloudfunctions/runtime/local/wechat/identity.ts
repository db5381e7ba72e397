/** Codes that a phone would get from `wx.login` and the phone-number button: each good once, for five minutes. */
import { createHash, randomBytes } from 'node:crypto'
import { later, MINUTE, SECOND, type EpochMs } from '@/domain/time'
import { say, sayNo, type Say } from './say'

const LIFE = 5 * MINUTE

export const identityDesk = (app: { appId: string; appSecret: string }, now: () => EpochMs) => {
  const codes = new Map<string, { kind: 'login' | 'phone'; value: string; until: EpochMs }>()
  const newCode = (kind: 'login' | 'phone', value: string): string => {
    const code = randomBytes(16).toString('hex')
    codes.set(code, { kind, value, until: later(now(), LIFE) })
    return code
  }
  const spend = (kind: 'login' | 'phone', code: unknown): string | null => {
    const held = codes.get(String(code))
    if (held?.kind !== kind) return null
    codes.delete(String(code))
    return held.until > now() ? held.value : null
  }

  return {
    loginCode: (openid: string): string => newCode('login', openid),
    phoneCode: (phone: string): string => newCode('phone', phone),
    session: (query: Record<string, unknown>): Say => {
      if (query['appid'] !== app.appId) return sayNo(40013, 'invalid appid')
      if (query['secret'] !== app.appSecret) return sayNo(40125, 'invalid appsecret')
      const openid = spend('login', query['js_code'])
      if (openid === null) return sayNo(40029, 'invalid code')
      const session_key = createHash('md5').update(`${openid}:${now()}`).digest('base64')
      return { openid, session_key }
    },
    phone: (body: unknown): Say => {
      const phone = spend('phone', (body as { code?: unknown } | null)?.code)
      if (phone === null) return sayNo(40029, 'invalid code')
      const watermark = { timestamp: Math.floor(now() / SECOND), appid: app.appId }
      return say({ phone_info: { phoneNumber: phone, purePhoneNumber: phone, countryCode: '86', watermark } })
    },
  }
}
export type IdentityDesk = ReturnType<typeof identityDesk>
