/** Starts one's own card, or answers the one that is under way. Nothing is reserved yet: the budget goes with the unlocking. */
import type { assist } from '@/contract/assist'
import { decideStart, type StartFacts } from '@/domain/assist/start'
import type { AssistCardId, MemberId } from '@/domain/ids'
import { ok, refuse } from '@/domain/result'
import { epochMs } from '@/domain/time'
import type { Deps } from '../runtime/deps'
import type { UseCase } from '../runtime/serve'
import { campaignFacts } from './campaign-view'
import { readCampaign, type CampaignRecord } from './campaign.sql'
import { cardView } from './card-view'
import { readCard } from './card.sql'
import { endDueCards } from './end-cards'
import { riskRankOf } from './risk-rank'
import { isStartGuard, makeCard } from './make-card.sql'

const MOST_TRIES = 4

export const startCard: UseCase<typeof assist.start> = async (deps, { memberId }, { campaignId }) => {
  let rank: number | null | undefined
  for (let attempt = 1; ; attempt++) {
    const record = await readCampaign(deps, campaignId, memberId)
    if (!record) return refuse({ code: 'assist.unknown' })
    const { campaign, mine } = record
    let decided = decideStart(startFacts(deps, record, rank ?? null), deps.now())
    if (decided.ok && decided.value.kind === 'new' && rank === undefined) {
      rank = await riskRankOf(deps, record.openid)
      decided = decideStart(startFacts(deps, record, rank), deps.now())
    }
    if (!decided.ok) return decided
    if (decided.value.kind === 'under-way') return ok(await ownCard(deps, mine?.id, memberId))
    // who has had all of this coupon that one person may have could not be given another
    if (campaign.reward.mine >= campaign.reward.perPerson) return refuse({ code: 'assist.had-one' })
    // the clock's round has not come by yet, and one card at a time is the rule
    if (mine?.state === 'collecting') await endDueCards(deps, [mine.id])
    const card = {
      id: deps.newId('ast'),
      campaignId,
      memberId,
      helpers: campaign.helpers,
      deadlineAt: decided.value.deadlineAt,
      startsPerHour: campaign.startsPerHour,
    }
    try {
      await makeCard(deps, card)
      return ok(await ownCard(deps, card.id, memberId))
    } catch (error) {
      if (attempt === MOST_TRIES || !isStartGuard(error)) throw error
    }
  }
}

const startFacts = (deps: Deps, record: CampaignRecord, riskRank: number | null): StartFacts => ({
  campaign: campaignFacts(record.campaign, deps.now()),
  mine: record.mine && { ...record.mine, deadlineAt: epochMs(record.mine.deadlineAt) },
  startsThisHour: record.startsThisHour,
  riskRank,
})

const ownCard = async (deps: Deps, cardId: AssistCardId | undefined, memberId: MemberId) => {
  const row = cardId && (await readCard(deps, { cardId }, memberId))
  if (!row) throw new Error('a card vanished')
  return cardView(row, deps.now())
}
