/** A lock file beside the embedded database's folder: two processes in one PGlite folder corrupt it (electric-sql/pglite #1106). */
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

export class FolderLocked extends Error {
  constructor(
    readonly folder: string,
    readonly pid: number,
  ) {
    super(`the database folder is open in process ${pid}`)
  }
}

/** Folders that this very process has open. */
const ours = new Set<string>()

/**
 * Takes the lock or throws `FolderLocked`. A lock of a dead process is taken over, and so is one with our own number
 * that we don't know of: in a container every process is number 1. Returns the unlock.
 */
export const lockFolder = (folder: string): (() => void) => {
  const file = resolve(`${folder}.lock`)
  if (ours.has(file)) throw new FolderLocked(folder, process.pid)
  mkdirSync(dirname(file), { recursive: true })
  if (!tryLock(file)) {
    const pid = Number(readFileSync(file, 'utf8'))
    if (pid !== process.pid && isAlive(pid)) throw new FolderLocked(folder, pid)
    rmSync(file, { force: true })
    if (!tryLock(file)) throw new FolderLocked(folder, pid)
  }
  ours.add(file)
  const unlock = (): void => {
    ours.delete(file)
    rmSync(file, { force: true })
  }
  process.once('exit', unlock)
  return () => {
    process.off('exit', unlock)
    unlock()
  }
}

const tryLock = (file: string): boolean => {
  try {
    const handle = openSync(file, 'wx')
    writeSync(handle, String(process.pid))
    closeSync(handle)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** A process killed while it wrote its number left none, and 0 would ask for our own process group. */
const isAlive = (pid: number): boolean => {
  if (!(pid > 0)) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
