/** The package as it will be uploaded: each file belongs to the subpackage whose root it lies under, else to the main one. */
import { readFileSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import type { WeappSize } from './report'

/** Stays behind at upload: settings of the developer tools, maps, licence texts. */
const NOT_UPLOADED = /(^|\/)project\.config\.json$|\.map$|\.LICENSE\.txt$/

type AppJson = { subPackages?: { root: string }[]; subpackages?: { root: string }[] }

const filesUnder = (root: string, folder = ''): string[] =>
  readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(folder, entry.name)
    return entry.isDirectory() ? filesUnder(root, file) : [file]
  })

export const measureWeapp = (dist: string): WeappSize => {
  const app = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8')) as AppJson
  const roots = (app.subPackages ?? app.subpackages ?? []).map(({ root }) => root.replace(/\/$/, ''))
  const packages: Record<string, number> = Object.fromEntries(roots.map((root) => [root, 0]))
  let main = 0
  for (const file of filesUnder(dist).filter((each) => !NOT_UPLOADED.test(each))) {
    const { size } = statSync(path.join(dist, file))
    const root = roots.find((each) => file.startsWith(`${each}/`))
    if (root === undefined) main += size
    else packages[root] = (packages[root] ?? 0) + size
  }
  const total = Object.values(packages).reduce((sum, bytes) => sum + bytes, main)
  return { main, total, packages }
}
