/** Whether an act is open on what the staff looked at: it is there, nobody has changed it since, and its status allows it. */
import type { DealRefusal } from '@/contract/staff-promotion'
import { afterAct, type CampaignAct, type CampaignStatus } from '@/domain/group-buy/campaign'
import { ok, refuse, type Result } from '@/domain/result'

type Standing = { readonly version: number; readonly status: CampaignStatus }

/** The locked row, and its status after the act. */
export const openAct = <Row extends Standing>(
  row: Row | null,
  version: number,
  act: CampaignAct,
): Result<{ row: Row; status: CampaignStatus }, DealRefusal> => {
  if (!row) return refuse({ code: 'deal.unknown' })
  if (row.version !== version) return refuse({ code: 'deal.changed' })
  const status = afterAct(row.status, act)
  return status ? ok({ row, status }) : refuse({ code: 'deal.act-not-open', act })
}
