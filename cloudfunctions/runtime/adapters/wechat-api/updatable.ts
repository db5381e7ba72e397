/** Cards in chats that count up (动态消息): 「成员正在加入，当前 2/3 人」. */
import * as z from 'zod'
import { groupMessageParameters, type MessageParameter } from '@/domain/share/group-message'
import { epochMs, SECOND } from '@/domain/time'
import type { UpdatableState, WechatApi, WechatApiConfig } from '../wechat-api'
import type { Call } from './access-token'
import { wechatFault } from './request'

const activityWire = z.object({ activity_id: z.string().min(1), expiration_time: z.number() })
/** No such activity, and past its 24 h. */
const OVER = new Set([47501, 47504])
const NOT_FROM_HERE = 47502
/** `develop` and `trial` are for those who have that build. */
const BAD_VERSION = 47503
const TARGETS = { open: 0, full: 1, over: 2 } as const

export const createActivityId =
  (call: Call): WechatApi['createActivityId'] =>
  async (openid) => {
    const path = 'cgi-bin/message/wxopen/activityid/create'
    const reply = await call('GET', path, undefined, openid === undefined ? {} : { openid })
    if (reply.errcode !== 0) throw wechatFault(reply, path)
    const activity = activityWire.parse(reply.body)
    return { activityId: activity.activity_id, expiresAt: epochMs(activity.expiration_time * SECOND) }
  }

export const setUpdatableMsg =
  (call: Call, { version = 'release' }: WechatApiConfig): WechatApi['setUpdatableMsg'] =>
  async (activityId, to) => {
    const path = 'cgi-bin/message/wxopen/updatablemsg/send'
    const reply = await call('POST', path, {
      activity_id: activityId,
      target_state: TARGETS[to.state],
      template_info: { parameter_list: parametersOf(to, version) },
    })
    if (reply.errcode === 0) return 'ok'
    if (OVER.has(reply.errcode)) return 'over'
    if (reply.errcode === NOT_FROM_HERE) return 'not-from-here'
    if (reply.errcode === BAD_VERSION) return 'bad-version'
    throw wechatFault(reply, path)
  }

const parametersOf = (to: UpdatableState, version: string): MessageParameter[] => {
  switch (to.state) {
    case 'open':
      return groupMessageParameters(to.memberCount, to.roomLimit)
    case 'full':
      return [
        { name: 'path', value: to.page },
        { name: 'version_type', value: version },
      ]
    case 'over':
      return []
    default:
      return to satisfies never
  }
}
