/** One scenario against its limit: they take turns, three rounds, medians count. */
import { cpuOfTree } from './child'
import type { Bare } from './limit-write'
import { shoot, volley, type Volley } from './load'
import type { LimitName, Scenario, Shop } from './scenarios'

export type Spread = { min: number; median: number; max: number }
export const spreadOf = (numbers: readonly number[]): Spread => {
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

export type Bench = {
  readonly shop: Shop
  readonly bare: Bare
  readonly bareUrl: string
  readonly postgresPid: number | null
}
export type Lengths = { readonly rounds: number; readonly shopMs: number; readonly limitMs: number }

/** V8 needs thousands of calls before a path is as fast as it stays: after 1.5 s an order still cost 1.6 times the CPU. */
const WARM_MS = 6_000
const WARM_MOST_MS = 20_000

export const measure = async (bench: Bench, scenario: Scenario, lengths: Lengths): Promise<Entry> => {
  const rounds: Volley[] = []
  const limits: number[] = []
  const { bytes } = await warmUp(bench, scenario)
  const used = { server: 0, postgres: 0, statements: 0, roundTrips: 0, done: 0 }
  for (let round = 0; round < lengths.rounds; round++) {
    limits.push((await limitVolley(bench, scenario, bytes, lengths.limitMs)).perSecond)
    const { fire, most } = await scenario.load(bench.shop)
    const before = await usage(bench)
    const shot = await volley(scenario.concurrency, lengths.shopMs, fire, most)
    const after = await usage(bench)
    rounds.push(shot)
    used.server += after.cpuMs - before.cpuMs
    used.postgres += after.postgresMs - before.postgresMs
    used.statements += after.statements - before.statements
    used.roundTrips += after.roundTrips - before.roundTrips
    used.done += Math.max(1, shot.done)
  }
  const perSecond = spreadOf(rounds.map((r) => r.perSecond))
  const limitPerSecond = spreadOf(limits).median
  const per = (n: number): number => Math.round((n / used.done) * 1000) / 1000
  const firstError = rounds.find((r) => r.firstError)?.firstError
  if (firstError) process.stdout.write(`  ${scenario.name}: ${firstError}\n`)
  return {
    perSecond,
    p50Ms: spreadOf(rounds.map((r) => r.p50Ms)).median,
    p99Ms: spreadOf(rounds.map((r) => r.p99Ms)).median,
    statements: per(used.statements),
    roundTrips: per(used.roundTrips),
    cpuMs: { server: per(used.server), postgres: bench.postgresPid ? per(used.postgres) : null },
    limitPerSecond,
    ratio: perSecond.median / limitPerSecond,
    budget: scenario.budget,
    aim: scenario.aim,
    rows: rounds.reduce((n, r) => n + r.done, 0),
    errors: rounds.reduce((n, r) => n + r.errors, 0),
  }
}

const warmUp = async ({ shop }: Bench, scenario: Scenario): Promise<Volley> => {
  const { fire, most } = await scenario.load(shop)
  const shots = scenario.warmUp?.(shop.scale)
  if (shots) await volley(scenario.concurrency, WARM_MOST_MS, fire, shots)
  return volley(scenario.concurrency, WARM_MS, fire, most)
}

export const readLimit = async (bareUrl: string, concurrency: number, bytes: number, ms: number): Promise<Volley> =>
  volley(
    concurrency,
    ms,
    async () => (await shoot({ url: bareUrl, headers: { 'x-bytes': String(bytes) }, body: '{}' })).text.length,
  )

type Limited = { readonly limit: LimitName; readonly concurrency: number }
const limitVolley = ({ bare, bareUrl }: Bench, { limit, concurrency }: Limited, bytes: number, ms: number) =>
  limit === 'read'
    ? readLimit(bareUrl, concurrency, bytes, ms)
    : volley(concurrency, ms, limit === 'write' ? bare.write : bare.hot)

type Usage = { cpuMs: number; statements: number; roundTrips: number }
const usage = async ({ shop, postgresPid }: Bench): Promise<Usage & { postgresMs: number }> => ({
  ...(await shop.child.ask<Usage>({ what: 'cpu' })),
  postgresMs: (postgresPid && cpuOfTree(postgresPid)) || 0,
})
