/** Campaigns with what one person has under way in them. */
import type { CardState } from '@/domain/assist/card'
import type { AssistCampaignId, AssistCardId, MemberId } from '@/domain/ids'
import type { Deps } from '../runtime/deps'
import { campaignJson, type CampaignRow } from './campaign-json.sql'
import { hourOf } from './card.sql'

export type CampaignRecord = {
  readonly campaign: CampaignRow
  readonly startsThisHour: number
  /** The person's newest card. */
  readonly mine: { readonly id: AssistCardId; readonly state: CardState; readonly deadlineAt: number } | null
  readonly openid: string | null
}

const columns = `
${campaignJson('$2', '$2')} as campaign,
coalesce((select starts from assist_hour where store_id = $1 and campaign_id = g.id and hour = $3::timestamptz), 0) as "startsThisHour",
(select json_build_object('id', id, 'state', state, 'deadlineAt', (extract(epoch from deadline_at) * 1000)::bigint)
  from assist_card where store_id = $1 and campaign_id = g.id and member_id = $2 order by id desc limit 1) as mine,
(select openid from member where store_id = $1 and id = $2) as openid`

const readCampaignStatement = {
  name: 'assist.read-campaign',
  text: `select ${columns} from assist_campaign g where g.store_id = $1 and g.id = $4 and g.status <> 'draft'`,
}

export const readCampaign = async (
  deps: Deps,
  campaignId: AssistCampaignId,
  memberId: MemberId,
): Promise<CampaignRecord | null> =>
  (
    await deps.database.run<CampaignRecord>(readCampaignStatement, [
      deps.storeId,
      memberId,
      hourOf(deps.now()),
      campaignId,
    ])
  )[0] ?? null

const MOST = 10

const readRunningStatement = {
  name: 'assist.read-running',
  text: `
select ${columns} from assist_campaign g
where g.store_id = $1 and g.status = 'live' and g.starts_at <= $4::timestamptz and g.ends_at > $4::timestamptz
order by g.ends_at, g.id limit ${MOST}`,
}

/** Those one could start in now, what ends first first. */
export const readRunning = (deps: Deps, memberId: MemberId | null): Promise<CampaignRecord[]> => {
  const now = deps.now()
  return deps.database.run<CampaignRecord>(readRunningStatement, [deps.storeId, memberId, hourOf(now), new Date(now)])
}

const readMineStatement = {
  name: 'assist.read-mine',
  text: `select id from assist_card where store_id = $1 and member_id = $2 order by id desc limit ${MOST}`,
}

export const readMine = async (deps: Deps, memberId: MemberId): Promise<AssistCardId[]> =>
  (await deps.database.run<{ id: AssistCardId }>(readMineStatement, [deps.storeId, memberId])).map(({ id }) => id)
