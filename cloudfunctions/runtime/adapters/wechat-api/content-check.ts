/** Texts and pictures that members wrote: nothing is shown before WeChat has looked at it (platform rule 5.18). */
import * as z from 'zod'
import type { ContentScene, WechatApi } from '../wechat-api'
import type { Call } from './access-token'
import { wechatFault } from './request'

const SCENES = { profile: 1, comment: 2, forum: 3, social: 4 } as const satisfies Record<ContentScene, number>
const MEDIA = { audio: 1, image: 2 } as const
const MAX_LETTERS = 2_500

const verdictWire = z.object({ result: z.object({ suggest: z.enum(['pass', 'review', 'risky']) }) })
const traceWire = z.object({ trace_id: z.string().min(1) })

export const checkText =
  (call: Call): WechatApi['checkText'] =>
  async ({ openid, scene, content, nickname }) => {
    // A text that is only looked at in part can't pass.
    if (Array.from(content).length > MAX_LETTERS) return 'review'
    const path = 'wxa/msg_sec_check'
    const ask = { version: 2, openid, scene: SCENES[scene], content, ...(nickname === undefined ? {} : { nickname }) }
    const reply = await call('POST', path, ask)
    if (reply.errcode !== 0) throw wechatFault(reply, path)
    return verdictWire.parse(reply.body).result.suggest
  }

export const checkMediaAsync =
  (call: Call): WechatApi['checkMediaAsync'] =>
  async ({ openid, scene, mediaUrl, kind }) => {
    const path = 'wxa/media_check_async'
    const ask = { version: 2, openid, scene: SCENES[scene], media_url: mediaUrl, media_type: MEDIA[kind] }
    const reply = await call('POST', path, ask)
    if (reply.errcode !== 0) throw wechatFault(reply, path)
    return { traceId: traceWire.parse(reply.body).trace_id }
  }
