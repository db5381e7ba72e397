/** The clock strikes once a minute: a job whose batch was full goes on at once, while it gets anywhere and has time. */
import { SECOND } from '@/domain/time'
import type { Deps } from '../runtime/deps'
import type { Round } from '../runtime/each-due'

export type Job = (deps: Deps) => Promise<Round>

/** A function may run for a minute, and the other jobs want their turn. */
const MOST = 15 * SECOND

/** Else a refund would wait behind thousands of reminders, and the shelf for a crowd that did not pay. */
export const workThrough =
  (job: Job, batch: number): Job =>
  async (deps) => {
    const until = performance.now() + MOST
    const sum = { done: 0, failed: 0 }
    let isMore: boolean
    do {
      const { done, failed } = await job(deps)
      sum.done += done
      sum.failed += failed
      isMore = done > 0 && done + failed === batch
    } while (isMore && performance.now() < until)
    return sum
  }
