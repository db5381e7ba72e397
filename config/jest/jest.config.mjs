/**
 * One jest project a tier. A tier is a folder of `tests/`, so `npm test -- tests/domain` is the same as the project
 * `domain`. `npm test` (tests/support/run.ts) starts what the chosen tiers need before jest begins.
 */
import { fileURLToPath } from 'node:url'

const rootDir = fileURLToPath(new URL('../..', import.meta.url))

const swc = {
  swcrc: false,
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', tsx: true },
    transform: { react: { runtime: 'automatic' } },
  },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
}

const common = {
  rootDir,
  roots: ['<rootDir>/tests', '<rootDir>/src', '<rootDir>/cloudfunctions'],
  transform: { '^.+\\.(m?[jt]sx?)$': ['@swc/jest', swc] },
  transformIgnorePatterns: ['/node_modules/', '/dist/'],
  moduleNameMapper: { '^@/(.*)$': '<rootDir>/src/$1' },
  moduleFileExtensions: ['ts', 'tsx', 'mjs', 'js', 'jsx', 'json', 'node'],
  injectGlobals: true,
}

const tier = (name, more = {}) => ({
  ...common,
  displayName: name,
  testEnvironment: 'node',
  testMatch: [`<rootDir>/tests/${name}/**/*.test.{ts,tsx}`],
  ...more,
})

/** jest has no time-out of its own for a project, so a tier that waits for real things sets it here. */
const slow = { setupFilesAfterEnv: ['<rootDir>/config/jest/slow.cjs'] }

/** Words, pictures, files and WeChat's wire: no database takes part, or one of their own; the other engine changes nothing. */
const noDatabase = [
  'assist/risk-rank',
  'card-(drawing|pictures|words)',
  'catalog-notes',
  'files',
  'local-cloud-life',
  'runtime-folder-lock',
  'wechat-[a-z-]+',
].map((name) => `<rootDir>/tests/functions/${name}\\.test\\.ts$`)

export default {
  rootDir,
  reporters: ['default', '<rootDir>/config/jest/count-reporter.cjs'],
  projects: [
    tier('domain'),
    tier('functions', slow),
    // The same promises once more on the embedded database; a race needs two connections, so those files stay out too.
    tier('embedded', {
      ...slow,
      testMatch: ['<rootDir>/tests/functions/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '\\.race\\.test\\.ts$', ...noDatabase],
      setupFiles: ['<rootDir>/config/jest/embedded.ts'],
    }),
    tier('flows', slow),
    tier('app', {
      testEnvironment: 'jsdom',
      setupFiles: ['<rootDir>/config/jest/app-globals.ts'],
      moduleNameMapper: {
        ...common.moduleNameMapper,
        '\\.(css|scss)$': '<rootDir>/config/jest/no-style.cjs',
        '\\.(png|jpe?g|webp|svg|gif)$': '<rootDir>/config/jest/no-picture.cjs',
        '^@tarojs/components$': '<rootDir>/config/jest/taro-components.tsx',
      },
    }),
    tier('weapp', slow),
    tier('browser', slow),
    tier('deploy', slow),
  ],
}
