/** One round of the drawer. A drawing takes up to a second, so letters are leased few at a time, well within their lease. */
import type { card } from '@/contract/card'
import { ok } from '@/domain/result'
import { SECOND } from '@/domain/time'
import { drainOutbox } from '../runtime/outbox'
import type { UseCase } from '../runtime/serve'
import { cardLetters } from './draw-card'

const AT_ONCE = 10
/** A function may run for a minute; the next round goes on. */
const ROUND = 30 * SECOND

export const drawDueCards: UseCase<typeof card.run> = async (deps) => {
  const until = performance.now() + ROUND
  const report = { job: 'draw-cards', done: 0, failed: 0 }
  let leased: number
  do {
    const { done, failed } = await drainOutbox(deps, cardLetters, AT_ONCE)
    report.done += done
    report.failed += failed
    leased = done + failed
  } while (leased === AT_ONCE && performance.now() < until)
  return ok({ reports: report.done + report.failed > 0 ? [report] : [] })
}
