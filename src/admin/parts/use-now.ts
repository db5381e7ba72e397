/** One ticking second for the whole page: every clock reads it, none owns a timer. */
import { useSyncExternalStore } from 'react'
import { SECOND, epochMs } from '@/domain/time'
import type { EpochMs } from '@/domain/time'

const readers = new Set<() => void>()
let now = Date.now()
let timer: ReturnType<typeof setInterval> | undefined

const tick = (): void => {
  now = Date.now()
  readers.forEach((read) => read())
}

const subscribe = (read: () => void): (() => void) => {
  readers.add(read)
  timer ??= setInterval(tick, SECOND)
  return () => {
    readers.delete(read)
    if (readers.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** The present, to the second; the component is drawn anew with each tick. */
export const useNow = (): EpochMs => epochMs(useSyncExternalStore(subscribe, () => now))
