/** The access token: one at a time, two hours long, the same for whoever asks with the secret. */
import { randomBytes } from 'node:crypto'
import * as z from 'zod'
import { HOUR, later, SECOND, type EpochMs } from '@/domain/time'
import { reading, sayNo, type Say } from './say'

const LIFE = 2 * HOUR
const askShape = z.object({
  grant_type: z.literal('client_credential'),
  appid: z.string(),
  secret: z.string(),
  force_refresh: z.boolean().default(false),
})

export const tokenDesk = (app: { appId: string; appSecret: string }, now: () => EpochMs) => {
  let token: { text: string; until: EpochMs } | null = null
  const issue = () => (token = { text: randomBytes(64).toString('base64url'), until: later(now(), LIFE) })

  return {
    give: (body: unknown): Say =>
      reading(askShape, body, sayNo(40002, 'invalid grant_type'), (ask) => {
        if (ask.appid !== app.appId) return sayNo(40013, 'invalid appid')
        if (ask.secret !== app.appSecret) return sayNo(40125, 'invalid appsecret')
        const held = token && token.until > now() && !ask.force_refresh ? token : issue()
        return { access_token: held.text, expires_in: Math.floor((held.until - now()) / SECOND) }
      }),
    complaintOf: (text: unknown): Say | null => {
      if (token === null || text !== token.text)
        return sayNo(40001, 'invalid credential, access_token is invalid or not latest')
      return token.until > now() ? null : sayNo(42001, 'access_token expired')
    },
    /** As if somebody had forced a refresh elsewhere. */
    void: (): void => void (token = null),
  }
}
