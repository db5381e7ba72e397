/** The local cloud over real HTTP: the platform's limits, the pages, the cookie, and a purchase paid at the stand-in. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { get, type IncomingHttpHeaders } from 'node:http'
import { HOUR } from '@/domain/time'
import { seedDemo } from '../../cloudfunctions/runtime/db/seed/seed-demo'
import { openLocalCloud, type TestCloud } from '../support/local-cloud'
import { dataOf } from '../support/functions'

const SCRIPT = `console.log(${JSON.stringify('圈集'.repeat(2_000))})`
const dist = mkdtempSync(path.join(tmpdir(), 'quanji-dist-'))
const put = (file: string, content: string): void => {
  mkdirSync(path.dirname(path.join(dist, file)), { recursive: true })
  writeFileSync(path.join(dist, file), content)
}

let cloud: TestCloud
beforeAll(async () => {
  put('h5/index.html', '<!doctype html><title>圈集</title>')
  put('h5/js/app.1a2b3c4d.js', SCRIPT)
  put('h5/js/plain.js', SCRIPT)
  put('admin/index.html', '<!doctype html><title>管理后台</title>')
  put('secret.txt', 'not for the web')
  cloud = await openLocalCloud({ dist, limited: true, prepare: async (deps) => void (await seedDemo(deps)) })
})
afterAll(async () => {
  await cloud.close()
  rmSync(dist, { recursive: true, force: true })
})

const json = async (response: Response): Promise<unknown> => ({
  status: response.status,
  ...((await response.json()) as object),
})

/** `fetch` unpacks by itself and tidies paths up; this shows what goes over the wire. */
const raw = (url: string, headers: Record<string, string> = {}) =>
  new Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
    const { hostname, port } = new URL(cloud.url)
    get({ hostname, port, path: url, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      )
    }).on('error', reject)
  })

describe('POST /cloud/<function>', () => {
  test('an unknown function is 404, also one named like a property of every object', async () => {
    for (const name of ['nope', 'constructor', '__proto__', 'runtime', '..%2Fruntime'])
      expect(await json(await cloud.post(`/cloud/${name}`, '{}'))).toEqual({
        status: 404,
        ok: false,
        refusal: { code: 'function.unknown' },
      })
  })

  test.each(['', '{', 'null', '7', '"run"', '[]', 'action=me'])('%j is no call', async (body) => {
    expect(await json(await cloud.post('/cloud/member', body, { 'content-type': 'text/plain' }))).toEqual({
      status: 200,
      ok: false,
      refusal: { code: 'input.invalid', issues: [{ path: '', code: 'not-json' }] },
    })
  })

  test('a hundred kilobytes come in, one byte more does not', async () => {
    const head = '{"action":"search","input":{"text":"'
    const fill = (bytes: number) => `${head}${'x'.repeat(bytes - head.length - 3)}"}}`
    const within = await cloud.post('/cloud/catalog', fill(100 * 1024))
    expect(await json(within)).toMatchObject({ ok: false, refusal: { code: 'input.invalid' } })
    const over = await cloud.post('/cloud/catalog', fill(100 * 1024 + 1))
    expect(await json(over)).toEqual({ status: 413, ok: false, refusal: { code: 'request.too-large' } })
  })

  test('the event carries action and input and nothing else, so it can’t pass for the gateway’s or the clock’s', async () => {
    const event = {
      action: 'run',
      input: {},
      Type: 'Timer',
      httpMethod: 'POST',
      path: '/notice/pay',
      headers: {},
      body: '',
    }
    for (const name of ['jobs', 'payment'])
      expect(await json(await cloud.post(`/cloud/${name}`, JSON.stringify(event)))).toMatchObject({
        refusal: { code: 'action.unknown' },
      })
  })

  test('headers of the platform are not believed outside its container', async () => {
    const headers = { 'x-wx-source': 'wx_client', 'x-wx-openid': 'openid-of-a-neighbour' }
    const reply = await cloud.post('/cloud/member', '{"action":"me","input":{}}', headers)
    expect(await json(reply)).toMatchObject({ status: 401, refusal: { code: 'sign-in.required' } })
  })

  test('a demo person comes in with her name and is known by her session', async () => {
    const { session, me } = dataOf(await cloud.call('member', 'signIn', { code: 'demo:xiaomei' }))
    const reply = await cloud.post('/cloud/member', '{"action":"me","input":{}}', {
      authorization: `Bearer ${session}`,
    })
    expect(await json(reply)).toMatchObject({ status: 200, ok: true, data: { id: me.id, name: '小美' } })
  })

  test('somebody in a hurry is told to wait, and others are not held up', async () => {
    const { session } = dataOf(await cloud.call('member', 'signIn', { code: 'demo:momo' }))
    // so many that even a busy machine does not spread them over the seconds that would allow them
    const hurry = await Promise.all(
      Array.from({ length: 600 }, () =>
        cloud.post('/cloud/member', '{"action":"nothing"}', { authorization: `Bearer ${session}` }),
      ),
    )
    const refused = hurry.filter(({ status }) => status === 429)
    expect(refused.length).toBeGreaterThan(0)
    const { refusal } = (await refused[0]?.json()) as { refusal: { code: string; retryAfterMs: number } }
    expect(refusal).toEqual({ code: 'request.too-many', retryAfterMs: expect.any(Number) })
    expect(refusal.retryAfterMs).toBeGreaterThan(0)
    expect((await cloud.call('feed', 'home', {})).ok).toBe(true)
  })
})

describe('the staff’s session', () => {
  const signIn = () =>
    cloud.post(
      '/cloud/staff',
      JSON.stringify({ action: 'signIn', input: { username: 'owner', password: 'wutongli-owner' } }),
    )

  test('is a cookie that scripts can’t read, and never in the reply', async () => {
    const response = await signIn()
    const cookie = response.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^quanji_staff=[\w-]{40,}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=43200$/)
    expect(await response.text()).not.toContain(cookie.slice('quanji_staff='.length).split(';')[0])
  })

  test('counts only beside the header that another site can’t send', async () => {
    const cookie = ((await signIn()).headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    const me = (headers: Record<string, string>) => cloud.post('/cloud/staff', '{"action":"me","input":{}}', headers)
    expect((await me({ cookie })).status).toBe(401)
    expect((await me({ cookie, 'x-requested-with': 'XMLHttpRequest' })).status).toBe(401)
    expect((await me({ cookie, 'x-requested-with': 'quanji-admin' })).status).toBe(200)
  })

  test('ends with signing out', async () => {
    const cookie = ((await signIn()).headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    const headers = { cookie, 'x-requested-with': 'quanji-admin' }
    const out = await cloud.post('/cloud/staff', '{"action":"signOut","input":{}}', headers)
    expect(out.headers.get('set-cookie')).toMatch(/^quanji_staff=; .*Max-Age=0$/)
    expect((await cloud.post('/cloud/staff', '{"action":"me","input":{}}', headers)).status).toBe(401)
  })
})

describe('pages', () => {
  test('the storefront is at the root, packed as the browser likes it', async () => {
    expect((await raw('/')).body.toString()).toContain('圈集')
    const br = await raw('/js/plain.js', { 'accept-encoding': 'gzip, deflate, br' })
    expect(br.headers['content-encoding']).toBe('br')
    expect(brotliDecompressSync(br.body).toString()).toBe(SCRIPT)
    const gz = await raw('/js/plain.js', { 'accept-encoding': 'gzip' })
    expect(gunzipSync(gz.body).toString()).toBe(SCRIPT)
    const plain = await raw('/js/plain.js')
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(plain.body.toString()).toBe(SCRIPT)
    expect(plain.headers['content-type']).toBe('text/javascript; charset=utf-8')
  })

  test('a name with a hash is kept for a year, any other is asked for again', async () => {
    expect((await raw('/js/app.1a2b3c4d.js')).headers['cache-control']).toContain('immutable')
    const first = await raw('/js/plain.js')
    expect(first.headers['cache-control']).toBe('no-cache')
    const again = await raw('/js/plain.js', { 'if-none-match': first.headers.etag ?? '' })
    expect(again.status).toBe(304)
    expect(again.body).toHaveLength(0)
  })

  test('a rebuilt page is shown at once', async () => {
    put('h5/about.html', 'before')
    expect((await raw('/about.html')).body.toString()).toBe('before')
    await new Promise((resolve) => setTimeout(resolve, 15))
    put('h5/about.html', 'after')
    expect((await raw('/about.html')).body.toString()).toBe('after')
  })

  test('every route of the staff’s page is the page, and no frame may hold it', async () => {
    for (const url of ['/admin/', '/admin/orders', '/admin/orders/ord_0000000000?tab=all']) {
      const page = await raw(url)
      expect(page.body.toString()).toContain('管理后台')
      expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'")
    }
    expect((await raw('/admin')).headers.location).toBe('/admin/')
    expect((await raw('/admin/assets/gone.js')).status).toBe(404)
  })

  test('no path leads out of the folders', async () => {
    const ways = [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/js/../../secret.txt',
      '/admin/../../secret.txt',
    ]
    const others = [
      '/files/../session-secret',
      '/files/%2e%2e/session-secret',
      '/files/..%2fsession-secret',
      '/%',
      '/%00',
      '/js/%00',
    ]
    for (const url of [...ways, ...others]) {
      const { status, body } = await raw(url)
      expect(status).toBeGreaterThanOrEqual(400)
      expect(body.toString()).not.toContain('not for the web')
      expect(body.toString()).not.toContain(cloud.deps.config.SESSION_SECRET)
    }
  })

  test('a picture of the shop is kept for a year', async () => {
    const url = await cloud.deps.files.put('pictures/a.png', Buffer.from('picture'), 'image/png')
    const picture = await raw(url)
    expect(picture.body.toString()).toBe('picture')
    expect(picture.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect((await raw('/files/pictures/none.png')).status).toBe(404)
  })

  test('GET on a call and POST on a page are not there', async () => {
    expect((await raw('/cloud/member')).status).toBe(404)
    expect((await cloud.post('/', '{}')).status).toBe(404)
  })
})

describe('a purchase', () => {
  const lines = async () => {
    const { skuId } = await cloud.aProduct({ skus: [{ priceFen: 2_990, stock: 5 }] })
    const pickupPointId = await cloud.aPickupPoint()
    const member = await cloud.aMember()
    return { skuId, pickupPointId, member }
  }

  test('is placed, paid at the stand-in and known as paid through the signed notice', async () => {
    const { skuId, pickupPointId, member } = await lines()
    const placed = dataOf(
      await cloud.call(
        'order',
        'place',
        {
          requestId: 'request-of-a-test-1',
          basket: [{ skuId, quantity: 2 }],
          delivery: { kind: 'pickup', pickupPointId },
          totalFen: 5_980,
        },
        member,
      ),
    )
    const { params } = dataOf(await cloud.call('payment', 'start', { orderId: placed.orderId }, member))
    expect(params.standinUrl).toBe('/standin/wechat-pay/pay')
    const { standinUrl, ...signed } = params
    const prepayId = params.package.slice('prepay_id='.length)
    const sheet = await cloud.post(standinUrl ?? '', JSON.stringify({ prepayId, outcome: 'success', params: signed }), {
      'content-type': 'application/json',
    })
    expect(await sheet.json()).toMatchObject({ outcome: 'success' })
    await cloud.desks?.pay.settled()
    const order = dataOf(await cloud.call('order', 'detail', { orderId: placed.orderId }, member))
    expect(order).toMatchObject({ trade: 'fulfilling', money: 'paid', fulfilment: 'to-ship', paidFen: 5_980 })
    expect(await cloud.availableOf(skuId)).toBe(3)
  })

  test('of the demo’s past can be refunded and shipped: the stand-in’s books know it', async () => {
    const owner = await cloud.aStaff({ role: 'owner' })
    const { rows } = dataOf(await cloud.call('staff-order', 'list', { tab: 'to-ship' }, owner))
    const express = rows.find((row) => row.deliveryKind === 'express')
    if (!express) throw new Error('nothing to ship')
    const shipped = await cloud.call(
      'staff-order',
      'ship',
      { orderId: express.id, carrier: 'sf', trackingNo: 'SF1234567890' },
      owner,
    )
    expect(shipped).toMatchObject({ ok: true, data: { fulfilment: 'shipped' } })
    const refund = {
      orderId: express.id,
      requestId: 'refund-of-a-test-1',
      reason: '测试',
      restock: false,
      deliveryFee: true,
    }
    expect(await cloud.call('staff-order', 'refund', refund, owner)).toMatchObject({ ok: true })
    for (let round = 0; round < 3; round++) {
      await cloud.runJobs()
      await cloud.desks?.pay.settled()
    }
    const letters = await cloud.deps.db
      .selectFrom('outbox')
      .select(['topic', 'state', 'last_error'])
      .where('topic', '<>', 'card.draw')
      // the demo itself has one that was given up hours ago
      .where('created_at', '>', new Date(Date.now() - HOUR))
      .execute()
    expect(letters.filter(({ last_error }) => last_error !== null)).toEqual([])
    const { data } = (await cloud.call('staff-order', 'detail', { orderId: express.id }, owner)) as never as {
      data: { money: string; refunds: { state: string }[] }
    }
    expect(data.refunds[0]?.state).toMatch(/sent|done/)
  })

  test('a notice that nobody signed is refused', async () => {
    const notice = await cloud.post('/notice/pay', '{"event_type":"TRANSACTION.SUCCESS"}')
    expect(notice.status).toBe(401)
  })
})
