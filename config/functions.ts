/**
 * Bundles every door `cloudfunctions/<name>/index.ts` into a folder that can be uploaded as it is:
 * `dist/cloudfunctions/<name>/{index.js,package.json,config.json}`. What can't be bundled is laid beside it: packages with
 * a binary as node_modules, data files where the function looks for them.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { build } from 'esbuild'
import type { Metafile } from 'esbuild'
import { cardFontFiles } from '../cloudfunctions/card/fonts'
import { trim } from './functions.trim'

const ROOT = path.resolve(__dirname, '..')
const FROM = path.join(ROOT, 'cloudfunctions')
const TO = path.join(ROOT, 'dist/cloudfunctions')
const REPORT = path.join(ROOT, 'dist/report/functions')

/** Never reached in the cloud: the embedded database, and an optional native client that pg looks for. */
const NEVER = ['@electric-sql/pglite', 'pg-native', 'pg-cloudflare']

/** Packages that are a binary: a function that imports one gets it as node_modules. */
const NATIVE = ['@resvg/resvg-js', 'sharp']

/** Data files that a function reads from its own folder. */
const beside: Record<string, () => readonly { from: string; to: string }[]> = { card: cardFontFiles }

/** The machine that functions run on. */
const CLOUD = 'linux-x64-gnu'

type Manifest = {
  version?: string
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}

const readManifest = (folder: string): Manifest => {
  const file = path.join(folder, 'package.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : {}
}

const doors = (): string[] =>
  readdirSync(FROM)
    .filter((name) => name !== 'runtime' && existsSync(path.join(FROM, name, 'index.ts')))
    .sort()

const packageFolder = (name: string, from: string): string | undefined =>
  createRequire(path.join(from, 'package.json'))
    .resolve.paths(name)
    ?.map((modules) => path.join(modules, name))
    .find((folder) => existsSync(path.join(folder, 'package.json')))

/** Copies a package and what it needs; of its binaries for many machines, those that are installed. */
const copyPackage = (name: string, to: string, from = ROOT): void => {
  const source = packageFolder(name, from)
  if (!source) throw new Error(`${name} is not installed`)
  const target = path.join(to, 'node_modules', name)
  if (existsSync(target)) return
  cpSync(source, target, { recursive: true, dereference: true, filter: (file) => !/\.(map|md|d\.ts)$/.test(file) })
  const manifest = readManifest(source)
  for (const needed of Object.keys(manifest.dependencies ?? {})) copyPackage(needed, to, source)
  const binaries = Object.keys(manifest.optionalDependencies ?? {})
  for (const binary of binaries.filter((each) => packageFolder(each, source))) copyPackage(binary, to, source)
  const forCloud = binaries.find((binary) => binary.endsWith(CLOUD))
  if (forCloud && !packageFolder(forCloud, source)) {
    process.stderr.write(
      `${name} lacks its ${CLOUD} binary here: run this on Linux, or add ${forCloud}, before uploading\n`,
    )
  }
}

/** Only what the platform needs to start the function; a dependency listed here is one that lies beside it. */
const uploadManifest = (name: string, natives: readonly string[]): string => {
  const { version, dependencies = {} } = readManifest(ROOT)
  const listed = Object.fromEntries(natives.map((native) => [native, dependencies[native]]))
  const needs = natives.length > 0 ? { dependencies: listed } : {}
  return JSON.stringify({ name, version, private: true, main: 'index.js', ...needs }, null, 2)
}

const importedNatives = ({ outputs }: Metafile): string[] => {
  const imports = Object.values(outputs).flatMap((output) => output.imports.map((each) => each.path))
  return NATIVE.filter((native) => imports.includes(native))
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
    external: [...NEVER, ...NATIVE],
    define: { 'process.env.NODE_ENV': '"production"' },
    metafile: true,
    logLevel: 'warning',
  })
  const natives = importedNatives(metafile)
  writeFileSync(path.join(target, 'package.json'), uploadManifest(name, natives))
  cpSync(path.join(source, 'config.json'), path.join(target, 'config.json'))
  for (const native of natives) copyPackage(native, target)
  for (const { from, to } of beside[name]?.() ?? []) cpSync(from, path.join(target, to))
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
