/** One campaign with its SKUs and what it brought; also the answer to every change of one. */
import type { CampaignView, staffGroupBuy } from '@/contract/staff-group-buy'
import { campaignActs, campaignPhase } from '@/domain/group-buy/campaign'
import type { GroupCampaignId } from '@/domain/ids'
import { fen } from '@/domain/money'
import { ok, refuse } from '@/domain/result'
import type { Deps } from '../runtime/deps'
import type { UseCase } from '../runtime/serve'
import { readNumbers } from './campaign-numbers.sql'
import { findCampaign } from './campaign.sql'
import { readSkus } from './campaign-skus.sql'

export const openCampaign: UseCase<typeof staffGroupBuy.campaign> = async (deps, _caller, { campaignId }) => {
  const view = await viewCampaign(deps, campaignId)
  return view ? ok(view) : refuse({ code: 'campaign.unknown' })
}

export const viewCampaign = async (deps: Deps, campaignId: GroupCampaignId): Promise<CampaignView | null> => {
  const found = await findCampaign(deps.db, deps, campaignId)
  if (!found) return null
  const { productId, title, picture, ...campaign } = found
  const [skus, numbers] = await Promise.all([
    readSkus(deps.db, deps, productId, campaignId),
    readNumbers(deps, campaignId),
  ])
  const taking = skus.flatMap(({ groupPriceFen, salePriceFen }) =>
    groupPriceFen === null ? [] : [{ groupPriceFen, salePriceFen }],
  )
  return {
    ...campaign,
    phase: campaignPhase(campaign, deps.now()),
    product: { id: productId, title, picture },
    priceFromFen: fen(Math.min(...taking.map((sku) => sku.groupPriceFen))),
    salePriceFromFen: fen(Math.min(...taking.map((sku) => sku.salePriceFen))),
    acts: campaignActs(campaign.status),
    skus,
    numbers,
  }
}
