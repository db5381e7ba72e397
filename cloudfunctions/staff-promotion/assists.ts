/** Assist campaigns in a list, and one with its cards and what the linter says of it as it is stored. */
import type { staffPromotion } from '@/contract/staff-promotion'
import { lintCampaign } from '@/domain/assist/lint'
import type { AssistCampaignId } from '@/domain/ids'
import { ok, refuse } from '@/domain/result'
import type { Deps } from '../runtime/deps'
import type { UseCase } from '../runtime/serve'
import { assistRows, readCards } from './assist.sql'
import { countDeals } from './deal'

export const assists: UseCase<typeof staffPromotion.assists> = async (deps, _caller, input) => {
  const { status, page, pageSize } = input
  const [rows, counts, store] = await Promise.all([
    deps.db
      .selectFrom('assist_campaign')
      .selectAll()
      .where('store_id', '=', deps.storeId)
      .$if(status !== 'all', (q) => q.where('status', '=', status as Exclude<typeof status, 'all'>))
      .orderBy('updated_at', 'desc')
      .orderBy('id')
      .limit(pageSize)
      .offset((page - 1) * pageSize)
      .execute(),
    countDeals(deps, 'assist_campaign'),
    deps.db.selectFrom('store').select('settings').where('id', '=', deps.storeId).executeTakeFirst(),
  ])
  const isOff = store?.settings.assistOff ?? false
  return ok({ rows: await assistRows(deps, rows), total: counts[status], counts, isOff })
}

export const viewAssist = async (deps: Deps, id: AssistCampaignId) => {
  const rows = await deps.db
    .selectFrom('assist_campaign')
    .selectAll()
    .where('store_id', '=', deps.storeId)
    .where('id', '=', id)
    .execute()
  const [row] = await assistRows(deps, rows)
  return row ? { ...row, findings: lintCampaign(row.draft) } : null
}

export const openAssist: UseCase<typeof staffPromotion.assist> = async (deps, _caller, { campaignId }) => {
  const [view, cards] = await Promise.all([viewAssist(deps, campaignId), readCards(deps, campaignId)])
  return view ? ok({ ...view, cards }) : refuse({ code: 'deal.unknown' })
}
