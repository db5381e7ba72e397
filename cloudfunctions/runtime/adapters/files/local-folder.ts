/** Files in a folder of this machine; the local cloud serves it under `/files/`. */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { checkKey, type Files } from '../files'

export type LocalFolder = {
  folder: string
  /** Address of the folder without a slash at the end; default `/files`, for a page of the same host. */
  publicUrl?: string
}

export const localFiles = ({ folder, publicUrl = '/files' }: LocalFolder): Files => ({
  put: async (key, bytes, contentType) => {
    const file = join(folder, checkKey(key, contentType))
    await mkdir(dirname(file), { recursive: true })
    // Written beside and moved into place: a reader sees the whole picture or none.
    const beside = `${file}.${randomBytes(4).toString('hex')}.part`
    await writeFile(beside, bytes)
    await rename(beside, file)
    return `${publicUrl}/${key}`
  },
  read: async (key) => {
    try {
      return await readFile(join(folder, checkKey(key)))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
      throw error
    }
  },
  remove: (key) => rm(join(folder, checkKey(key)), { force: true }),
})
