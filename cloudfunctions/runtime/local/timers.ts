/** The platform's clock and post: opens a door as the timer, again a moment after it closed. Rounds of one door never overlap. */
import { randomUUID } from 'node:crypto'
import type { FunctionName } from '@/contract/index'
import { SECOND } from '@/domain/time'
import { hostContext, type Host } from '../host'
import type { Main } from '../serve'
import { openDoor } from './doors'

const TICKING = ['jobs', 'card'] as const satisfies readonly FunctionName[]

/** Returns how to stop: it waits for the rounds under way. */
export const startTimers = async (host: Host, everyMs = SECOND): Promise<() => Promise<void>> => {
  const doors = await Promise.all(TICKING.map(openDoor))
  const stops = doors.map((main) => runEvery(() => round(host, main), everyMs))
  return async () => {
    await Promise.all(stops.map((stop) => stop()))
  }
}

const nobody = { source: 'timer', openid: null, bearer: null, staffCookie: null, clientIp: null } as const

/** Faults are the door's own business: it logs them and answers. */
const round = (host: Host, main: Main): Promise<unknown> =>
  main({ action: 'run', input: {} }, hostContext(host, { ...nobody, requestId: randomUUID() }))

/** WeChat's pushed events, to the door that understands them. */
export const pushInto =
  (host: Host) =>
  async (event: unknown): Promise<void> => {
    const main = await openDoor('member')
    await main(event, hostContext(host, { ...nobody, requestId: randomUUID() }))
  }

/** Works, rests, works again; returns how to stop. */
export const runEvery = (work: () => Promise<unknown>, everyMs: number): (() => Promise<void>) => {
  let isOver = false
  let wake = (): void => undefined
  const rest = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, everyMs)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const rounds = async (): Promise<void> => {
    while (!isOver) {
      await work()
      if (!isOver) await rest()
    }
  }
  const running = rounds()
  return async () => {
    isOver = true
    wake()
    await running
  }
}
