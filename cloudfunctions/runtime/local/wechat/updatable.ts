/**
 * Cards that count up: an activity lives 24 h, goes from 0 to 1 and never back. State 2 is told by WeChat's guide (0 → 2,
 * 1 → 2) and not by the page of the call; the desk takes it or answers 47502, as it is told to.
 */
import { randomBytes } from 'node:crypto'
import * as z from 'zod'
import { DAY, later, SECOND, type EpochMs } from '@/domain/time'
import type { WechatBooks } from './books'
import { reading, say, sayNo, type Say } from './say'

export const createActivity = (books: WechatBooks, openid: string | null, now: EpochMs): Say => {
  const activityId = `${randomBytes(2).readUInt16BE()}_${randomBytes(36).toString('base64url')}`
  const expiresAt = later(now, DAY)
  books.activities.put(activityId, { expiresAt, state: 0, openid, parameters: {} })
  return say({ activity_id: activityId, expiration_time: Math.floor(expiresAt / SECOND) })
}

const bodyShape = z.object({
  activity_id: z.string(),
  target_state: z.int(),
  template_info: z.object({ parameter_list: z.array(z.object({ name: z.string(), value: z.string() })) }),
})
const NEEDED = { 0: ['member_count', 'room_limit'], 1: ['path', 'version_type'], 2: [] } as const
/** From where a card may come to each state. */
const FROM: Readonly<Record<number, readonly number[]>> = { 0: [0], 1: [0], 2: [0, 1] }

const isState = (target: number): target is 0 | 1 | 2 => FROM[target] !== undefined

export const setUpdatable = (books: WechatBooks, body: unknown, now: EpochMs, takesOver: boolean): Say =>
  reading(bodyShape, body, sayNo(47001, 'data format error'), (ask) => {
    const activity = books.activities.get(ask.activity_id)
    if (!activity) return sayNo(47501, 'activity_id error')
    if (now >= activity.expiresAt) return sayNo(47504, 'activity_id expired time')
    const state = ask.target_state
    if (!isState(state) || !FROM[state]?.includes(activity.state) || (state === 2 && !takesOver))
      return sayNo(47502, 'target_state error')
    const parameters = Object.fromEntries(ask.template_info.parameter_list.map(({ name, value }) => [name, value]))
    if (NEEDED[state].some((name) => !parameters[name])) return sayNo(47001, 'data format error')
    if (state === 1 && !['develop', 'trial', 'release'].includes(parameters['version_type'] ?? ''))
      return sayNo(47503, 'version_type error')
    books.activities.put(ask.activity_id, { ...activity, state, parameters })
    return say()
  })
