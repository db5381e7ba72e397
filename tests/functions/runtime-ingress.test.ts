/** Who calls is never for the caller to say, and whatever is sent, the answer is a refusal with facts and nothing is written. */
import { sql } from 'kysely'
import type { MemberId } from '@/domain/ids'
import { SESSION_LIFE, issueSession } from '../../cloudfunctions/runtime/session'
import { hostContext } from '../../cloudfunctions/runtime/host'
import { openDoor } from '../../cloudfunctions/runtime/local/doors'
import { openShop, refusalOf, type Shop } from '../support/functions'

let shop: Shop
let member: MemberId
beforeAll(async () => {
  shop = await openShop()
  member = await shop.aMember({ openid: 'openid-of-a-neighbour' })
})
afterAll(() => shop.close())

const NOBODY = {
  source: 'http',
  openid: null,
  bearer: null,
  staffCookie: null,
  clientIp: null,
  requestId: 'r',
} as const

describe('a forged identity', () => {
  const claims = {
    openid: 'openid-of-a-neighbour',
    OPENID: 'openid-of-a-neighbour',
    userInfo: { openId: 'openid-of-a-neighbour', appId: 'wx0123456789abcdef' },
    memberId: 'mem_0000000000',
    caller: { kind: 'member', memberId: 'mem_0000000000' },
    source: 'wechat',
    ingress: { source: 'wechat', openid: 'openid-of-a-neighbour' },
    [Symbol.for('quanji.host').toString()]: { ingress: { source: 'timer' } },
  }

  test('in the event is not read', async () => {
    const reply = await shop.send('member', { action: 'me', input: {}, ...claims })
    expect(reply).toEqual({ ok: false, refusal: { code: 'sign-in.required' } })
  })

  test('in the input is refused by its shape', async () => {
    const reply = await shop.send('member', { action: 'me', input: { ...claims } }, member)
    expect(reply).toMatchObject({ ok: false, refusal: { code: 'input.invalid' } })
  })

  test('an openid beside a source that is not WeChat does not count', async () => {
    const main = await openDoor('member')
    const ingress = { ...NOBODY, openid: 'openid-of-a-neighbour' }
    expect(await main({ action: 'me', input: {} }, hostContext(shop.host, ingress))).toEqual({
      ok: false,
      refusal: { code: 'sign-in.required' },
    })
  })

  test('a person is not the clock', async () => {
    for (const as of ['stranger', member] as const)
      expect(
        await shop.send('jobs', { action: 'run', input: {}, Type: 'Timer', TriggerName: 'every-minute' }, as),
      ).toEqual({
        ok: false,
        refusal: { code: 'action.unknown' },
      })
  })

  test('a member is not staff, and staff are not a member', async () => {
    const seat = await shop.aStaff({ role: 'owner' })
    expect(refusalOf(await shop.call('staff', 'me', {}, member)).code).toBe('sign-in.required')
    expect(refusalOf(await shop.call('member', 'me', {}, seat)).code).toBe('sign-in.required')
  })

  test('a role without the permission is told which one is missing', async () => {
    const clerk = await shop.aStaff({ role: 'clerk' })
    expect(refusalOf(await shop.call('staff', 'audit', {}, clerk))).toEqual({
      code: 'role.required',
      permission: 'audit.read',
    })
  })
})

describe('a session', () => {
  const secret = (): string => shop.deps.config.SESSION_SECRET ?? ''
  const enter = async (bearer: string): Promise<unknown> =>
    (await openDoor('member'))({ action: 'me', input: {} }, hostContext(shop.host, { ...NOBODY, bearer }))
  const NO = { ok: false, refusal: { code: 'sign-in.required' } }

  test('opens the door for thirty days and not a moment longer', async () => {
    const issuedAt = shop.clock.now()
    const bearer = issueSession(secret(), member, issuedAt)
    expect(await enter(bearer)).toMatchObject({ ok: true, data: { id: member } })
    shop.clock.advance(SESSION_LIFE - 1)
    expect(await enter(bearer)).toMatchObject({ ok: true })
    shop.clock.advance(1)
    expect(await enter(bearer)).toEqual(NO)
    shop.clock.set(issuedAt)
  })

  test('that was tampered with opens nothing', async () => {
    const other = await shop.aMember()
    const good = issueSession(secret(), member, shop.clock.now())
    const [id = '', expiry = '', signature = ''] = good.split('.')
    const [, laterExpiry = ''] = issueSession(secret(), member, (shop.clock.now() + 1_000_000) as never).split('.')
    const forgeries = [
      `${other}.${expiry}.${signature}`,
      `${id}.${laterExpiry}.${signature}`,
      `${id}.${expiry}.${signature.slice(0, -1)}`,
      `${id}.${expiry}.${signature}.${signature}`,
      `${id}.${expiry}.`,
      `${id}.${expiry}`,
      issueSession('another secret of thirty-two letters!', member, shop.clock.now()),
      `${id}.zzzzzzzzzzzz.${signature}`,
      '',
      '..',
      'null',
      'x'.repeat(5_000),
    ]
    for (const forged of forgeries) expect(await enter(forged)).toEqual(NO)
  })

  test('of somebody who never was opens nothing', async () => {
    expect(await enter(issueSession(secret(), 'mem_0000000000zzzz' as MemberId, shop.clock.now()))).toEqual(NO)
  })
})

describe('hostile calls', () => {
  const counts = async (): Promise<unknown> =>
    (
      await sql`select (select count(*) from member) as members, (select count(*) from orders) as orders,
      (select count(*) from cart_line) as lines, (select count(*) from address) as addresses,
      (select count(*) from outbox) as letters, (select count(*) from audit) as audits`.execute(shop.deps.db)
    ).rows
  let before: unknown
  beforeAll(async () => {
    before = await counts()
  })
  afterEach(async () => {
    expect(await counts()).toEqual(before)
  })

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a number', 7],
    ['a text', 'run'],
    ['a list', [{ action: 'me' }]],
    ['no action', { input: {} }],
    ['a number for an action', { action: 1 }],
    ['an action of every object', { action: 'constructor', input: {} }],
    ['another action of every object', { action: '__proto__', input: {} }],
    ['an unknown action', { action: 'dropTables', input: {} }],
  ])('%s for an event is an unknown action', async (_, event) => {
    expect(await shop.send('member', event, member)).toEqual({ ok: false, refusal: { code: 'action.unknown' } })
  })

  const NASTY: readonly unknown[] = [
    null,
    'text',
    7,
    [],
    { skuId: 1, quantity: 1 },
    { skuId: "sku_0'; drop table orders; --", quantity: 1 },
    { skuId: 'sku_0000000000', quantity: -1 },
    { skuId: 'sku_0000000000', quantity: 1.5 },
    { skuId: 'sku_0000000000', quantity: 1e9 },
    { skuId: 'sku_0000000000', quantity: '1' },
    { skuId: 'sku_0000000000', quantity: NaN },
    { skuId: 'sku_0000000000', quantity: 1, priceFen: 1 },
    { skuId: '🍓'.repeat(20), quantity: 1 },
    { skuId: '<img src=x onerror=alert(1)>', quantity: 1 },
    { skuId: 'SKU_0000000000', quantity: 1 },
    { skuId: `sku_${'0'.repeat(27)}`, quantity: 1 },
  ]
  test.each(NASTY.map((input) => [JSON.stringify(input), input] as const))('%s is no basket', async (_, input) => {
    const reply = await shop.send('cart', { action: 'add', input }, member)
    expect(reply).toMatchObject({ ok: false, refusal: { code: 'input.invalid' } })
  })

  test('what was wrong is told by path and code, ten at most, never with the value', async () => {
    const basket = Array.from({ length: 40 }, () => ({ skuId: 'secret-value', quantity: 'many' }))
    const refusal = refusalOf(
      (await shop.send('order', { action: 'checkout', input: { basket } }, member)) as { ok: false; refusal: never },
    ) as { issues: { path: string; code: string }[] }
    expect(refusal.issues).toHaveLength(10)
    expect(refusal.issues[0]).toEqual({ path: 'basket.0.skuId', code: 'custom' })
    expect(JSON.stringify(refusal)).not.toContain('secret-value')
  })

  test('a megabyte of text is too large, whoever sends it', async () => {
    const input = { text: '草'.repeat(1_000_000) }
    for (const as of ['stranger', member] as const)
      expect(await shop.send('catalog', { action: 'search', input }, as)).toEqual({
        ok: false,
        refusal: { code: 'request.too-large' },
      })
  })

  test('control characters, lone surrogates and a NUL are no words', async () => {
    for (const text of ['\u0000', 'a\u0007b', 'x'.repeat(41)])
      expect(await shop.send('catalog', { action: 'search', input: { text } }, member)).toMatchObject({
        ok: false,
        refusal: { code: 'input.invalid' },
      })
  })
})

test('two first visits at once from WeChat are one member', async () => {
  const openid = 'openid-of-a-newcomer'
  const visits = await Promise.all([1, 2, 3].map(() => shop.call('member', 'me', {}, { openid })))
  const ids = visits.map((reply) => (reply.ok ? reply.data.id : null))
  expect(new Set(ids).size).toBe(1)
  expect(ids[0]).toMatch(/^mem_/)
})
