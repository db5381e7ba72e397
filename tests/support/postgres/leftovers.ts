/** A run that was killed outright could not stop its server; the next run does. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Folders are named after the process that made them: `quanji-pg-<pid>-<random>`. */
export const FOLDER = 'quanji-pg-'

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The pid in an old file may belong to a stranger by now, so the command line has to name our folder too. */
const isServerOf = (pid: number, folder: string): boolean => {
  try {
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).includes(folder)
  } catch {
    return false
  }
}

export const removeLeftovers = (): void => {
  const folders = readdirSync(tmpdir()).filter((name) => name.startsWith(FOLDER))
  for (const name of folders) {
    const maker = Number(name.slice(FOLDER.length).split('-')[0])
    if (isAlive(maker)) continue
    const folder = path.join(tmpdir(), name)
    const pidFile = path.join(folder, 'data', 'postmaster.pid')
    const pid = existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8').split('\n')[0]) : 0
    if (pid > 0 && isServerOf(pid, folder)) process.kill(pid, 'SIGQUIT')
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}
