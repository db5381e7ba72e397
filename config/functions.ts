/**
 * Bundles every door `cloudfunctions/<name>/index.ts` into a folder that can be uploaded as it is:
 * `dist/cloudfunctions/<name>/{index.js,package.json,config.json}`. What can't or should not be bundled is laid beside it:
 * packages as node_modules, data files where the function looks for them.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import type { Metafile } from 'esbuild'
import { cardFontFiles } from '../cloudfunctions/card/fonts'
import { BESIDE, layBeside, readManifest, ROOT } from './functions.beside'
import { trim } from './functions.trim'

const FROM = path.join(ROOT, 'cloudfunctions')
const TO = path.join(ROOT, 'dist/cloudfunctions')
const REPORT = path.join(ROOT, 'dist/report/functions')

/** Never reached in the cloud: the embedded database, and an optional native client that pg looks for. */
const NEVER = ['@electric-sql/pglite', 'pg-native', 'pg-cloudflare']

/** Data files that a function reads from its own folder. */
const data: Record<string, () => readonly { from: string; to: string }[]> = { card: cardFontFiles }

const doors = (): string[] =>
  readdirSync(FROM)
    .filter((name) => name !== 'runtime' && existsSync(path.join(FROM, name, 'index.ts')))
    .sort()

/** Only what the platform needs to start the function; a dependency listed here is one that lies beside it. */
const uploadManifest = (name: string, packages: readonly string[]): string => {
  const { version, dependencies = {} } = readManifest(ROOT)
  const listed = Object.fromEntries(packages.map((each) => [each, dependencies[each]]))
  const needs = packages.length > 0 ? { dependencies: listed } : {}
  return JSON.stringify({ name, version, private: true, main: 'index.js', ...needs }, null, 2)
}

const importedPackages = ({ outputs }: Metafile): string[] => {
  const imports = Object.values(outputs).flatMap((output) => output.imports.map((each) => each.path))
  return BESIDE.filter((each) => imports.includes(each))
}

const bundle = async (name: string): Promise<Metafile> => {
  const [source, target] = [path.join(FROM, name), path.join(TO, name)]
  const { metafile } = await build({
    entryPoints: [path.join(source, 'index.ts')],
    outfile: path.join(target, 'index.js'),
    absWorkingDir: ROOT,
    tsconfig: path.join(ROOT, 'cloudfunctions/tsconfig.json'),
    bundle: true,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    minify: true,
    treeShaking: true,
    legalComments: 'none',
    charset: 'utf8',
    plugins: [trim],
    external: [...NEVER, ...BESIDE],
    define: { 'process.env.NODE_ENV': '"production"' },
    metafile: true,
    logLevel: 'warning',
  })
  const packages = importedPackages(metafile)
  writeFileSync(path.join(target, 'package.json'), uploadManifest(name, packages))
  cpSync(path.join(source, 'config.json'), path.join(target, 'config.json'))
  for (const each of packages) await layBeside(each, target)
  for (const { from, to } of data[name]?.() ?? []) cpSync(from, path.join(target, to))
  return metafile
}

const main = async (): Promise<void> => {
  rmSync(TO, { recursive: true, force: true })
  mkdirSync(REPORT, { recursive: true })
  for (const name of doors()) {
    const metafile = await bundle(name)
    writeFileSync(path.join(REPORT, `${name}.json`), JSON.stringify(metafile))
    const size = statSync(path.join(TO, name, 'index.js')).size
    process.stdout.write(`${name.padEnd(16)} ${(size / 1024).toFixed(0).padStart(6)} KB\n`)
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
