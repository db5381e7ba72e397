/** WeChat's message push, as far as it is about pictures: the event `wxa_media_check` becomes a call of this door. */
import * as z from 'zod'
import type { CallInput } from '@/contract/index'
import type { WechatEvent } from '../runtime/wechat-event'

const pushed = z.looseObject({
  Event: z.literal('wxa_media_check'),
  trace_id: z.string().min(1).max(128),
  /** Not 0 where WeChat could not look at the picture, e.g. because its address did not answer. */
  errcode: z.int().optional(),
  result: z.object({ suggest: z.enum(['pass', 'review', 'risky']) }).optional(),
})

type PictureCall = { action: 'settlePictureCheck'; input: CallInput<'member', 'settlePictureCheck'> }

/** Null if the event is another one. What was not looked at is not shown. */
export const pictureCallFrom = (event: WechatEvent): PictureCall | null => {
  const { success, data } = pushed.safeParse(event)
  if (!success) return null
  const verdict = (data.errcode ?? 0) === 0 ? data.result?.suggest : undefined
  return { action: 'settlePictureCheck', input: { traceId: data.trace_id, verdict: verdict ?? 'review' } }
}
