/** The host in CloudBase: identity from the platform's request context and from nowhere else. */
import type { Ingress } from '../../cloudfunctions/runtime/caller'
import { cloudbaseHost } from '../../cloudfunctions/runtime/cloudbase/host'
import { readContext } from '../../cloudfunctions/runtime/cloudbase/request-context'
import type { Host } from '../../cloudfunctions/runtime/host'
import type { CallEvent, RawRequest } from '../../cloudfunctions/runtime/serve'
import { epochMs } from '@/domain/time'
import { freshDatabase, type TestDatabase } from '../support/postgres'
import { ORIGINAL_ID, pushHead } from '../support/wechat-push'

const fromClient = {
  TCB_SOURCE: 'wx_client',
  WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID',
  WX_OPENID: 'openid-1',
  WX_CLIENTIP: '1.2.3.4',
}
const asJson = (vars: object, more: object = {}) => ({
  environment: JSON.stringify(vars),
  request_id: 'req-1',
  ...more,
})
const asPairs = (vars: Record<string, string>) => ({
  environ: Object.entries(vars)
    .map(([name, value]) => `${name}=${value}`)
    .join(';'),
})

describe('the request context', () => {
  test.each([
    ['new runtimes, as JSON', asJson(fromClient), {}],
    ['old runtimes, as pairs', asPairs(fromClient), {}],
    [
      'the environment of the process, where there is nothing else',
      {},
      { ...fromClient, WX_CONTEXT_KEYS: 'WX_OPENID,WX_CLIENTIP' },
    ],
  ])('is read from %s', (_, context, env) => {
    expect(readContext(context, env as never)).toMatchObject({
      sources: ['wx_client'],
      openid: 'openid-1',
      clientIp: '1.2.3.4',
    })
  })

  test('the last caller whom the process remembers is not this one', () => {
    expect(readContext(asJson({ TCB_SOURCE: 'wx_client' }), fromClient as never).openid).toBeNull()
    expect(readContext(asJson({}), fromClient as never)).toMatchObject({ openid: null, sources: [] })
  })

  test('a variable of the process counts only where this request lists it', () => {
    expect(readContext({}, { ...fromClient, WX_CONTEXT_KEYS: 'WX_APPID' }).openid).toBeNull()
  })

  test('an openid is text, whatever it looks like', () => {
    expect(readContext(asJson({ ...fromClient, WX_OPENID: '00012' }), {}).openid).toBe('00012')
  })
})

describe('the host', () => {
  let base: TestDatabase
  let host: Host
  beforeAll(async () => {
    base = await freshDatabase()
    host = await cloudbaseHost({
      DATABASE_URL: base.url,
      LOG_LEVEL: 'silent',
      QUANJI_MODE: 'demo',
      NODE_ENV: 'development',
      SCF_FUNCTIONNAME: 'staff',
      WECHAT_ORIGINAL_ID: ORIGINAL_ID,
    })
  })
  afterAll(async () => {
    await host.depsFor({ requestId: 'r', clientIp: null } as Ingress).database.close()
    await base.drop()
  })

  type Heard = { call: CallEvent; ingress: Ingress } | { raw: RawRequest }
  /** What reaches the function, and what goes back to the platform. */
  const receive = async (event: unknown, context: unknown, answer: unknown = { ok: true, data: {} }) => {
    const heard: Heard[] = []
    const reply = await host.receive(event, context, {
      call: async (call, ingress) => {
        heard.push({ call, ingress })
        return answer
      },
      routes: {
        '/notice/pay': async (_deps, raw) => {
          heard.push({ raw })
          return { status: 204, body: '' }
        },
      },
      push: ({ Event }) => (Event === 'wxa_media_check' ? { action: 'settle', input: {} } : null),
    })
    return { heard: heard[0], reply }
  }

  test('the demo can’t be switched on', () => {
    const { config } = host.depsFor({ requestId: 'r', clientIp: null } as Ingress)
    expect(config.isDemo).toBe(false)
  })

  test('a call from the mini program is the openid of its context, not the one it claims', async () => {
    const event = { action: 'me', input: {}, userInfo: { openId: 'openid-2' }, openid: 'openid-2', OPENID: 'openid-2' }
    const { heard } = await receive(event, asJson(fromClient))
    expect(heard).toMatchObject({
      call: { action: 'me', input: {} },
      ingress: { source: 'wechat', openid: 'openid-1', requestId: 'req-1', clientIp: '1.2.3.4' },
    })
    expect(heard).not.toHaveProperty('call.userInfo')
  })

  test('a mini program that pretends to be the gateway or the clock stays a mini program', async () => {
    const asGateway = { httpMethod: 'POST', path: '/notice/pay', headers: {}, body: '{}', action: 'me' }
    expect((await receive(asGateway, asJson(fromClient))).heard).toMatchObject({ ingress: { source: 'wechat' } })
    const asClock = { Type: 'Timer', TriggerName: 'every-minute', action: 'run' }
    const vars = { ...fromClient, TRIGGER_SRC: 'timer' }
    expect((await receive(asClock, asJson(vars))).heard).toMatchObject({ ingress: { source: 'wechat' } })
  })

  test('somebody who is not signed in to WeChat is a stranger', async () => {
    const { heard } = await receive({ action: 'home' }, asJson({ TCB_SOURCE: 'wx_client' }))
    expect(heard).toMatchObject({ ingress: { source: 'wechat', openid: null } })
  })

  test.each([
    ['by its source', { TCB_SOURCE: 'wx_trigger' }],
    ['by its trigger, in runtimes that name no source', { TRIGGER_SRC: 'timer' }],
  ])('the clock is known %s and runs what is due', async (_, vars) => {
    const { heard } = await receive({ Type: 'Timer', TriggerName: 'every-minute' }, asJson(vars))
    expect(heard).toEqual({
      call: { action: 'run', input: {} },
      ingress: expect.objectContaining({ source: 'timer', openid: null }),
    })
  })

  test('a chain counts from its outermost link', async () => {
    const { heard } = await receive({ action: 'run' }, asJson({ TCB_SOURCE: 'scf,wx_trigger', WX_OPENID: 'x' }))
    expect(heard).toMatchObject({ ingress: { source: 'http', openid: null, bearer: null } })
  })

  test('WeChat’s push is the platform’s own act; from a phone or the web it is a call like any other', async () => {
    const push = pushHead('wxa_media_check', epochMs(Date.now()))
    for (const vars of [{}, { TCB_SOURCE: 'wx_http' }])
      expect((await receive(push, asJson(vars))).heard).toMatchObject({
        call: { action: 'settle' },
        ingress: { source: 'timer' },
      })
    for (const source of ['scf', 'tcb_http', 'scf,wx_client', 'wx_devtools', 'web'])
      expect((await receive(push, asJson({ TCB_SOURCE: source }))).heard).toMatchObject({
        call: { action: undefined },
        ingress: { source: 'http' },
      })
    expect((await receive(push, asJson(fromClient))).heard).toMatchObject({
      call: { action: undefined },
      ingress: { source: 'wechat' },
    })
    const posted = { httpMethod: 'POST', path: '/cloud/member', headers: {}, body: JSON.stringify(push) }
    expect((await receive(posted, asJson({}))).heard).toMatchObject({ ingress: { source: 'http' } })
  })

  test('what only looks like a push, or is meant for another shop, stays a call of nobody', async () => {
    const push = pushHead('wxa_media_check', epochMs(Date.now()))
    for (const lie of [{ ToUserName: 'gh_ffffffffffff' }, { MsgType: 'text' }, { CreateTime: 1 }, { appid: 'wx0' }])
      expect((await receive({ ...push, ...lie }, asJson({}))).heard).toMatchObject({
        call: { action: undefined },
        ingress: { source: 'http', openid: null },
      })
  })

  describe('behind the HTTP gateway', () => {
    const post = (path: string, body: unknown, headers: Record<string, string> = {}) => ({
      httpMethod: 'POST',
      path,
      headers,
      body: typeof body === 'string' ? body : JSON.stringify(body),
      isBase64Encoded: false,
    })

    test('a call is JSON in the body, its session a header in any spelling', async () => {
      const { heard, reply } = await receive(
        post(
          '/cloud/member',
          { action: 'me', input: {} },
          { Authorization: 'Bearer token', 'X-WX-OPENID': 'openid-1' },
        ),
        asJson({ TCB_SOURCE: 'tcb_http' }),
      )
      expect(heard).toMatchObject({
        call: { action: 'me' },
        ingress: { source: 'http', bearer: 'token', openid: null },
      })
      expect(reply).toMatchObject({ statusCode: 200, body: '{"ok":true,"data":{}}' })
    })

    test('the staff’s session moves into a cookie that only https carries and scripts can’t read', async () => {
      const answer = { ok: true, data: { session: 'a-long-random-token', me: {} } }
      const { reply } = await receive(post('/cloud/staff', { action: 'signIn' }), asJson({}), answer)
      const { headers, body } = reply as { headers: Record<string, string>; body: string }
      expect(headers['set-cookie']).toMatch(/^quanji_staff=a-long-random-token; .*HttpOnly; SameSite=Strict; .*Secure$/)
      expect(body).not.toContain('a-long-random-token')
    })

    test('a body too large is refused before anybody reads it', async () => {
      const { heard, reply } = await receive(
        post('/cloud/member', `{"action":"me","input":"${'x'.repeat(110_000)}"}`),
        {},
      )
      expect(heard).toBeUndefined()
      expect(reply).toMatchObject({ statusCode: 413 })
    })

    test('a notice reaches its route byte for byte, also from a gateway that cuts the path or packs the body', async () => {
      const body = '{ "id" : "通知" }\n'
      for (const event of [
        post('/notice/pay', body, { 'Wechatpay-Serial': 'S' }),
        post('/', body, { 'Wechatpay-Serial': 'S' }),
        {
          ...post('/notice/pay', Buffer.from(body).toString('base64'), { 'Wechatpay-Serial': 'S' }),
          isBase64Encoded: true,
        },
      ]) {
        const { heard, reply } = await receive(event, asJson({}))
        expect(heard).toEqual({ raw: { path: '/notice/pay', body, headers: { 'wechatpay-serial': 'S' } } })
        expect(reply).toMatchObject({ statusCode: 204 })
      }
    })
  })
})

describe('settings', () => {
  test('without a database nothing starts, and the names of what is missing are told', async () => {
    await expect(cloudbaseHost({})).rejects.toThrow(/DATABASE_URL/)
  })

  test('half a merchant stops the start and names the rest', async () => {
    await expect(
      cloudbaseHost({ DATABASE_URL: 'postgres://x@127.0.0.1:1/x', PAY_MERCHANT_ID: '1900000001' }),
    ).rejects.toThrow(/PAY_MERCHANT_SERIAL.*PAY_PUBLIC_KEY/)
  })

  test('a function without a merchant runs, and only what would pay says what it lacks', async () => {
    const host = await cloudbaseHost({ DATABASE_URL: 'postgres://x@127.0.0.1:1/x' })
    const deps = host.depsFor({ requestId: 'r', clientIp: null } as Ingress)
    expect(() => deps.pay.close('1')).toThrow(/PAY_\*/)
    expect(() => deps.wechat.phoneNumber('1')).toThrow(/WECHAT_APP_SECRET/)
    expect(() => deps.files.read('1')).toThrow(/FILES_BUCKET_URL/)
    await deps.database.close()
  })
})
