/** The local cloud's life: clocks that don't overlap, a database that goes and comes back, containers, ports and folders. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Main } from '../../cloudfunctions/runtime/serve'
import { isUnavailable } from '../../cloudfunctions/runtime/db/errors'
import { FolderLocked, lockFolder } from '../../cloudfunctions/runtime/db/folder-lock'
import { startLocalCloud } from '../../cloudfunctions/runtime/local/cloud'
import { prepareShop } from '../../cloudfunctions/runtime/local/prepare-shop'
import { rateLimit } from '../../cloudfunctions/runtime/local/rate-limit'
import { runEvery } from '../../cloudfunctions/runtime/local/timers'
import { within } from '../../cloudfunctions/runtime/local/within'
import { openGate, type Gate } from '../support/gate'
import { openLocalCloud, type TestCloud } from '../support/local-cloud'

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

describe('a database that goes away', () => {
  let gate: Gate
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await openLocalCloud({}, async (url) => (gate = await openGate(url)).url)
  })
  afterAll(async () => {
    await cloud.close()
    await gate.shut()
  })
  const health = async (): Promise<{ status: number; body: unknown }> => {
    const response = await fetch(`${cloud.url}/healthz`)
    return { status: response.status, body: await response.json() }
  }

  test('healthz says so, calls are busy and may be repeated, and all is well when it is back', async () => {
    const member = await cloud.aMember()
    expect(await health()).toEqual({ status: 200, body: { ready: true, database: 'server' } })
    expect(await cloud.call('cart', 'view', {}, member)).toMatchObject({ ok: true })

    await gate.shut()
    expect(await health()).toEqual({ status: 503, body: { ready: false, database: 'gone' } })
    for (let i = 0; i < 3; i++)
      expect(await cloud.call('cart', 'view', {}, member)).toMatchObject({
        ok: false,
        fault: { code: 'busy', retryable: true },
      })

    await gate.open()
    expect(await health()).toMatchObject({ status: 200 })
    expect(await cloud.call('cart', 'view', {}, member)).toMatchObject({ ok: true })
  })

  test('a call that is cut off in the middle is busy, not a bug', async () => {
    const asked = cloud.deps.database.run({ name: 'slow', text: 'select pg_sleep(5)' }, [])
    await pause(50)
    await gate.shut()
    const error: unknown = await asked.catch((reason: unknown) => reason)
    expect(isUnavailable(error)).toBe(true)
    await gate.open()
  })
})

describe('behind CloudBase Run', () => {
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await openLocalCloud({ container: true })
  })
  afterAll(() => cloud.close())
  const me = async (headers: Record<string, string>): Promise<unknown> =>
    (await cloud.post('/cloud/member', '{"action":"me","input":{}}', headers)).json()

  test('the openid of the header is the member, the same one every time', async () => {
    const headers = { 'x-wx-source': 'wx_client', 'x-wx-openid': 'openid-in-a-container' }
    const first = (await me(headers)) as { ok: boolean; data: { id: string } }
    expect(first).toMatchObject({ ok: true, data: { id: expect.stringMatching(/^mem_/) } })
    expect(await me(headers)).toMatchObject({ data: { id: first.data.id } })
  })

  test.each([
    ['without a source', { 'x-wx-openid': 'openid-in-a-container' }],
    ['with an empty source', { 'x-wx-source': '', 'x-wx-openid': 'openid-in-a-container' }],
    ['without an openid', { 'x-wx-source': 'wx_client' }],
  ])('%s nobody is known', async (_, headers) => {
    expect(await me(headers as never)).toMatchObject({ ok: false, refusal: { code: 'sign-in.required' } })
  })
})

describe('a real shop', () => {
  test('has no stand-ins, no demo people, and says what it can’t do yet', async () => {
    const cloud = await openLocalCloud({
      env: { QUANJI_MODE: 'production', NODE_ENV: 'production' },
    })
    expect(cloud.desks).toBeNull()
    expect((await fetch(`${cloud.url}/standin/wechat-pay/control`)).status).toBe(404)
    expect(await cloud.call('member', 'signIn', { code: 'demo:xiaomei' })).toMatchObject({
      refusal: { code: 'sign-in.unavailable' },
    })
    expect(await cloud.call('staff', 'demoPeople', {})).toMatchObject({ data: { people: [] } })
    await cloud.close()
  })

  test('gets its owner at the first start, with a password that is told once and must be changed', async () => {
    const cloud = await openLocalCloud({ env: { QUANJI_MODE: 'production' } })
    const progress = { line: () => undefined, count: () => undefined }
    const opening = await prepareShop(cloud.deps, cloud.dataDir, progress)
    if (!opening) throw new Error('nobody can get in')
    const { username, password } = opening
    expect(opening).toEqual({ username: 'owner', password: expect.stringMatching(/^[0-9A-Za-z]{12,}$/), isDemo: false })
    expect(await cloud.call('staff', 'signIn', { username, password })).toMatchObject({
      ok: true,
      data: { me: { role: 'owner', mustChangePassword: true, isDemo: false } },
    })
    expect(await prepareShop(cloud.deps, cloud.dataDir, progress)).toBeNull()
    await cloud.close()
  })
})

describe('one folder, one shop', () => {
  test('a second one is refused; after a stop everything is there again, and sessions still open the door', async () => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'quanji-folder-'))
    const options = { port: 0, dataDir, quiet: true, timers: false }
    const first = await startLocalCloud(options)
    const { storeId, db, config } = first.deps
    await db.insertInto('store').values({ id: storeId, name: '记得住的店' }).execute()
    await expect(startLocalCloud(options)).rejects.toThrow(FolderLocked)
    expect((await fetch(`${first.url}/healthz`)).status).toBe(200)
    await first.stop()

    const again = await startLocalCloud(options)
    expect(await (await fetch(`${again.url}/healthz`)).json()).toEqual({ ready: true, database: 'embedded' })
    expect(await again.deps.db.selectFrom('store').select('name').execute()).toEqual([{ name: '记得住的店' }])
    expect(again.deps.config.SESSION_SECRET).toBe(config.SESSION_SECRET)
    await again.stop()
    rmSync(dataDir, { recursive: true, force: true })
  })
})

describe('the clock', () => {
  test('a round that takes long is not overtaken by the next, and stopping waits for it', async () => {
    let running = 0
    let most = 0
    let rounds = 0
    const main: Main = async () => {
      most = Math.max(most, ++running)
      await pause(30)
      running--
      rounds++
    }
    const stop = runEvery(() => main(null), 1)
    await pause(120)
    await stop()
    const after = rounds
    expect(most).toBe(1)
    expect(running).toBe(0)
    expect(after).toBeGreaterThan(1)
    await pause(50)
    expect(rounds).toBe(after)
  })
})

describe('patience', () => {
  test('an answer in time is the answer, a late one is not waited for', async () => {
    expect(await within(1_000, Promise.resolve('answer'), () => 'late')).toBe('answer')
    expect(await within(10, new Promise(() => undefined), () => 'late')).toBe('late')
    await expect(within(1_000, Promise.reject(new Error('broken')), () => 'late')).rejects.toThrow('broken')
  })
})

describe('the rate limit', () => {
  test('lets a burst through, then as many as flow in, and tells when to come back', () => {
    let now = 0
    const limit = rateLimit(() => now)
    const rate = { burst: 3, perSecond: 2 }
    expect([1, 2, 3].map(() => limit('a', rate))).toEqual([0, 0, 0])
    expect(limit('a', rate)).toBe(500)
    expect(limit('b', rate)).toBe(0)
    now = 499
    expect(limit('a', rate)).toBeGreaterThan(0)
    now = 500
    expect(limit('a', rate)).toBe(0)
    now = 60_000
    expect([1, 2, 3, 4].map(() => limit('a', rate) === 0)).toEqual([true, true, true, false])
  })
})

describe('npm start', () => {
  const start = (env: Record<string, string>): Promise<{ code: number | null; said: string }> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, ['--import', 'tsx', 'cloudfunctions/runtime/local/start.ts'], {
        cwd: path.resolve(__dirname, '../..'),
        env: { ...process.env, ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      let said = ''
      child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
      child.once('exit', (code) => resolve({ code, said }))
    })

  test('a taken port and a folder in use are one friendly line each, and the end', async () => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'quanji-folder-'))
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const { port } = taken.address() as AddressInfo
    const unlock = lockFolder(path.join(dataDir, 'database'))
    const [atPort, inFolder] = await Promise.all([
      start({ PORT: String(port), DATA_DIR: path.join(dataDir, 'other') }),
      start({ PORT: '0', DATA_DIR: dataDir }),
    ])
    expect(atPort).toEqual({ code: 1, said: expect.stringMatching(/^端口 \d+ 已被占用.*\n$/) })
    expect(inFolder).toEqual({ code: 1, said: expect.stringMatching(/^店铺的数据正被进程 \d+ 使用.*\n$/) })
    unlock()
    taken.close()
    rmSync(dataDir, { recursive: true, force: true })
  })
})
