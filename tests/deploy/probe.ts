/** Puts one bundled function where nothing of ours is near and runs it there. */
import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

export const FUNCTIONS = path.resolve(__dirname, '../../dist/cloudfunctions')

export const functionNames = (): string[] => (existsSync(FUNCTIONS) ? readdirSync(FUNCTIONS).sort() : [])

const bytesUnder = (folder: string): number =>
  readdirSync(folder, { withFileTypes: true })
    .map((entry) => path.join(folder, entry.name))
    .reduce((sum, file) => sum + (statSync(file).isDirectory() ? bytesUnder(file) : statSync(file).size), 0)

/** `bytes`: the bundle, which every cold start reads. `besideBytes`: what is uploaded with it and read when it is needed. */
export const functionSize = (name: string): { bytes: number; besideBytes: number } => {
  const bytes = statSync(path.join(FUNCTIONS, name, 'index.js')).size
  return { bytes, besideBytes: bytesUnder(path.join(FUNCTIONS, name)) - bytes }
}

export type Probe = { exported: string; requireMs: number; replies: Record<string, unknown>[] }

const run = promisify(execFile)

/** `env` is everything the function gets to know; not even PATH is passed on. */
export const probe = async (
  name: string,
  questions: readonly object[],
  env: Record<string, string> = {},
): Promise<Probe> => {
  const folder = mkdtempSync(path.join(tmpdir(), `quanji-fn-${name}-`))
  try {
    cpSync(path.join(FUNCTIONS, name), folder, { recursive: true })
    cpSync(path.join(__dirname, 'probe-function.cjs'), path.join(folder, 'probe.cjs'))
    const options = { cwd: folder, env: env as NodeJS.ProcessEnv, timeout: 60_000 }
    const { stdout, stderr } = await run(process.execPath, ['probe.cjs', JSON.stringify(questions)], options)
    const seen = /^PROBE (.*)$/m.exec(stdout)?.[1]
    if (!seen) throw new Error(`${name} does not load: ${stderr.slice(-2000)}`)
    return JSON.parse(seen) as Probe
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
