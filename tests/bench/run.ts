/**
 * `npm run bench`: how fast the shop is, as a ratio to what the machine can do in the same minute. Limit and shop take
 * turns, three rounds; medians count. `--quick` shortens the rounds, `--only=order.place` narrows, `--growth` adds the
 * tenfold shop, `--embedded` loads the embedded database instead, with a smaller shop, `--flush=200` has the server's disk
 * take so many microseconds longer for each flush.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { openStaffSession } from '../../cloudfunctions/runtime/staff-session'
import type { Database } from '../../cloudfunctions/runtime/db/connect'
import type { Deps } from '../../cloudfunctions/runtime/deps'
import { given } from './assist-help'
import { checkRows } from './checks'
import { startChild } from './child'
import { coldStarts } from './cold-start'
import { fill, idOf, ONE, SMALL, STORE, TEN, type Scale } from './data'
import { quoteFor } from './engine'
import { flushOf } from './flush'
import { openBare } from './limit-write'
import { measure, readLimit, spreadOf, type Bench, type Entry, type Lengths } from './measure'
import { openFolder, openServer, type Place } from './place'
import { placed, scenarios, type Scenario } from './scenarios'

const flag = (name: string): boolean => process.argv.includes(`--${name}`)
const value = (name: string): string | undefined =>
  process.argv.find((a) => a.startsWith(`--${name}=`))?.slice(name.length + 3)
const only = value('only')
const extraFlushUs = Number(value('flush') ?? 0)
const isWanted = (name: string): boolean => !only || only.split(',').includes(name)
const lengths: Lengths = flag('quick')
  ? { rounds: 3, shopMs: 1_500, limitMs: 1_000 }
  : { rounds: 3, shopMs: 4_000, limitMs: 2_500 }
const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** What is only a number of its own: milliseconds, less is better. */
type Timing = { ms: ReturnType<typeof spreadOf>; budget: number; aim: number }
type Report = Record<string, Entry | Timing | Record<string, number>>

const staffSeat = async (database: Database): Promise<string> => {
  const deps = { storeId: STORE, db: database.db, now: () => Date.now() } as unknown as Deps
  const id = idOf('stf', 1)
  const text = `insert into staff (store_id, id, username, name, role, password_hash, created_at) values ($1, $2, 'bench', '店长', 'owner', '-', now())`
  await database.run({ name: '', text }, [STORE, id])
  return `quanji_staff=${await openStaffSession(deps, id as never)}`
}

/** `alsoAlone`: with what is measured without load, the engine and the cold start. */
const runScale = async (
  place: Place,
  scale: Scale,
  chosen: readonly Scenario[],
  alsoAlone: boolean,
): Promise<Report> => {
  say(`filling a shop: ${scale.members} members, ${scale.products} products, ${scale.orders} orders`)
  placed.orders = 0
  given.helps = 0
  const staffCookie = await using(place, async (database) => {
    await fill(database, scale)
    return staffSeat(database)
  })
  if (place.url) say(`a commit's flush takes ${await flushOf(place.forLimits())} µs`)
  const bare = await openBare(place.forLimits(), scale.products)
  const bareChild = await startChild('bare.child.ts', { BENCH_PLACE: JSON.stringify(place.forLimits()) })
  const child = await startChild('shop.child.ts', place.shopEnv)
  const hello = child.hello as { url: string; secret: string }
  const bench: Bench = {
    shop: { ...hello, child, scale, staffCookie },
    bare,
    bareUrl: String(bareChild.hello['url']),
    postgresPid: place.postgresPid,
  }
  const report: Report = {}
  for (const scenario of chosen) {
    const entry = await measure(bench, scenario, lengths)
    report[scenario.name] = entry
    say(line(scenario.name, entry))
  }
  if (alsoAlone && isWanted('quote')) say(line('quote', (report['quote'] = await measureEngine(bench))))
  await child.stop()
  await bareChild.stop()
  await bare.close()
  await using(place, async (database) => {
    if (alsoAlone && place.url && isWanted('coldStart')) {
      const ms = spreadOf(await coldStarts(place.url, database, say))
      report['coldStart'] = { ms, budget: 900, aim: 400 }
      say(`coldStart       ${ms.median.toFixed(0)} ms (${ms.min.toFixed(0)}–${ms.max.toFixed(0)}; budget 900, aim 400)`)
    }
    await checkRows(database)
  })
  return report
}

/** A database opened for as long as `work` lasts. */
const using = async <T>(place: Place, work: (database: Database) => Promise<T>): Promise<T> => {
  const database = await place.connect()
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

/** The engine needs neither server nor database; the limit is the bare read, 16 at a time, of a page's bytes. */
const measureEngine = async ({ bareUrl }: Bench): Promise<Entry> => {
  quoteFor(500)
  const [limits, rounds] = [[] as number[], [] as ReturnType<typeof quoteFor>[]]
  for (let round = 0; round < lengths.rounds; round++) {
    limits.push((await readLimit(bareUrl, 16, 4_000, lengths.limitMs)).perSecond)
    rounds.push(quoteFor(lengths.limitMs))
  }
  const perSecond = spreadOf(rounds.map((r) => r.perSecond))
  const limitPerSecond = spreadOf(limits).median
  return {
    perSecond,
    p50Ms: spreadOf(rounds.map((r) => r.p50Ms)).median,
    p99Ms: spreadOf(rounds.map((r) => r.p99Ms)).median,
    statements: 0,
    roundTrips: 0,
    cpuMs: { server: Math.round(1e6 / perSecond.median) / 1000, postgres: 0 },
    limitPerSecond,
    ratio: perSecond.median / limitPerSecond,
    budget: 1,
    aim: 2,
    rows: 0,
    errors: 0,
  }
}

const n = (value: number, digits = 0): string => value.toFixed(digits).padStart(8)
const line = (name: string, e: Entry): string =>
  `${name.padEnd(16)}${n(e.perSecond.median)}/s  p50 ${n(e.p50Ms, 2)}  p99 ${n(e.p99Ms, 2)} ms  ${n(e.statements, 2)} statements ${n(e.roundTrips, 2)} trips  cpu ${n(e.cpuMs.server, 2)} + ${e.cpuMs.postgres === null ? '?' : n(e.cpuMs.postgres, 2)} ms  limit ${n(e.limitPerSecond)}/s  ratio ${e.ratio.toFixed(2)} (budget ${e.budget}, aim ${e.aim})${e.errors ? `  ${e.errors} ERRORS` : ''}`

const GROWS = ['feed.page', 'order.place', 'admin.orders']

/** CPU at ten times the data ÷ at one: the two are minutes apart, and a rate would tell of the machine's other work. */
const measureGrowth = async (ones: Report): Promise<Record<string, number>> => {
  const tens = await atPlace(await openServer(extraFlushUs), (place) =>
    runScale(
      place,
      TEN,
      scenarios.filter((s) => GROWS.includes(s.name)),
      false,
    ),
  )
  const cost = (report: Report, name: string): number => {
    const { server, postgres } = (report[name] as Entry).cpuMs
    return server + (postgres ?? 0)
  }
  return Object.fromEntries(
    GROWS.filter((name) => name in ones).map((name) => [name, cost(tens, name) / cost(ones, name)]),
  )
}

const atPlace = async <T>(place: Place, work: (place: Place) => Promise<T>): Promise<T> => {
  try {
    return await work(place)
  } finally {
    await place.remove()
  }
}

const GROWTH_BUDGET = 1.3

const isOver = (entry: Report[string]): boolean => {
  if ('ratio' in entry) return (entry as Entry).ratio < (entry as Entry).budget
  if ('ms' in entry) return (entry as Timing).ms.median > (entry as Timing).budget
  return Object.values(entry).some((times) => times > GROWTH_BUDGET)
}

const main = async (): Promise<void> => {
  const chosen = scenarios.filter((s) => isWanted(s.name))
  const isEmbedded = flag('embedded')
  const report = await atPlace(isEmbedded ? await openFolder() : await openServer(extraFlushUs), (place) =>
    runScale(place, isEmbedded ? SMALL : ONE, chosen, true),
  )
  if (flag('growth')) {
    report['growth'] = await measureGrowth(report)
    say(`growth          ${JSON.stringify(report['growth'])} (budget ${GROWTH_BUDGET}, aim 1.05)`)
  }
  const folder = path.join(__dirname, '../../dist/report')
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, isEmbedded ? 'bench-embedded.json' : 'bench.json')
  writeFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), ...report }, null, 2)}\n`)
  const entries = Object.entries(report)
  if (entries.some(([, e]) => 'errors' in e && (e as Entry).errors > 0)) throw new Error('void: a run with errors')
  const over = entries.filter(([, e]) => isOver(e))
  if (over.length > 0) throw new Error(`over budget: ${over.map(([name]) => name).join(', ')}`)
}

main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
})
