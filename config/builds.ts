/**
 * Which builds there are and whether they still match their sources. A build is fresh if the hash of every file it was
 * made from is the one noted beside it in `dist/.built`; time stamps say nothing after a `git checkout`.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

export type BuildName = 'weapp' | 'h5' | 'admin' | 'functions'

type Build = {
  /** Exists once the build is there. */
  output: string
  /** Without it there is nothing to build. */
  entry: string
  sources: readonly string[]
  without?: readonly string[]
  /** Settings of the environment that change what comes out. */
  settings?: readonly string[]
}

const ROOT = path.resolve(__dirname, '..')
const SHOPPER = ['src', 'config/index.ts', 'config/dev.ts', 'config/prod.ts', 'project.config.json', 'package.json']

const builds: Record<BuildName, Build> = {
  weapp: {
    output: 'dist/weapp/app.json',
    entry: 'src/app.config.ts',
    sources: SHOPPER,
    without: ['src/admin'],
    settings: ['CHAT_TOOL'],
  },
  h5: { output: 'dist/h5/index.html', entry: 'src/app.config.ts', sources: SHOPPER, without: ['src/admin'] },
  admin: {
    output: 'dist/admin/index.html',
    entry: 'src/admin/index.html',
    sources: ['src/admin', 'src/contract', 'src/domain', 'src/assets', 'config/admin.vite.ts', 'package.json'],
  },
  functions: {
    output: 'dist/cloudfunctions',
    entry: 'cloudfunctions/runtime/serve.ts',
    sources: [
      'cloudfunctions',
      'src/contract',
      'src/domain',
      'config/functions.ts',
      'config/functions.beside.ts',
      'config/functions.trim.ts',
      'package.json',
    ],
    without: ['cloudfunctions/runtime/local', 'cloudfunctions/runtime/db/seed'],
  },
}
export const BUILD_NAMES = Object.keys(builds) as BuildName[]

const filesUnder = (place: string, without: readonly string[]): string[] => {
  const full = path.join(ROOT, place)
  if (without.includes(place) || !existsSync(full)) return []
  if (statSync(full).isFile()) return [place]
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesUnder(path.posix.join(place, name), without))
}

/** A fingerprint of names and contents of everything `name` is made from, and of the settings it is made under. */
export const sourceHash = (name: BuildName): string => {
  const { sources, without = [], settings = [] } = builds[name]
  const hash = createHash('sha256')
  for (const file of sources.flatMap((source) => filesUnder(source, without))) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(path.join(ROOT, file)))
      .update('\0')
  }
  for (const setting of settings) hash.update(`${setting}=${process.env[setting] ?? ''}`)
  return hash.digest('hex').slice(0, 16)
}

const noteOf = (name: BuildName) => path.join(ROOT, 'dist/.built', name)

export const canBuild = (name: BuildName): boolean => existsSync(path.join(ROOT, builds[name].entry))

export const isFresh = (name: BuildName): boolean =>
  existsSync(path.join(ROOT, builds[name].output)) &&
  existsSync(noteOf(name)) &&
  readFileSync(noteOf(name), 'utf8') === sourceHash(name)

const runScript = (script: string): Promise<{ code: number | null; log: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn('npm', ['run', '--silent', script], {
      cwd: ROOT,
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_ENV: 'production', FORCE_COLOR: '0' },
    })
    let log = ''
    const keep = (chunk: Buffer) => (log = (log + chunk.toString()).slice(-20_000))
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.once('error', reject)
    child.once('exit', (code) => resolve({ code, log }))
  })

/** Builds `name` and notes what from. Throws with the end of the build's own output. */
export const build = async (name: BuildName): Promise<void> => {
  const hash = sourceHash(name)
  rmSync(noteOf(name), { force: true })
  const { code, log } = await runScript(`build:${name}`)
  if (code !== 0 || !existsSync(path.join(ROOT, builds[name].output))) {
    throw new Error(`the build of ${name} failed (npm run build:${name}):\n${log}`)
  }
  mkdirSync(path.dirname(noteOf(name)), { recursive: true })
  writeFileSync(noteOf(name), hash)
}

/** The two builds of Taro take a processor and a gigabyte each and wait for each other; the other two run beside them. */
const LANES: readonly (readonly BuildName[])[] = [
  ['weapp', 'h5'],
  ['admin', 'functions'],
]

/** Brings `wanted` up to date and says what it does through `say`, one line a step. */
export const ensureBuilt = async (wanted: readonly BuildName[], say: (line: string) => void): Promise<void> => {
  const stale = wanted.filter((name) => canBuild(name) && !isFresh(name))
  await Promise.all(
    LANES.map(async (lane) => {
      for (const name of lane.filter((each) => stale.includes(each))) {
        const startedAt = Date.now()
        say(`building ${name} …`)
        await build(name)
        say(`built ${name} in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`)
      }
    }),
  )
}
