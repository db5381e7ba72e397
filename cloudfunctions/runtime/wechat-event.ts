/**
 * What WeChat's message push delivers to a function, read strictly. The platform names no source for it that we could rely
 * on, and a push carries no signature there, so three things must fit: nobody else is named as the source, it has the shape
 * of WeChat's message to the letter, and it is addressed to this mini program. What acts on it asks for more: an id that
 * only WeChat and the shop know.
 */
import * as z from 'zod'
import { DAY, MINUTE, SECOND, type EpochMs } from '@/domain/time'
import type { Config } from './config'

const shape = z.looseObject({
  /** The original id of the mini program (`gh_…`). */
  ToUserName: z.string().regex(/^gh_[0-9a-z]{6,40}$/),
  /** An openid; of a system account where the system speaks. */
  FromUserName: z.string().min(1).max(128),
  CreateTime: z.int().positive(),
  MsgType: z.literal('event'),
  Event: z.string().regex(/^[a-z][a-z_]{2,63}$/),
  /** Only some events carry it. */
  appid: z.string().min(1).max(64).optional(),
})
export type WechatEvent = z.output<typeof shape>

/** WeChat repeats a push three times within seconds; a function that was down may hear of it later, never a day later. */
const OLDEST = DAY
/** Two clocks never agree. */
const AHEAD = 5 * MINUTE

type Addressee = Pick<Config, 'WECHAT_APP_ID' | 'WECHAT_ORIGINAL_ID'>

/** Null where anything is amiss: then it is no push. An event without appid counts only where the original id is known. */
export const readWechatEvent = (event: unknown, to: Addressee, now: EpochMs): WechatEvent | null => {
  const { success, data } = shape.safeParse(event)
  if (!success) return null
  const age = now - data.CreateTime * SECOND
  if (age > OLDEST || age < -AHEAD) return null
  if (data.appid !== undefined && data.appid !== to.WECHAT_APP_ID) return null
  if (to.WECHAT_ORIGINAL_ID !== undefined && data.ToUserName !== to.WECHAT_ORIGINAL_ID) return null
  return data.appid === undefined && to.WECHAT_ORIGINAL_ID === undefined ? null : data
}
