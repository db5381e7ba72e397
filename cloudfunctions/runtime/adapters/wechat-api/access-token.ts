/**
 * The access token, fetched when first needed and kept until shortly before it ends. `stable_token` gives the same token
 * to every instance, so that functions side by side don't take each other's away.
 */
import * as z from 'zod'
import { MINUTE, SECOND } from '@/domain/time'
import type { WechatApiConfig } from '../wechat-api'
import { wechatFault, type Send, type WireReply } from './request'

const tokenWire = z.object({ access_token: z.string().min(1), expires_in: z.number() })
/** WeChat hands out the next token five minutes before this one ends. */
const EARLY = 5 * MINUTE
/** The token is wrong, or ran out, or was made void by somebody's forced refresh. */
const TOKEN_IS_DEAD = new Set([40001, 40014, 42001])

export type Call = (
  method: 'GET' | 'POST',
  path: string,
  body?: object,
  query?: Record<string, string>,
) => Promise<WireReply>

type Held = { token: string; until: number }

/** Sends with the token; if it turns out to be dead, once more with a fresh one. */
export const withToken = (send: Send, config: Pick<WechatApiConfig, 'appId' | 'appSecret' | 'now'>): Call => {
  const now = config.now ?? Date.now
  let held: Promise<Held> | null = null

  const fetchToken = async (): Promise<Held> => {
    const path = 'cgi-bin/stable_token'
    const ask = { grant_type: 'client_credential', appid: config.appId, secret: config.appSecret }
    const reply = await send('POST', path, {}, ask)
    if (reply.errcode !== 0) throw wechatFault(reply, path)
    const { access_token: token, expires_in: seconds } = tokenWire.parse(reply.body)
    return { token, until: now() + Math.max(seconds * SECOND - EARLY, SECOND) }
  }
  /** Drops the token, unless somebody else has fetched a fresh one meanwhile. */
  const dropIf = async (isOver: (token: Held) => boolean): Promise<void> => {
    const before = held
    if (before && isOver(await before) && held === before) held = null
  }
  /** Calls that need a token at the same time share one fetch; a failed fetch is forgotten. */
  const current = async (): Promise<string> => {
    await dropIf(({ until }) => until <= now())
    held ??= fetchToken().catch((error: unknown) => {
      held = null
      throw error
    })
    return (await held).token
  }

  return async (method, path, body, query = {}) => {
    const used = await current()
    const reply = await send(method, path, { access_token: used, ...query }, body)
    if (!TOKEN_IS_DEAD.has(reply.errcode)) return reply
    await dropIf(({ token }) => token === used)
    return send(method, path, { access_token: await current(), ...query }, body)
  }
}
