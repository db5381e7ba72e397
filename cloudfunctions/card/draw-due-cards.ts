/**
 * One round of the drawer. A drawing takes up to a second, so letters are leased few at a time, well within their lease.
 * Its clock strikes every few seconds, and its function has room: neighbours hear of a sale from here, beside its card.
 */
import type { card } from '@/contract/card'
import { ok } from '@/domain/result'
import { SECOND } from '@/domain/time'
import { drainOutbox } from '../runtime/outbox'
import type { UseCase } from '../runtime/serve'
import { saleTellingLetters } from '../message/tell-of-sale'
import { cardLetters } from './draw-card'
import { assistCardLetters } from './keep-assist-card'
import { communityCardLetters } from './keep-community-card'
import { groupCardLetters } from './keep-group-card'
import { saleCardLetters } from './keep-sale-card'
import { askForStaleCommunities } from './stale-communities.sql'
import { askForStaleSales } from './stale-sales.sql'

/** Somebody waits with a new group or card to hand on; a product's card is drawn for later, so few of them at a time. */
const ROUNDS = [
  [assistCardLetters, 10],
  [groupCardLetters, 10],
  [saleCardLetters, 4],
  [saleTellingLetters, 4],
  [communityCardLetters, 4],
  [cardLetters, 4],
] as const
/** A function may run for a minute; the next round goes on. */
const ROUND = 30 * SECOND

export const drawDueCards: UseCase<typeof card.run> = async (deps) => {
  await askForStaleSales(deps)
  await askForStaleCommunities(deps)
  const until = performance.now() + ROUND
  const report = { job: 'draw-cards', done: 0, failed: 0 }
  let isMore: boolean
  do {
    isMore = false
    for (const [handlers, atOnce] of ROUNDS) {
      const { done, failed } = await drainOutbox(deps, handlers, atOnce)
      report.done += done
      report.failed += failed
      isMore ||= done + failed === atOnce
    }
  } while (isMore && performance.now() < until)
  return ok({ reports: report.done + report.failed > 0 ? [report] : [] })
}
