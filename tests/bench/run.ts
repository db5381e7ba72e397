/**
 * `npm run bench`: how fast the shop is, as a ratio to what the machine can do in the same minute. Limit and shop take
 * turns, three rounds; medians count. `--quick` shortens the rounds, `--only=order.place` narrows, `--growth` adds the
 * tenfold shop, `--embedded` loads the embedded database instead.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { openStaffSession } from '../../cloudfunctions/runtime/staff-session'
import type { Deps } from '../../cloudfunctions/runtime/deps'
import { startPostgres } from '../support/postgres/server'
import { cpuOfTree, startChild } from './child'
import { fill, idOf, ONE, STORE, TEN, type Scale } from './data'
import { openBare, type Bare } from './limit-write'
import { shoot, volley, type Volley } from './load'
import { scenarios, type Scenario, type Shop } from './scenarios'

const flag = (name: string): boolean => process.argv.includes(`--${name}`)
const only = process.argv.find((a) => a.startsWith('--only='))?.slice(7)
const [ROUNDS, SHOP_MS, LIMIT_MS] = flag('quick') ? [3, 1_500, 1_000] : [3, 4_000, 2_500]
const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** Durable, as a shop's server is; only the size of its memory is set. */
const REAL = { shared_buffers: '1GB', max_wal_size: '4GB', checkpoint_timeout: '30min', autovacuum: 'on' }

type Spread = { min: number; median: number; max: number }
const spreadOf = (numbers: readonly number[]): Spread => {
  const sorted = [...numbers].sort((a, b) => a - b)
  return { min: sorted[0] ?? 0, median: sorted[sorted.length >> 1] ?? 0, max: sorted.at(-1) ?? 0 }
}

export type Entry = {
  perSecond: Spread
  p50Ms: number
  p99Ms: number
  statements: number
  roundTrips: number
  cpuMs: { server: number; postgres: number | null }
  limitPerSecond: number
  ratio: number
  budget: number
  aim: number
  rows: number
  errors: number
}

type Bench = { shop: Shop; bare: Bare; bareUrl: string; postgresPid: number | null; childPid: number }

const measure = async (bench: Bench, scenario: Scenario): Promise<Entry> => {
  const rounds: Volley[] = []
  const limits: number[] = []
  const warm = await scenario.load(bench.shop)
  const { bytes } = await volley(scenario.concurrency, 700, warm.fire, Math.min(200, warm.most ?? Infinity))
  const used = { server: 0, postgres: 0, statements: 0, done: 0 }
  for (let round = 0; round < ROUNDS; round++) {
    limits.push((await limitVolley(bench, scenario, bytes)).perSecond)
    const { fire, most } = await scenario.load(bench.shop)
    const before = await usage(bench)
    const shot = await volley(scenario.concurrency, SHOP_MS, fire, most)
    const after = await usage(bench)
    rounds.push(shot)
    used.server += after.cpuMs - before.cpuMs
    used.postgres += after.postgresMs - before.postgresMs
    used.statements += after.statements - before.statements
    used.done += Math.max(1, shot.done)
    if (shot.firstError) say(`  ${scenario.name}: ${shot.firstError}`)
  }
  const perSecond = spreadOf(rounds.map((r) => r.perSecond))
  const limitPerSecond = spreadOf(limits).median
  const per = (n: number): number => Math.round((n / used.done) * 1000) / 1000
  return {
    perSecond,
    p50Ms: spreadOf(rounds.map((r) => r.p50Ms)).median,
    p99Ms: spreadOf(rounds.map((r) => r.p99Ms)).median,
    statements: per(used.statements),
    roundTrips: per(used.statements),
    cpuMs: { server: per(used.server), postgres: bench.postgresPid ? per(used.postgres) : null },
    limitPerSecond,
    ratio: perSecond.median / limitPerSecond,
    budget: scenario.budget,
    aim: scenario.aim,
    rows: rounds.reduce((n, r) => n + r.done, 0),
    errors: rounds.reduce((n, r) => n + r.errors, 0),
  }
}

const limitVolley = ({ bare, bareUrl }: Bench, { limit, concurrency }: Scenario, bytes: number): Promise<Volley> => {
  if (limit === 'read')
    return volley(
      concurrency,
      LIMIT_MS,
      async () => (await shoot({ url: bareUrl, headers: { 'x-bytes': String(bytes) }, body: '{}' })).text.length,
    )
  return volley(concurrency, LIMIT_MS, limit === 'write' ? bare.write : bare.hot)
}

const usage = async ({
  shop,
  postgresPid,
}: Bench): Promise<{ cpuMs: number; postgresMs: number; statements: number }> => {
  const { cpuMs, statements } = await shop.child.ask<{ cpuMs: number; statements: number }>({ what: 'cpu' })
  return { cpuMs, statements, postgresMs: (postgresPid && cpuOfTree(postgresPid)) || 0 }
}

const staffSeat = async (url: string): Promise<string> => {
  const pool = new pg.Pool({ connectionString: url, max: 1 })
  const db = new Kysely<never>({ dialect: new PostgresDialect({ pool }) }) as never as Deps['db']
  const deps = { storeId: STORE, db, now: () => Date.now() } as unknown as Deps
  const id = idOf('stf', 1)
  await pool.query(
    `insert into staff (store_id, id, username, name, role, password_hash, created_at) values ($1, $2, 'bench', '店长', 'owner', '-', now()) on conflict do nothing`,
    [STORE, id],
  )
  const token = await openStaffSession(deps, id as never)
  await db.destroy()
  return `quanji_staff=${token}`
}

/** Lost or oversold rows make a run void: every SKU's shelf and ledger must agree. */
const shelfAgrees = async (url: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ n: string }>(
    `
    select count(*) as n from (select sku_id, sum(available) as a from stock group by sku_id) s
    left join (select sku_id, sum(quantity) as q from stock_movement group by sku_id) m using (sku_id)
    where s.a <> m.q and s.sku_id <> $1`,
    [idOf('sku', 8)],
  )
  await client.end()
  return rows[0]?.n === '0'
}

const runScale = async (scale: Scale, chosen: readonly Scenario[]): Promise<Record<string, Entry>> => {
  say(
    `starting PostgreSQL and filling it: ${scale.members} members, ${scale.products} products, ${scale.orders} orders`,
  )
  const server = await startPostgres(REAL)
  const url = server.urlOf('postgres')
  const bare = openBare(url, scale.products)
  try {
    await fill(url, scale, () => undefined)
    const child = await startChild('shop.child.ts', { BENCH_URL: url })
    const bareChild = await startChild('bare.child.ts', { BENCH_URL: url })
    const hello = child.hello as { url: string; secret: string }
    const bench: Bench = {
      shop: { ...hello, child, scale, staffCookie: await staffSeat(url) },
      bare,
      bareUrl: String(bareChild.hello['url']),
      postgresPid: server.pid ?? null,
      childPid: child.pid,
    }
    const report: Record<string, Entry> = {}
    for (const scenario of chosen) {
      report[scenario.name] = await measure(bench, scenario)
      say(line(scenario.name, report[scenario.name] as Entry))
    }
    await child.stop()
    await bareChild.stop()
    if (!(await shelfAgrees(url))) throw new Error('void: shelf and ledger do not agree')
    return report
  } finally {
    await bare.close()
    await server.stop()
  }
}

const n = (value: number, digits = 0): string => value.toFixed(digits).padStart(8)
const line = (name: string, e: Entry): string =>
  `${name.padEnd(16)}${n(e.perSecond.median)}/s  p50 ${n(e.p50Ms, 1)}  p99 ${n(e.p99Ms, 1)} ms  ${n(e.statements, 1)} statements  cpu ${n(e.cpuMs.server, 2)} + ${e.cpuMs.postgres === null ? '?' : n(e.cpuMs.postgres, 2)} ms  limit ${n(e.limitPerSecond)}/s  ratio ${e.ratio.toFixed(2)} (budget ${e.budget}, aim ${e.aim})${e.errors ? `  ${e.errors} ERRORS` : ''}`

const main = async (): Promise<void> => {
  const chosen = scenarios.filter((s) => !only || only.split(',').includes(s.name))
  const report: Record<string, unknown> = await runScale(ONE, chosen)
  if (flag('growth')) {
    const grown = scenarios.filter((s) => ['feed.page', 'order.place', 'admin.orders'].includes(s.name))
    const ten = await runScale(TEN, grown)
    report['growth'] = Object.fromEntries(
      grown.map(({ name }) => [name, (report[name] as Entry).perSecond.median / (ten[name] as Entry).perSecond.median]),
    )
    say(`growth ${JSON.stringify(report['growth'])}`)
  }
  const folder = path.join(__dirname, '../../dist/report')
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    path.join(folder, 'bench.json'),
    `${JSON.stringify({ at: new Date().toISOString(), ...report }, null, 2)}\n`,
  )
  const entries = Object.values(report).filter((e): e is Entry => typeof e === 'object' && e !== null && 'ratio' in e)
  if (entries.some((e) => e.errors > 0)) throw new Error('void: a run with errors')
  const over = Object.entries(report).filter(
    ([, e]) => typeof e === 'object' && e !== null && 'ratio' in e && (e as Entry).ratio < (e as Entry).budget,
  )
  if (over.length > 0) throw new Error(`over budget: ${over.map(([name]) => name).join(', ')}`)
}

main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
})
