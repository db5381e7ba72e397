import type { staffGroupBuy } from '@/contract/staff-group-buy'
import { ok } from '@/domain/result'
import type { UseCase } from '../runtime/serve'
import { listCampaigns } from './campaign-list.sql'

export const campaigns: UseCase<typeof staffGroupBuy.campaigns> = async (deps, _caller, filter) =>
  ok(await listCampaigns(deps, filter))
