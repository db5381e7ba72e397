/** Keeps the pages in `dist/` in step with their sources: at the start, and with `--watch` after every change. */
import { watch } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from '../../../config/builds'

const PAGES = ['h5', 'admin'] as const
const SOURCES = join(__dirname, '../../../src')
/** An editor that saves many files does so within this. */
const SETTLE_MS = 300

type Say = (line: string) => void

export const ensurePages = (say: Say): Promise<void> => ensureBuilt(PAGES, say)

/** A build that fails is told, and tried again after the next change. */
export const watchPages = (say: Say): { close(): void } => {
  let timer: NodeJS.Timeout | undefined
  let building: Promise<void> | null = null
  let isDirty = false
  const build = async (): Promise<void> => {
    do {
      isDirty = false
      await ensurePages(say).catch((error: unknown) => say(error instanceof Error ? error.message : String(error)))
    } while (isDirty)
    building = null
  }
  const watcher = watch(SOURCES, { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      isDirty = true
      building ??= build()
    }, SETTLE_MS)
  })
  return {
    close: () => {
      clearTimeout(timer)
      watcher.close()
    },
  }
}
