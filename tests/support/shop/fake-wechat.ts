/** WeChat's open API in memory: says yes, remembers what it was asked, and says no where a test wants it to. */
import { later, DAY, type EpochMs } from '@/domain/time'
import { OutsideFault } from '../../../cloudfunctions/runtime/adapters/outside-fault'
import type { WechatApi } from '../../../cloudfunctions/runtime/adapters/wechat-api'

/** One transparent pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

type Say = Partial<{
  text: Awaited<ReturnType<WechatApi['checkText']>>
  shipping: Awaited<ReturnType<WechatApi['uploadShipping']>>
  message: Awaited<ReturnType<WechatApi['sendSubscribeMessage']>>
  card: Awaited<ReturnType<WechatApi['setUserNotify']>>
  updatable: Awaited<ReturnType<WechatApi['setUpdatableMsg']>>
  phone: Awaited<ReturnType<WechatApi['phoneNumber']>>
  risk: Awaited<ReturnType<WechatApi['userRiskRank']>>
}>

export type WechatCall = { name: keyof WechatApi; ask: unknown }

export const fakeWechat = (now: () => EpochMs) => {
  const calls: WechatCall[] = []
  let says: Say = {}
  let isDown = false
  let activities = 0

  const enter = (name: keyof WechatApi, ask: unknown): void => {
    calls.push({ name, ask })
    if (isDown) throw new OutsideFault({ service: 'wechat', reason: '-1', retryable: true })
  }

  const port: WechatApi = {
    miniProgramCode: async (ask) => (enter('miniProgramCode', ask), PIXEL),
    checkText: async (ask) => (enter('checkText', ask), says.text ?? 'pass'),
    checkMediaAsync: async (ask) => (enter('checkMediaAsync', ask), { traceId: `trace-${calls.length}` }),
    uploadShipping: async (ask) => (enter('uploadShipping', ask), says.shipping ?? 'ok'),
    sendSubscribeMessage: async (ask) => (enter('sendSubscribeMessage', ask), says.message ?? 'ok'),
    setUserNotify: async (ask) => (enter('setUserNotify', ask), says.card ?? 'ok'),
    createActivityId: async (openid) => {
      enter('createActivityId', openid)
      return { activityId: `activity-${++activities}`, expiresAt: later(now(), DAY) }
    },
    setUpdatableMsg: async (activityId, to) => (enter('setUpdatableMsg', { activityId, to }), says.updatable ?? 'ok'),
    userRiskRank: async (ask) => (enter('userRiskRank', ask), says.risk ?? 0),
    phoneNumber: async (code) => (
      enter('phoneNumber', code),
      says.phone ?? { phone: '13800002071', countryCode: '86' }
    ),
    code2Session: async (code) => (enter('code2Session', code), { openid: `openid-${code}`, sessionKey: 'key' }),
  }

  return {
    port,
    calls,
    callsTo: (name: keyof WechatApi): readonly unknown[] =>
      calls.filter((call) => call.name === name).map((call) => call.ask),
    /** What it answers from now on. */
    say: (some: Say): void => void (says = { ...says, ...some }),
    setDown: (down: boolean): void => void (isDown = down),
  }
}

export type FakeWechat = ReturnType<typeof fakeWechat>
