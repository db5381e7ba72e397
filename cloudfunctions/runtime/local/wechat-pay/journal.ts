/** What a stand-in must not forget when the shop restarts: one JSON line a change, the last line of a key wins. */
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

export type Entry = { readonly kind: string; readonly key: string; readonly value: unknown }
export type Journal = { entries: readonly Entry[]; write(entry: Entry): void }

/** Without a file nothing is kept. On opening, superseded lines are dropped. */
export const openJournal = (file: string | undefined): Journal => {
  if (file === undefined) return { entries: [], write: () => undefined }
  mkdirSync(dirname(file), { recursive: true })
  const entries = lastOfEachKey(readLines(file))
  writeFileSync(file, entries.map(lineOf).join(''))
  // Synchronous on purpose: a payment that was answered has to be on disk.
  return { entries, write: (entry) => appendFileSync(file, lineOf(entry)) }
}

const lineOf = (entry: Entry): string => `${JSON.stringify(entry)}\n`

const readLines = (file: string): Entry[] => {
  const text = readOrEmpty(file)
  // A crash may have torn the last line; whatever follows the last line feed was never answered.
  return text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Entry)
}

const readOrEmpty = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  }
}

const lastOfEachKey = (entries: readonly Entry[]): Entry[] => [
  ...new Map(entries.map((entry) => [`${entry.kind}:${entry.key}`, entry])).values(),
]
