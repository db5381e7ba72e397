/** The one way into a function: what becomes of a use case's answer, its refusal and its fault. */
import { Writable } from 'node:stream'
import pino from 'pino'
import { action, none } from '@/contract/define'
import { ok, refuse } from '@/domain/result'
import { OutsideFault } from '../../cloudfunctions/runtime/adapters/outside-fault'
import { hostContext } from '../../cloudfunctions/runtime/host'
import { localHost } from '../../cloudfunctions/runtime/local/host'
import { makeLog } from '../../cloudfunctions/runtime/log'
import { serve } from '../../cloudfunctions/runtime/serve'
import { openShop, type Shop } from '../support/functions'

const contract = {
  works: action<{ n: number }>()('anyone', none),
  refuses: action<never, { code: 'shelf.empty'; left: number }>()('anyone', none),
  breaks: action<never>()('anyone', none),
}

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

let toThrow: unknown
const main = serve(
  contract,
  {
    works: async () => ok({ n: 1 }),
    refuses: async () => refuse({ code: 'shelf.empty', left: 0 }),
    breaks: async () => {
      throw toThrow
    },
  },
  {
    routes: {
      '/raw': async () => {
        throw toThrow
      },
    },
  },
)

const INGRESS = {
  source: 'http',
  openid: null,
  bearer: null,
  staffCookie: null,
  clientIp: null,
  requestId: 'req-7',
} as const
const ask = (name: string): Promise<unknown> => main({ action: name, input: {} }, hostContext(shop.host, INGRESS))

test('an answer and a refusal pass as they are', async () => {
  expect(await ask('works')).toEqual({ ok: true, data: { n: 1 } })
  expect(await ask('refuses')).toEqual({ ok: false, refusal: { code: 'shelf.empty', left: 0 } })
})

describe('a fault', () => {
  const internal = { ok: false, fault: { code: 'internal', requestId: 'req-7', retryable: false } }
  const busy = { ok: false, fault: { code: 'busy', requestId: 'req-7', retryable: true } }

  test.each([
    ['a bug', new TypeError("cannot read 'phone' of 13800001001"), internal],
    ['something that is no error', 'thrown text', internal],
    ['a broken constraint nobody expected', Object.assign(new Error('duplicate key'), { code: '23505' }), internal],
    ['a database that is gone', Object.assign(new Error('terminating connection'), { code: '57P01' }), busy],
    ['a database that is full', Object.assign(new Error('too many clients'), { code: '53300' }), busy],
    ['a lost connection', Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }), busy],
    ['a slow WeChat', new OutsideFault({ service: 'wechat', reason: 'timeout', retryable: true }), busy],
    ['a WeChat that means it', new OutsideFault({ service: 'wechat', reason: '40001', retryable: false }), internal],
  ])('%s', async (_, error, reply) => {
    toThrow = error
    expect(await ask('breaks')).toEqual(reply)
  })

  test('on a raw route is a 5xx, so that WeChat sends its notice again', async () => {
    const event = { httpMethod: 'POST', path: '/raw', headers: {}, body: '' }
    toThrow = new Error('a bug')
    expect(await main(event, hostContext(shop.host, INGRESS))).toEqual({ status: 500, body: '' })
    toThrow = Object.assign(new Error('gone'), { code: '57P01' })
    expect(await main(event, hostContext(shop.host, INGRESS))).toEqual({ status: 503, body: '' })
  })

  test('a raw path without a route is 404, and so is another method', async () => {
    for (const event of [
      { httpMethod: 'POST', path: '/constructor', headers: {}, body: '' },
      { httpMethod: 'GET', path: '/raw', headers: {}, body: '' },
    ])
      expect(await main(event, hostContext(shop.host, INGRESS))).toEqual({ status: 404, body: '' })
  })
})

describe('the log', () => {
  test('has the request, the action and the outcome, and of a broken row only its constraint', async () => {
    const lines: Record<string, unknown>[] = []
    const sink = new Writable({
      write: (chunk: Buffer, _, done) => {
        lines.push(JSON.parse(chunk.toString()) as Record<string, unknown>)
        done()
      },
    })
    const log = pino(
      { level: 'info', base: null, serializers: makeLog('silent')[pino.symbols.serializersSym as never] },
      sink,
    )
    const host = localHost({ ...shop.deps, log })
    toThrow = Object.assign(new Error('duplicate key value'), {
      code: '23505',
      constraint: 'member_openid_taken',
      detail: 'Key (openid)=(openid-of-a-neighbour) already exists.',
    })
    await main({ action: 'breaks', input: {} }, hostContext(host, INGRESS))
    await main({ action: 'refuses', input: {} }, hostContext(host, INGRESS))
    expect(lines).toMatchObject([
      { requestId: 'req-7', action: 'breaks', msg: 'fault', err: { code: '23505', constraint: 'member_openid_taken' } },
      { requestId: 'req-7', action: 'breaks', outcome: 'fault' },
      { requestId: 'req-7', action: 'refuses', outcome: 'shelf.empty' },
    ])
    expect(JSON.stringify(lines)).not.toContain('openid-of-a-neighbour')
  })
})
