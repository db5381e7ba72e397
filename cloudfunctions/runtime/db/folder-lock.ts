/** A lock file beside the embedded database's folder: two processes in one PGlite folder corrupt it (electric-sql/pglite #1106). */
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

export class FolderLocked extends Error {
  constructor(
    readonly folder: string,
    readonly pid: number,
  ) {
    super(`the database folder is open in process ${pid}`)
  }
}

/** Takes the lock or throws `FolderLocked`; a lock whose process is dead is taken over. Returns the unlock. */
export const lockFolder = (folder: string): (() => void) => {
  const file = `${folder}.lock`
  mkdirSync(dirname(file), { recursive: true })
  if (!tryLock(file)) {
    const pid = Number(readFileSync(file, 'utf8'))
    if (pid !== process.pid && isAlive(pid)) throw new FolderLocked(folder, pid)
    rmSync(file, { force: true })
    if (!tryLock(file)) throw new FolderLocked(folder, pid)
  }
  const unlock = (): void => rmSync(file, { force: true })
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

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
