/** The packaged server is copied next to its data: the user who runs it may not see our folder, and npm drops links. */
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'

type Link = { source: string; target: string }

/** Copies `bin`'s whole folder into `to`, puts its library links back, and answers the new `bin`. */
export const copyPackaged = (bin: string, to: string): string => {
  const native = path.dirname(bin)
  cpSync(native, to, { recursive: true, verbatimSymlinks: true })
  const list = path.join(native, 'pg-symlinks.json')
  const links = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as Link[]) : []
  for (const { source, target } of links) {
    const link = path.join(to, path.relative('native', target))
    if (existsSync(link)) continue
    mkdirSync(path.dirname(link), { recursive: true })
    symlinkSync(path.relative(path.dirname(target), source), link)
  }
  return path.join(to, 'bin')
}
