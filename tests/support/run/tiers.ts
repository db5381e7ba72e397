/** What each tier of tests needs before it can begin. A tier is a folder of `tests/`. */
import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { BuildName } from '../../../config/builds'

/** `seeded`: the demo shop in a database, for tiers that look at screens. */
export type Needs = { postgres: boolean; seeded: boolean; browser: boolean; builds: BuildName[] }

const NOTHING: Needs = { postgres: false, seeded: false, browser: false, builds: [] }

const needs: Record<string, Partial<Needs>> = {
  domain: {},
  app: {},
  functions: { postgres: true },
  flows: { postgres: true },
  weapp: { postgres: true, seeded: true, builds: ['weapp'] },
  browser: { postgres: true, seeded: true, browser: true, builds: ['h5', 'admin'] },
  deploy: { postgres: true, browser: true, builds: ['weapp', 'h5', 'admin', 'functions'] },
}

export const ROOT = path.resolve(__dirname, '../../..')
export const JEST = [
  // the embedded database asks for Node's own modules by `import()`, which jest's sandbox knows only with this switch
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  path.join(ROOT, 'node_modules/jest/bin/jest.js'),
  '-c',
  path.join(ROOT, 'config/jest/jest.config.mjs'),
]

/** The test files that jest would run for these arguments, by tier: `npm test -- tests/domain` needs no database. */
export const chosenTiers = (jestArguments: readonly string[]): string[] => {
  const output = execFileSync(process.execPath, [...JEST, '--listTests', ...jestArguments], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  const files = output.split('\n').filter((line) => /\.test\.tsx?$/.test(line.trim()))
  const tiers = files.map((file) => path.relative(path.join(ROOT, 'tests'), file.trim()).split(path.sep)[0] ?? '')
  return [...new Set(tiers)]
}

/** A test outside the tiers would never run and never say so. */
export const strayTests = (): string[] => {
  const tests = ['tests', 'src', 'cloudfunctions'].flatMap((room) =>
    readdirSync(path.join(ROOT, room), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(test|spec)\.tsx?$/.test(file))
      .map((file) => path.join(room, file).split(path.sep)),
  )
  const isInTier = ([room, tier = '']: string[]) => room === 'tests' && Object.hasOwn(needs, tier)
  return tests.filter((parts) => !isInTier(parts)).map((parts) => parts.join('/'))
}

export const needsOf = (tiers: readonly string[]): Needs =>
  tiers.reduce<Needs>((sum, tier) => {
    const more = { ...NOTHING, ...needs[tier] }
    return {
      postgres: sum.postgres || more.postgres,
      seeded: sum.seeded || more.seeded,
      browser: sum.browser || more.browser,
      builds: [...new Set([...sum.builds, ...more.builds])],
    }
  }, NOTHING)
