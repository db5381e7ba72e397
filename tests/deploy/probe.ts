/** Puts one bundled function where nothing of ours is near and runs it there. */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

export const FUNCTIONS = path.resolve(__dirname, '../../dist/cloudfunctions')

export const functionNames = (): string[] => (existsSync(FUNCTIONS) ? readdirSync(FUNCTIONS).sort() : [])

const bytesUnder = (folder: string): number =>
  readdirSync(folder, { withFileTypes: true })
    .map((entry) => path.join(folder, entry.name))
    .reduce((sum, file) => sum + (statSync(file).isDirectory() ? bytesUnder(file) : statSync(file).size), 0)

/** Everything that is uploaded for one function. */
export const functionBytes = (name: string): number => bytesUnder(path.join(FUNCTIONS, name))

export type Probe = { exported: string; requireMs: number; replies: Record<string, unknown>[] }

/** `env` is everything the function gets to know; not even PATH is passed on. */
export const probe = (name: string, questions: readonly object[], env: Record<string, string> = {}): Probe => {
  const folder = mkdtempSync(path.join(tmpdir(), `quanji-fn-${name}-`))
  try {
    cpSync(path.join(FUNCTIONS, name), folder, { recursive: true })
    cpSync(path.join(__dirname, 'probe-function.cjs'), path.join(folder, 'probe.cjs'))
    const options = { cwd: folder, env: env as NodeJS.ProcessEnv, encoding: 'utf8', timeout: 60_000 } as const
    const { stdout, stderr, status } = spawnSync(process.execPath, ['probe.cjs', JSON.stringify(questions)], options)
    const seen = /^PROBE (.*)$/m.exec(stdout)?.[1]
    if (status !== 0 || !seen) throw new Error(`${name} does not load: ${stderr.slice(-2000)}`)
    return JSON.parse(seen) as Probe
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
