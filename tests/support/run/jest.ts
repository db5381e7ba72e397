/** One run of jest as a child, and what came out of it. */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import path from 'node:path'
import { JEST, ROOT } from './tiers'

export type Counts = { passed: number; failed: number; skipped: number }

/** Files wait for databases and pages more than they compute, but a browser and a compiler do compute. */
const WORKERS = Math.min(Math.max(2, availableParallelism() - 1), 6)

export type JestRun = { child: ChildProcess; finished: Promise<Counts & { code: number }> }

export const startJest = (jestArguments: readonly string[], env: Record<string, string>): JestRun => {
  const folder = mkdtempSync(path.join(tmpdir(), 'quanji-counts-'))
  const file = path.join(folder, 'counts.json')
  const given = jestArguments.some((argument) => /^(-w|-i|--maxWorkers|--runInBand)/.test(argument))
  const workers = given ? [] : [`--maxWorkers=${WORKERS}`]
  const ci = process.env['CI'] ? ['--ci'] : []
  const child = spawn(process.execPath, [...JEST, ...workers, ...ci, ...jestArguments], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...env, TEST_COUNTS_FILE: file, TZ: 'UTC' },
  })
  const finished = new Promise<Counts & { code: number }>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => {
      const none = { passed: 0, failed: 1, skipped: 0 }
      const counts = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Counts) : none
      rmSync(folder, { recursive: true, force: true })
      resolve({ ...counts, code: code ?? 1 })
    })
  })
  return { child, finished }
}
