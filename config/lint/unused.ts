/**
 * Dead code: an exported value nobody imports, in the whole tree at once; used at home only, it needs no `export`. Types
 * may be exported beside what they describe. Reached from outside, and so never dead: what a
 * framework looks up by its name or place (pages, app, doors, settings), tests, and programs that are started.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { analyzeTsConfig } from 'ts-unused-exports'

const ROOT = path.resolve(__dirname, '../..')
const ROOMS = ['src', 'cloudfunctions', 'tests', 'config']

/** Files whose exports somebody else calls by name. */
const ENTRIES = [
  /^src\/app(\.config)?\.tsx?$/, // Taro
  /^src\/(pages|packages)\/.+\/index(\.config)?\.tsx?$/, // Taro: a page and its settings
  /^src\/admin\/.+screen\.tsx$/, // loaded lazily by address
  /^cloudfunctions\/[^/]+\/index\.ts$/, // the platform calls `main`
  /^cloudfunctions\/card\/render\.ts$/, // imported by the first drawing, not before
  /^config\/[^/]+\.ts$/, // Taro and Vite
  /^config\/(jest|aria)\//,
  /^tests\/support\/taro-dom\//, // jest puts it in Taro's place
  /\.(weapp|h5)\.tsx?$/, // one of a pair, picked by the build
  /\.test\.tsx?$/,
  /\.d\.ts$/,
]

const filesUnder = (folder: string): string[] =>
  readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(folder, entry.name)
    if (entry.isDirectory()) return filesUnder(file)
    return /\.tsx?$/.test(entry.name) ? [file] : []
  })

/** One project over all rooms, because an export of the domain is alive if only the admin page uses it. */
const analyse = (files: readonly string[]) => {
  const folder = path.join(ROOT, '.cache')
  const project = path.join(folder, 'tsconfig.unused.json')
  const compilerOptions = { baseUrl: '..', paths: { '@/*': ['src/*'] }, jsx: 'react-jsx', allowJs: true }
  mkdirSync(folder, { recursive: true })
  writeFileSync(project, JSON.stringify({ compilerOptions, files: files.map((file) => `../${file}`) }))
  try {
    return analyzeTsConfig(project, ['--searchNamespaces', '--allowUnusedTypes']).unusedExports
  } finally {
    rmSync(project)
  }
}

const files = ROOMS.flatMap(filesUnder)
const unused = Object.entries(analyse(files))
  .map(([file, names]) => [path.relative(ROOT, path.resolve(ROOT, file)).split(path.sep).join('/'), names] as const)
  .filter(([file]) => !ENTRIES.some((entry) => entry.test(file)))
  .flatMap(([file, names]) => names.map(({ exportName, location }) => `${file}:${location.line} ${exportName}`))

for (const line of unused) process.stdout.write(`unused export: ${line}\n`)
process.exitCode = unused.length > 0 ? 1 : 0
