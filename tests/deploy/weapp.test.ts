/** What WeChat's own tool says about the package before anybody uploads it. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Inspection } from './inspect-weapp'

const KB = 1024
/** The platform refuses a package past 2 MB and rates one past 1.5 MB as bad; all together stay below 20 MB. */
const PACKAGE_LIMIT = 2048 * KB
const MAIN_LIMIT = 1536 * KB
const TOTAL_LIMIT = 20 * 1024 * KB

const DIST = process.env['TEST_WEAPP_DIST'] ?? 'dist/weapp'

const inspect = (): Inspection => {
  const folder = mkdtempSync(path.join(tmpdir(), 'quanji-inspect-'))
  const answer = path.join(folder, 'answer.json')
  const program = path.join(__dirname, 'inspect-weapp.ts')
  try {
    const { status, stderr, stdout } = spawnSync(process.execPath, ['--import', 'tsx', program, DIST, answer], {
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`${stderr}\n${stdout}`.slice(-4000))
    return JSON.parse(readFileSync(answer, 'utf8')) as Inspection
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

let inspection: Inspection
beforeAll(() => {
  inspection = inspect()
})

const quality = (name: string) => {
  const item = inspection.quality.find((each) => each.name === name)
  if (!item) throw new Error(`the tool no longer checks ${name}`)
  return item
}

test('app.json and every page.json hold only keys that WeChat knows', () => {
  const settings = { 'app.json': inspection.app, ...inspection.pages }
  const warnings = Object.entries(settings).map(([file, json]) => ({ file, warning: json['__warning__'] }))
  expect(warnings.filter(({ warning }) => warning)).toEqual([])
  expect(Object.keys(inspection.pages).length).toBeGreaterThan(0)
})

test('the package compiles: templates, scripts, styles', () => {
  expect(inspection.compiledFiles).toEqual(expect.arrayContaining(['app.js', 'app.json', 'base.wxml']))
  for (const page of Object.keys(inspection.pages)) expect(inspection.compiledFiles).toContain(`${page}.js`)
})

test('no script holds a BigInt literal: no compiler takes it away, and a phone that does not know it drops the whole file', () => {
  const scripts = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'))
  expect(scripts.length).toBeGreaterThan(20)
  const read = (file: string): string => readFileSync(path.join(DIST, file), 'utf8')
  expect(scripts.filter((file) => /(?<![\w$.#'"])\d+n(?![\w$'"])/.test(read(file)))).toEqual([])
})

test('every package fits the platform', () => {
  const sizes = quality('PACKAGE_SIZE_LIMIT').detail as Record<string, number>
  const { __APP__: main = Infinity, ...subpackages } = sizes
  expect(main).toBeLessThan(MAIN_LIMIT)
  expect(Object.entries(subpackages).filter(([, bytes]) => bytes > PACKAGE_LIMIT)).toEqual([])
  expect(Object.values(sizes).reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(TOTAL_LIMIT)
})

test.each([
  ['code is injected when it is needed', 'LAZYCODE_LOADING_OPEN'],
  ['pictures and sounds in the package stay small', 'IMAGE_AND_AUDIO_LIMIT'],
  ['the main package carries no script of a subpackage alone', 'CONTAINS_OTHER_PKG_JS'],
  ['the main package carries no component of a subpackage alone', 'CONTAINS_OTHER_PKG_COMPONENTS'],
  ['no plugin is carried along unused', 'CONTAINS_UNUSED_PLUGINS'],
  ['no component is carried along unused', 'CONTAINS_UNUSED_COMPONENTS'],
])('%s', (_, name) => {
  const { success, text, detail } = quality(name)
  expect({ success, text, detail }).toMatchObject({ success: true })
})
