/** Whether somebody may start a card. The unique key on (campaign, member) and the hour's counter are the last guards behind it. */
import { ok, refuse, type Result } from '../result'
import { epochMs, HOUR, type EpochMs } from '../time'
import { cardDeadline, isCollecting, type CardState } from './card'
import { isRisky, type CampaignFacts } from './campaign'

export type StartFacts = {
  readonly campaign: CampaignFacts
  /** One's newest card of this campaign. */
  readonly mine: { readonly state: CardState; readonly deadlineAt: EpochMs } | null
  /** Cards started in this campaign since the full hour. */
  readonly startsThisHour: number
  readonly riskRank: number | null
}

export type StartNo =
  | { code: 'assist.over' }
  | { code: 'assist.sold-out' }
  | { code: 'assist.paused' }
  | { code: 'assist.busy'; againAt: EpochMs }
  | { code: 'assist.not-now' }
  | { code: 'assist.had-one' }

/** A card under way is answered, not started again. After one that ran out a new one may be started; friends help once all the same. */
export type Start = { readonly kind: 'under-way' } | { readonly kind: 'new'; readonly deadlineAt: EpochMs }

export const decideStart = (facts: StartFacts, now: EpochMs): Result<Start, StartNo> => {
  const { campaign, mine, startsThisHour } = facts
  if (mine && isCollecting(mine, now)) return ok({ kind: 'under-way' })
  if (mine?.state === 'unlocked') return refuse({ code: 'assist.had-one' })
  if (campaign.isStopped || campaign.status === 'paused') return refuse({ code: 'assist.paused' })
  if (campaign.status !== 'live' || now < campaign.startsAt || campaign.endsAt <= now)
    return refuse({ code: 'assist.over' })
  if (campaign.left <= 0) return refuse({ code: 'assist.sold-out' })
  // whose card was taken back for fraud is not told more than "not now"
  if (mine?.state === 'voided' || isRisky(facts.riskRank)) return refuse({ code: 'assist.not-now' })
  if (startsThisHour >= campaign.startsPerHour)
    return refuse({ code: 'assist.busy', againAt: epochMs((Math.floor(now / HOUR) + 1) * HOUR) })
  return ok({ kind: 'new', deadlineAt: cardDeadline(now, campaign.lifeMs) })
}
