/** Which events count as WeChat's push: those that fit to the letter and are meant for this mini program. */
import { readWechatEvent } from '../../cloudfunctions/runtime/wechat-event'
import { DAY, epochMs, later, MINUTE } from '@/domain/time'
import { ORIGINAL_ID, pushHead } from '../support/wechat-push'

const now = epochMs(Date.UTC(2026, 10, 22, 4))
const us = { WECHAT_APP_ID: 'wx0123456789abcdef', WECHAT_ORIGINAL_ID: ORIGINAL_ID }
const head = pushHead('trade_manage_order_settlement', now)
const ofMedia = { ...pushHead('wxa_media_check', now), appid: us.WECHAT_APP_ID, trace_id: 't' }

test('an event for this mini program is read with all that is in it', () => {
  expect(readWechatEvent({ ...head, transaction_id: '42' }, us, now)).toEqual({ ...head, transaction_id: '42' })
  expect(readWechatEvent(ofMedia, us, now)).toEqual(ofMedia)
})

test('where the original id is unknown, only an event that names the app is read', () => {
  const app = { WECHAT_APP_ID: us.WECHAT_APP_ID }
  expect(readWechatEvent(ofMedia, app, now)).toEqual(ofMedia)
  expect(readWechatEvent(head, app, now)).toBeNull()
})

test('an event that waited is read, one that is a day old or from tomorrow is not', () => {
  const at = (ms: number) => readWechatEvent(pushHead('wxa_media_check', later(now, ms)), us, now)
  for (const ms of [0, -30 * MINUTE, -DAY + MINUTE, 4 * MINUTE]) expect(at(ms)).not.toBeNull()
  for (const ms of [-DAY - MINUTE, 6 * MINUTE, DAY]) expect(at(ms)).toBeNull()
})

test.each<[string, unknown]>([
  ['nothing', null],
  ['a text', 'trade_manage_order_settlement'],
  ['a list', [head]],
  ['a call of an action', { action: 'learnReceipt', input: { transactionId: '42' } }],
  ['the clock', { Type: 'Timer', TriggerName: 'every-minute' }],
  ['the gateway', { httpMethod: 'POST', path: '/', headers: {}, body: JSON.stringify(head) }],
  ['a letter of somebody', { ...head, MsgType: 'text', Content: 'hi' }],
  ['an event to another mini program', { ...head, ToUserName: 'gh_ffffffffffff' }],
  ['an event of another app', { ...ofMedia, appid: 'wxffffffffffffffff' }],
  ['an event to nobody', { ...head, ToUserName: '' }],
  ['an event to many', { ...head, ToUserName: [ORIGINAL_ID] }],
  ['an event from nobody', { ...head, FromUserName: undefined }],
  ['an event without a name', { ...head, Event: '' }],
  ['an event with a name that is a path', { ...head, Event: '../../order' }],
  ['an event with a name that is inherited', { ...head, Event: '__proto__' }],
  ['an event at no time', { ...head, CreateTime: undefined }],
  ['an event at a time in words', { ...head, CreateTime: String(head.CreateTime) }],
  ['an event at no number', { ...head, CreateTime: Number.NaN }],
  ['an event in milliseconds', { ...head, CreateTime: now }],
])('%s is no push', (_what, event) => {
  expect(readWechatEvent(event, us, now)).toBeNull()
})
