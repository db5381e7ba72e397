/**
 * Packages that lie beside a function's bundle, as its node_modules. Binaries can't be bundled; what only few calls need
 * would be read at every cold start, so it stays outside and is loaded when the first of them comes.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { build } from 'esbuild'

export const ROOT = path.resolve(__dirname, '..')

/** Copied as they are, with the binary of each machine that is installed. */
const NATIVE = ['@resvg/resvg-js', 'sharp']

/** Scripts: the dictionary of whoever saves a product, the layout and the packing of whoever draws a card. */
const LATE = ['pinyin-pro', 'satori', 'jpeg-js']

export const BESIDE: readonly string[] = [...NATIVE, ...LATE]

/** The machine that functions run on. */
const CLOUD = 'linux-x64-gnu'

type Manifest = {
  version?: string
  license?: string
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}

export const readManifest = (folder: string): Manifest => {
  const file = path.join(folder, 'package.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : {}
}

const packageFolder = (name: string, from: string): string | undefined =>
  createRequire(path.join(from, 'package.json'))
    .resolve.paths(name)
    ?.map((modules) => path.join(modules, name))
    .find((folder) => existsSync(path.join(folder, 'package.json')))

const installedFolder = (name: string, from: string): string => {
  const folder = packageFolder(name, from)
  if (!folder) throw new Error(`${name} is not installed`)
  return folder
}

/** Copies a package and what it needs; of its binaries for many machines, those that are installed. */
const copyPackage = (name: string, to: string, from = ROOT): void => {
  const source = installedFolder(name, from)
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

/** One file that answers `require(name)` as the package does, with what it needs and nothing that never runs. */
const condensePackage = async (name: string, to: string): Promise<void> => {
  const source = installedFolder(name, ROOT)
  const target = path.join(to, 'node_modules', name)
  mkdirSync(target, { recursive: true })
  await build({
    stdin: { contents: `module.exports = require(${JSON.stringify(name)})`, resolveDir: ROOT },
    outfile: path.join(target, 'index.js'),
    bundle: true,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    minify: true,
    legalComments: 'none',
    charset: 'utf8',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  })
  const { version, license } = readManifest(source)
  writeFileSync(
    path.join(target, 'package.json'),
    JSON.stringify({ name, version, license, main: 'index.js' }, null, 2),
  )
  const licences = readdirSync(source).filter((file) => /^licen[cs]e/i.test(file))
  for (const file of licences) cpSync(path.join(source, file), path.join(target, file))
}

export const layBeside = async (name: string, to: string): Promise<void> =>
  LATE.includes(name) ? condensePackage(name, to) : copyPackage(name, to)
