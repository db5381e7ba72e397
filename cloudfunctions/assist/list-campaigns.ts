/** What one can start, with all its rules, and one's own cards, newest first. */
import type { assist } from '@/contract/assist'
import type { MemberId } from '@/domain/ids'
import { ok } from '@/domain/result'
import type { Deps } from '../runtime/deps'
import type { UseCase } from '../runtime/serve'
import { campaignView } from './campaign-view'
import { readMine, readRunning } from './campaign.sql'
import { cardView } from './card-view'
import { readCard, type CardRecord } from './card.sql'

export const listCampaigns: UseCase<typeof assist.campaigns> = async (deps, caller) => {
  const memberId = caller.kind === 'member' ? caller.memberId : null
  const [running, mine] = await Promise.all([readRunning(deps, memberId), cardsOf(deps, memberId)])
  const now = deps.now()
  return ok({
    campaigns: running.map(({ campaign, startsThisHour }) =>
      campaignView(campaign, now, startsThisHour >= campaign.startsPerHour),
    ),
    mine: mine.map((row) => cardView(row, now)),
  })
}

const cardsOf = async (deps: Deps, memberId: MemberId | null): Promise<CardRecord[]> => {
  if (memberId === null) return []
  const ids = await readMine(deps, memberId)
  const rows = await Promise.all(ids.map((cardId) => readCard(deps, { cardId }, memberId)))
  return rows.flatMap((row) => row ?? [])
}
