/** The shop's client against the stand-in of WeChat's open API. */
import { fen } from '@/domain/money'
import { DAY, HOUR, later, MINUTE } from '@/domain/time'
import type { ServiceCard } from '../../cloudfunctions/runtime/adapters/wechat-api'
import { connectWechatApi } from '../../cloudfunctions/runtime/adapters/wechat-api/connect'
import { standinApp } from '../../cloudfunctions/runtime/local/wechat/standin'
import { OPENID, openWechat } from '../support/wechat-api'

let w: Awaited<ReturnType<typeof openWechat>>
beforeEach(async () => {
  w = await openWechat()
})
afterEach(() => w.close())

const aText = (content: string) => ({ openid: OPENID, scene: 'comment' as const, content })

describe('the access token', () => {
  test('is fetched once for calls that need it at the same time, and kept', async () => {
    await Promise.all([1, 2, 3].map(() => w.wechat.checkText(aText('很好吃'))))
    await w.wechat.checkText(aText('还会再买'))
    expect(w.calls('/cgi-bin/stable_token')).toHaveLength(1)
  })

  test('is fetched anew before it ends', async () => {
    await w.wechat.checkText(aText('很好吃'))
    w.clock.at = later(w.clock.at, 2 * HOUR - 5 * MINUTE)
    await Promise.all([w.wechat.checkText(aText('很好吃')), w.wechat.checkText(aText('很好吃'))])
    expect(w.calls('/cgi-bin/stable_token')).toHaveLength(2)
  })

  test('made void elsewhere, it is replaced within the same call', async () => {
    await w.wechat.checkText(aText('很好吃'))
    w.standin.voidToken()
    await expect(w.wechat.checkText(aText('很好吃'))).resolves.toBe('pass')
    expect(w.calls('/wxa/msg_sec_check').map((call) => call.errcode)).toEqual([0, 40001, 0])
  })

  test('a wrong secret is a fault that no retry mends, and is not said aloud', async () => {
    const wechat = connectWechatApi({ ...standinApp(w.keys, w.standin.url), appSecret: 'guessed-secret' })
    const fault: unknown = await wechat.checkText(aText('很好吃')).catch((error: unknown) => error)
    expect(fault).toMatchObject({ name: 'OutsideFault', reason: '40125', retryable: false })
    expect(String(fault)).not.toContain('guessed-secret')
  })

  test('nobody there is a fault worth another try', async () => {
    const wechat = connectWechatApi({ ...standinApp(w.keys, 'http://127.0.0.1:9/'), timeoutMs: 500 })
    await expect(wechat.checkText(aText('很好吃'))).rejects.toMatchObject({ service: 'wechat', retryable: true })
  })

  test.each([-1, 45009, 45011])('error %i is worth another try', async (errcode) => {
    w.standin.failNext('/wxa/msg_sec_check', errcode)
    await expect(w.wechat.checkText(aText('很好吃'))).rejects.toMatchObject({ reason: `${errcode}`, retryable: true })
  })
})

describe('texts and pictures of members', () => {
  test.each([
    ['苹果很甜，下次还来', 'pass'],
    ['想要的加微信聊', 'review'],
    ['代 开 发 票，量大从优', 'risky'],
    ['加微信，代开发票', 'risky'],
  ])('%s → %s', async (content, verdict) => {
    await expect(w.wechat.checkText(aText(content))).resolves.toBe(verdict)
  })

  test('a text too long to be looked at whole does not pass', async () => {
    await expect(w.wechat.checkText(aText('好'.repeat(2_501)))).resolves.toBe('review')
  })

  test('the nickname is judged with the text', async () => {
    await expect(w.wechat.checkText({ ...aText('你好'), nickname: '代开发票小王' })).resolves.toBe('risky')
  })

  test('a picture is judged later, by an event with the same trace id', async () => {
    await w.close()
    const events: { trace_id: string; result: { suggest: string } }[] = []
    let refusals = 2
    w = await openWechat({
      push: async (event) => {
        if (refusals-- > 0) throw new Error('function was cold')
        events.push(event)
      },
    })
    const ask = { openid: OPENID, scene: 'comment', kind: 'image' } as const
    const { traceId } = await w.wechat.checkMediaAsync({ ...ask, mediaUrl: 'https://shop.example/files/risky-1.jpg' })
    while (events.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    expect(events).toMatchObject([{ trace_id: traceId, Event: 'wxa_media_check', result: { suggest: 'risky' } }])
  })
})

describe('subscription messages', () => {
  const message = { openid: OPENID, templateId: 'tpl-shipped', page: 'packages/order/detail/index?id=1' }

  test('one tap is one message', async () => {
    const data = { thing1: '山东红富士', character_string2: '78001234567890' }
    await expect(w.wechat.sendSubscribeMessage({ ...message, data })).resolves.toEqual({ refused: 43101 })
    w.standin.allowMessage(OPENID, 'tpl-shipped')
    await expect(w.wechat.sendSubscribeMessage({ ...message, data })).resolves.toBe('ok')
    await expect(w.wechat.sendSubscribeMessage({ ...message, data })).resolves.toEqual({ refused: 43101 })
  })

  test('a name too long for its keyword is cut, not refused', async () => {
    w.standin.allowMessage(OPENID, 'tpl-shipped')
    const data = { thing1: '云南高原阳光玫瑰青提 2 斤装（顺丰冷链直达，坏果包赔）' }
    await expect(w.wechat.sendSubscribeMessage({ ...message, data })).resolves.toBe('ok')
    const [call] = w.calls('/cgi-bin/message/subscribe/send')
    expect(call?.body).toMatchObject({ data: { thing1: { value: expect.stringMatching(/^.{19}…$/u) } } })
  })

  test('a value that is not of its type costs no allowance', async () => {
    w.standin.allowMessage(OPENID, 'tpl-shipped')
    const bad = { ...message, data: { amount3: '三十九块九' } }
    await expect(w.wechat.sendSubscribeMessage(bad)).resolves.toEqual({ refused: 47003 })
    await expect(w.wechat.sendSubscribeMessage({ ...message, data: { amount3: '¥39.90' } })).resolves.toBe('ok')
  })
})

describe('service cards', () => {
  const aCard = async (more: Partial<ServiceCard> = {}): Promise<ServiceCard> => ({
    openid: OPENID,
    kind: 'express',
    transactionId: await w.paid(),
    status: 1,
    page: 'packages/order/detail/index?id=1',
    products: [
      {
        name: '山东红富士 5 斤',
        imageUrl: 'https://shop.example/files/apple.png',
        page: 'packages/product/detail/index?id=1',
        quantity: 2,
        priceFen: fen(1_995),
      },
    ],
    activation: { paidFen: fen(3_990), paidAt: w.clock.at },
    ...more,
  })

  test('is activated by the payment, then goes forward only', async () => {
    const card = await aCard()
    await expect(w.wechat.setUserNotify(card)).resolves.toBe('ok')
    const { activation: _, ...update } = card
    await expect(w.wechat.setUserNotify({ ...update, status: 2 })).resolves.toBe('ok')
    await expect(w.wechat.setUserNotify({ ...update, status: 2 })).resolves.toEqual({ refused: 85439 })
    expect(w.standin.books.cards.get(card.transactionId)).toMatchObject({ status: 2, content: { product_count: 2 } })
  })

  test('needs the right amount, a known payment, and to come within a day', async () => {
    const card = await aCard()
    const wrong = { paidFen: fen(1), paidAt: w.clock.at }
    await expect(w.wechat.setUserNotify({ ...card, activation: wrong })).resolves.toEqual({ refused: 85433 })
    await expect(w.wechat.setUserNotify({ ...card, transactionId: '4200none' })).resolves.toEqual({ refused: 85437 })
    w.clock.at = later(w.clock.at, DAY + 1)
    await expect(w.wechat.setUserNotify(card)).resolves.toEqual({ refused: 85438 })
  })
})

describe('cards that count up', () => {
  const full = { state: 'full', page: 'packages/group/detail/index?id=1' } as const

  test('count, fill, and never go back', async () => {
    const { activityId, expiresAt } = await w.wechat.createActivityId()
    expect(expiresAt).toBe(later(w.clock.at, DAY))
    const joined = (memberCount: number) => ({ state: 'open', memberCount, roomLimit: 3 }) as const
    await expect(w.wechat.setUpdatableMsg(activityId, joined(1))).resolves.toBe('ok')
    await expect(w.wechat.setUpdatableMsg(activityId, joined(2))).resolves.toBe('ok')
    expect(w.standin.books.activities.get(activityId)?.parameters).toEqual({ member_count: '2', room_limit: '3' })
    await expect(w.wechat.setUpdatableMsg(activityId, full)).resolves.toBe('ok')
    await expect(w.wechat.setUpdatableMsg(activityId, joined(2))).resolves.toBe('not-from-here')
  })

  test('are over after 24 hours, and where nobody made them', async () => {
    const { activityId } = await w.wechat.createActivityId(OPENID)
    w.clock.at = later(w.clock.at, DAY)
    await expect(w.wechat.setUpdatableMsg(activityId, full)).resolves.toBe('over')
    await expect(w.wechat.setUpdatableMsg('1_none', full)).resolves.toBe('over')
  })
})

describe('cards that count up, and what WeChat answers', () => {
  const SEND = '/cgi-bin/message/wxopen/updatablemsg/send'
  const joined = { state: 'open', memberCount: 1, roomLimit: 3 } as const

  test('one that is over goes no further, from whichever state it came', async () => {
    for (const before of [joined, { state: 'full', page: 'packages/group/page/index?id=1' } as const]) {
      const { activityId } = await w.wechat.createActivityId()
      await w.wechat.setUpdatableMsg(activityId, before)
      await expect(w.wechat.setUpdatableMsg(activityId, { state: 'over' })).resolves.toBe('ok')
      await expect(w.wechat.setUpdatableMsg(activityId, joined)).resolves.toBe('not-from-here')
    }
  })

  test.each([
    [47501, 'over'],
    [47502, 'not-from-here'],
    [47503, 'bad-version'],
    [47504, 'over'],
  ])('%i is an answer and no fault: %s', async (errcode, answer) => {
    const { activityId } = await w.wechat.createActivityId()
    w.standin.failNext(SEND, errcode)
    await expect(w.wechat.setUpdatableMsg(activityId, joined)).resolves.toBe(answer)
  })

  test('WeChat busy is worth another try', async () => {
    const { activityId } = await w.wechat.createActivityId()
    w.standin.failNext(SEND, -1)
    await expect(w.wechat.setUpdatableMsg(activityId, joined)).rejects.toMatchObject({ retryable: true })
  })
})

describe('who somebody is', () => {
  test('a login code is good once, for five minutes', async () => {
    const code = w.standin.loginCode(OPENID)
    await expect(w.wechat.code2Session(code)).resolves.toMatchObject({ openid: OPENID })
    await expect(w.wechat.code2Session(code)).resolves.toBe('bad-code')
    const late = w.standin.loginCode(OPENID)
    w.clock.at = later(w.clock.at, 5 * MINUTE)
    await expect(w.wechat.code2Session(late)).resolves.toBe('bad-code')
  })

  test('a dangerous account is blocked', async () => {
    w.standin.failNext('/sns/jscode2session', 40226)
    await expect(w.wechat.code2Session(w.standin.loginCode(OPENID))).resolves.toBe('blocked')
  })

  test('a phone number comes for its code, not for a login code', async () => {
    const code = w.standin.phoneCode('13812345678')
    await expect(w.wechat.phoneNumber(w.standin.loginCode(OPENID))).resolves.toBe('bad-code')
    await expect(w.wechat.phoneNumber(code)).resolves.toEqual({ phone: '13812345678', countryCode: '86' })
    await expect(w.wechat.phoneNumber(code)).resolves.toBe('bad-code')
  })
})

test('the phone’s acts and the record can be reached over HTTP', async () => {
  const post = (path: string, body: object) =>
    fetch(`${w.standin.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }).then((response) => response.json() as Promise<Record<string, string>>)
  const { code } = await post('member/login', { openid: OPENID })
  await expect(w.wechat.code2Session(code ?? '')).resolves.toMatchObject({ openid: OPENID })
  await post('member/allow', { openid: OPENID, templateId: 'tpl-1' })
  await expect(
    w.wechat.sendSubscribeMessage({ openid: OPENID, templateId: 'tpl-1', data: { thing1: '到货了' } }),
  ).resolves.toBe('ok')
  const record = (await (await fetch(`${w.standin.url}record`)).json()) as { calls: { path: string }[] }
  expect(record.calls.map((call) => call.path)).toContain('/cgi-bin/message/subscribe/send')
})
