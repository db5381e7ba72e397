/** Brings notices to the shop, again and again until one is acknowledged, as WeChat Pay does for a day. */
import { MINUTE, SECOND, HOUR, type EpochMs } from '@/domain/time'
import type { FaultSwitch } from './faults'
import type { StandinKeys } from './keys'
import { signNotice, type Notice } from './notices'

/** Waits between the attempts, from WeChat Pay's own page. */
const WAITS = [
  ...[15, 15, 30].map((s) => s * SECOND),
  ...[3, 10, 20, 30, 30, 30, 60].map((m) => m * MINUTE),
  ...[3, 3, 3, 6, 6].map((h) => h * HOUR),
]
/** The shop's time to answer; never compressed. */
const ANSWER_WITHIN_MS = 5 * SECOND

export type Delivery = {
  key: string
  eventType: string
  attempt: number
  at: EpochMs
  fault: string
  /** HTTP status of the shop's answer; null where none came. */
  status: number | null
}

export type CourierOptions = {
  keys: StandinKeys
  faults: FaultSwitch
  now: () => EpochMs
  /** 1/60 makes of every minute a second. */
  timeFactor: number
  onAcknowledged: (key: string) => void
}

export const noticeCourier = ({ keys, faults, now, timeFactor, onAcknowledged }: CourierOptions) => {
  const deliveries: Delivery[] = []
  const held: Notice[] = []
  const underWay = new Set<Promise<void>>()
  const waiting = new Map<NodeJS.Timeout, () => void>()
  let isClosed = false

  const wait = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(done, ms)
      function done() {
        clearTimeout(timer)
        waiting.delete(timer)
        resolve()
      }
      waiting.set(timer, done)
    })

  const track = (work: Promise<void>) => {
    underWay.add(work)
    void work.finally(() => underWay.delete(work))
  }

  const deliver = async (notice: Notice, attempt: number): Promise<boolean> => {
    const fault = faults.get().notice
    const signed = await signNotice(keys, notice, fault, now())
    const status = fault === 'lost' ? null : await post(notice.url, signed)
    deliveries.push({ key: notice.key, eventType: notice.eventType, attempt, at: now(), fault, status })
    const isAcknowledged = status === 200 || status === 204
    if (isAcknowledged) onAcknowledged(notice.key)
    return isAcknowledged
  }

  /** The first attempt is waited for by `settled`, the later ones are not. */
  const sendOnce = async (notice: Notice, delayMs: number, mayRetry: boolean) => {
    if (delayMs > 0) await wait(delayMs)
    if (isClosed) return
    const isDone = await deliver(notice, 1)
    if (!isDone && mayRetry) void retry(notice)
  }

  const retry = async (notice: Notice) => {
    for (const [index, pause] of WAITS.entries()) {
      await wait(pause * timeFactor)
      if (isClosed || (await deliver(notice, index + 2))) return
    }
  }

  const send = (notice: Notice) => {
    const { copies, delayMs } = faults.get()
    for (let copy = 0; copy < copies; copy++) track(sendOnce(notice, delayMs, copy === 0))
  }

  return {
    deliveries,
    send: (notice: Notice): void => void (faults.get().notice === 'held' ? held.push(notice) : send(notice)),
    /** Lets the held notices go one after the other, so that the order is what the name says; ends the holding. */
    release: async (order: 'in-order' | 'reversed') => {
      if (faults.get().notice === 'held') faults.set({ notice: 'normal' })
      const notices = held.splice(0)
      for (const notice of order === 'reversed' ? notices.reverse() : notices) await sendOnce(notice, 0, true)
    },
    /** Resolves when no first attempt is under way. */
    settled: async () => {
      while (underWay.size > 0) await Promise.all(underWay)
    },
    close: () => {
      isClosed = true
      for (const done of [...waiting.values()]) done()
    },
  }
}
export type Courier = ReturnType<typeof noticeCourier>

const post = async (url: string, { headers, body }: { headers: Record<string, string>; body: string }) => {
  try {
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS)
    const response = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'error' })
    await response.arrayBuffer()
    return response.status
  } catch {
    // Not listening, too slow, hung up: for WeChat all the same, it comes again.
    return null
  }
}
