/** What a stand-in must not forget when the shop restarts: one JSON line a change, the last line of a key wins. */
import { appendFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

type Entry = { readonly kind: string; readonly key: string; readonly value: unknown }
type Journal = { entries: readonly Entry[]; write(entry: Entry): void }

export type Table<T> = {
  get(key: string): T | undefined
  has(key: string): boolean
  all(): T[]
  put(key: string, value: T): T
}

/** Tables in memory, by kind, that are read back from `file`; without a file they end with the process. */
export const openBooks = (file: string | undefined) => {
  const journal = openJournal(file)
  return <T>(kind: string): Table<T> => {
    const rows = new Map<string, T>()
    for (const entry of journal.entries) if (entry.kind === kind) rows.set(entry.key, entry.value as T)
    return {
      get: (key) => rows.get(key),
      has: (key) => rows.has(key),
      all: () => [...rows.values()],
      put: (key, value) => {
        rows.set(key, value)
        journal.write({ kind, key, value })
        return value
      },
    }
  }
}

/** On opening, superseded lines are dropped. */
const openJournal = (file: string | undefined): Journal => {
  if (file === undefined) return { entries: [], write: () => undefined }
  mkdirSync(dirname(file), { recursive: true })
  const entries = lastOfEachKey(readLines(file))
  writeFileSync(`${file}.new`, entries.map(lineOf).join(''))
  renameSync(`${file}.new`, file)
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
