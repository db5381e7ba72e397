/** Writes a new card, this hour's count and the letters in one statement, or nothing. The last guards are `assist_busy` and `assist_had_one`. */
import type { AssistCampaignId, AssistCardId, MemberId } from '@/domain/ids'
import type { EpochMs } from '@/domain/time'
import { brokenConstraint } from '../runtime/db/errors'
import type { Deps } from '../runtime/deps'
import { cardChangedLetters, sendLettersSql } from './card-letters'
import { hourOf } from './card.sql'

export type NewCard = {
  readonly id: AssistCardId
  readonly campaignId: AssistCampaignId
  readonly memberId: MemberId
  readonly helpers: number
  readonly deadlineAt: EpochMs
  readonly startsPerHour: number
}

const makeCardStatement = {
  name: 'assist.make-card',
  text: `
with counted as (
  insert into assist_hour (store_id, campaign_id, hour, starts, most) values ($1, $3, $8, 1, $9)
  on conflict (store_id, campaign_id, hour) do update set starts = assist_hour.starts + 1, most = excluded.most
  returning starts
), made as (
  insert into assist_card (store_id, id, campaign_id, member_id, state, helpers, started_at, deadline_at)
  select $1, $2, $3, $4, 'collecting', $5::smallint, $6, $7 from counted
), told as (${sendLettersSql('$10')})
select starts from counted`,
}

export const makeCard = async (deps: Deps, card: NewCard): Promise<void> => {
  const now = deps.now()
  await deps.database.run(makeCardStatement, [
    deps.storeId,
    card.id,
    card.campaignId,
    card.memberId,
    card.helpers,
    new Date(now),
    new Date(card.deadlineAt),
    hourOf(now),
    card.startsPerHour,
    JSON.stringify(cardChangedLetters(deps, card.id)),
  ])
}

export const isStartGuard = (error: unknown): boolean =>
  ['assist_busy', 'assist_had_one'].includes(brokenConstraint(error) ?? '')
