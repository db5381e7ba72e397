/**
 * A program of its own, because WeChat's build tool is too heavy for a test process: reads the compiled mini program the
 * way the upload does and prints what it found as JSON. No key and no network: the key is made here, and the one call to
 * WeChat that opens a project (its attributes) is answered with the tool's own defaults. That override uses a public
 * property in an undocumented way, so miniprogram-ci is pinned.
 */
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as ci from 'miniprogram-ci'

export type QualityItem = { name: string; success: boolean; text: string; detail?: unknown }
export type Inspection = {
  /** What the tool says about app.json and each page's json; `__warning__` holds unknown keys. */
  app: Json
  pages: Record<string, Json>
  compiledFiles: string[]
  quality: QualityItem[]
}
type Json = Record<string, unknown>
type AppJson = Json & { pages: string[]; subPackages?: { root: string; pages: string[] }[] }
type Project = { attr: () => Promise<unknown> }

/** The tool's calls that we use; its own types don't hold under our compiler settings. */
type Tool = {
  Project: new (options: { appid: string; type: string; projectPath: string; privateKeyPath: string }) => Project
  DefaultProjectAttr: unknown
  getAppJSON: (project: Project) => Promise<AppJson>
  getPageJSON: (project: Project, page: { miniprogramRoot: string; pagePath: string }) => Promise<Json>
  getCompiledResult: (options: { project: Project; setting: object; onProgressUpdate: () => void }) => Promise<Json>
  checkCodeQuality: (project: Project) => Promise<QualityItem[]>
}
const tool = ci as unknown as Tool

/** A port that nobody serves: what the tool still asks of WeChat fails at once instead of waiting. */
process.env['HTTPS_PROXY'] = 'http://127.0.0.1:9'

const throwAwayKey = (folder: string): string => {
  const encoding = { type: 'pkcs1', format: 'pem' } as const
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: encoding,
    publicKeyEncoding: encoding,
  })
  const file = path.join(folder, 'key.pem')
  writeFileSync(file, privateKey)
  return file
}

const pagesOf = (app: AppJson): string[] => [
  ...app.pages,
  ...(app.subPackages ?? []).flatMap(({ root, pages }) => pages.map((page) => path.posix.join(root, page))),
]

const inspect = async (dist: string, privateKeyPath: string): Promise<Inspection> => {
  const project = new tool.Project({
    appid: 'wx0123456789abcdef',
    type: 'miniProgram',
    projectPath: dist,
    privateKeyPath,
  })
  project.attr = () => Promise.resolve(tool.DefaultProjectAttr)
  const app = await tool.getAppJSON(project)
  const pages: Inspection['pages'] = {}
  for (const pagePath of pagesOf(app))
    pages[pagePath] = await tool.getPageJSON(project, { miniprogramRoot: '', pagePath })
  const compiled = await tool.getCompiledResult({ project, setting: {}, onProgressUpdate: () => undefined })
  return { app, pages, compiledFiles: Object.keys(compiled), quality: await tool.checkCodeQuality(project) }
}

const main = async (): Promise<void> => {
  const [dist = 'dist/weapp', answerFile = ''] = process.argv.slice(2)
  const folder = mkdtempSync(path.join(tmpdir(), 'quanji-ci-'))
  try {
    const inspection = await inspect(path.resolve(dist), throwAwayKey(folder))
    writeFileSync(answerFile, JSON.stringify(inspection))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

main()
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : JSON.stringify(error)}\n`)
    process.exitCode = 1
  })
  // the tool keeps file watchers and worker processes
  .finally(() => process.exit())
