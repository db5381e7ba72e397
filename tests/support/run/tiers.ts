/** What each tier of tests needs before it can begin. A tier is a folder of `tests/`. */
import { execFileSync } from 'node:child_process'
import path from 'node:path'
import type { BuildName } from '../../../config/builds'

export type Needs = { postgres: boolean; browser: boolean; builds: BuildName[] }

const NOTHING: Needs = { postgres: false, browser: false, builds: [] }

const needs: Record<string, Partial<Needs>> = {
  functions: { postgres: true },
  flows: { postgres: true },
  weapp: { postgres: true, builds: ['weapp'] },
  browser: { postgres: true, browser: true, builds: ['h5', 'admin'] },
  deploy: { builds: ['weapp', 'functions'] },
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

export const needsOf = (tiers: readonly string[]): Needs =>
  tiers.reduce<Needs>((sum, tier) => {
    const more = { ...NOTHING, ...needs[tier] }
    return {
      postgres: sum.postgres || more.postgres,
      browser: sum.browser || more.browser,
      builds: [...new Set([...sum.builds, ...more.builds])],
    }
  }, NOTHING)
