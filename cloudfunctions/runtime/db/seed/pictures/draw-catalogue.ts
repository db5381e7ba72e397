/** Draws all pictures of the demo shop into a folder, and only those that are missing or whose spec has changed. */

import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { catalogueJobs } from './catalogue-jobs'
import { things } from './things'
import type { PictureJob } from './catalogue-jobs'

export type DrawProgress = { readonly done: number; readonly total: number }
export type DrawReport = { readonly drawn: number; readonly kept: number; readonly milliseconds: number }

/** Raise it when the same spec should come out differently. */
const DRAWING = 1
const MANIFEST = 'pictures.json'
/** Two cores: one job blends in JavaScript while the others wait for libvips. */
const AT_ONCE = 4
/** Jobs between two writings of the manifest, so that a stopped run loses little. */
const SAVE_EVERY = 40

type Manifest = Record<string, string>

const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)

const readManifest = async (folder: string): Promise<Manifest> => {
  try {
    return JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')) as Manifest
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw error
  }
}

/** Written beside and renamed, so that no half file ever has the name of a whole one. */
const writeWhole = async (folder: string, name: string, bytes: Buffer | string): Promise<void> => {
  const draft = join(folder, `.${name}.part`)
  await writeFile(draft, bytes)
  await rename(draft, join(folder, name))
}

const inTurns = async <T>(items: readonly T[], atOnce: number, act: (item: T) => Promise<void>): Promise<void> => {
  const queue = [...items]
  const worker = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await act(item)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

/**
 * Makes sure that `folder` holds every picture (`file-names.ts` says how they are called). 992 files in 20 s on two
 * cores, nothing to do in 30 ms. `onProgress` counts picture jobs, those that were there already included.
 */
export const drawCatalogue = async (
  folder: string,
  onProgress: (progress: DrawProgress) => void = () => undefined,
  jobs: readonly PictureJob[] = catalogueJobs(),
): Promise<DrawReport> => {
  const start = performance.now()
  await mkdir(folder, { recursive: true })
  const manifest = await readManifest(folder)
  const present = new Set(await readdir(folder))
  const looks = hashOf(things)
  const keyed = jobs.map((job) => ({ job, key: hashOf([DRAWING, looks, job.files, job.spec]) }))
  const isKept = ({ job, key }: { job: PictureJob; key: string }): boolean =>
    job.files.every((file) => present.has(file) && manifest[file] === key)
  const due = keyed.filter((each) => !isKept(each))
  const kept = keyed.length - due.length
  let done = kept
  onProgress({ done, total: keyed.length })
  const threads = sharp.concurrency()
  sharp.concurrency(1) // jobs run side by side, so each keeps to one thread
  try {
    await inTurns(due, AT_ONCE, async ({ job, key }) => {
      for (const { name, bytes } of await job.draw()) {
        await writeWhole(folder, name, bytes)
        manifest[name] = key
      }
      done += 1
      if (done % SAVE_EVERY === 0) await writeWhole(folder, MANIFEST, JSON.stringify(manifest))
      onProgress({ done, total: keyed.length })
    })
  } finally {
    sharp.concurrency(threads)
  }
  if (due.length > 0) await writeWhole(folder, MANIFEST, JSON.stringify(manifest))
  return { drawn: due.length, kept, milliseconds: Math.round(performance.now() - start) }
}
