/** A shopper's session outside WeChat: `<member>.<expiry>.<signature>`, HMAC-SHA-256, good for 30 days. No table, no look-up. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { isId, type MemberId } from '@/domain/ids'
import { DAY, later, type EpochMs } from '@/domain/time'

export const SESSION_LIFE = 30 * DAY

const sign = (secret: string, text: string): string => createHmac('sha256', secret).update(text).digest('base64url')

export const issueSession = (secret: string, memberId: MemberId, now: EpochMs): string => {
  const body = `${memberId}.${later(now, SESSION_LIFE).toString(36)}`
  return `${body}.${sign(secret, body)}`
}

/** The member, or null if the token is forged, cut or past its time. */
export const readSession = (secret: string, token: string, now: EpochMs): MemberId | null => {
  const [memberId, expiry, signature, ...rest] = token.split('.')
  if (!memberId || !expiry || !signature || rest.length > 0) return null
  const expected = Buffer.from(sign(secret, `${memberId}.${expiry}`))
  const given = Buffer.from(signature)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  if (!(parseInt(expiry, 36) > now)) return null
  return isId('mem', memberId) ? memberId : null
}
