/** Publishes, pauses, resumes or ends a campaign. Groups that are open go on to their own end, whatever becomes of it. */
import type { staffGroupBuy } from '@/contract/staff-group-buy'
import type { ParsedOf } from '@/contract/define'
import { afterAct, campaignPhase, priceProblems, termsProblems } from '@/domain/group-buy/campaign'
import { ok, refuse } from '@/domain/result'
import { audit } from '../runtime/audit'
import { brokenConstraint } from '../runtime/db/errors'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import type { UseCase } from '../runtime/serve'
import { findProduct, readSkus } from './campaign-skus.sql'
import { findCampaign, lockCampaign, type CampaignRecord } from './campaign.sql'
import { reopened } from './save-campaign'
import { findRival, writeStatus } from './save-campaign.sql'

type Input = ParsedOf<typeof staffGroupBuy.moveCampaign>
type Moved = Awaited<ReturnType<UseCase<typeof staffGroupBuy.moveCampaign>>>
type No = Extract<Moved, { ok: false }>

export const moveCampaign: UseCase<typeof staffGroupBuy.moveCampaign> = async (deps, caller, input) => {
  const { campaignId, act } = input
  const moved = await deps.db
    .transaction()
    .execute(async (trx): Promise<{ ok: true } | No> => {
      const before = await lockCampaign(trx, deps, campaignId)
      if (!before) return refuse({ code: 'campaign.unknown' })
      if (before.version !== input.version) return refuse({ code: 'campaign.changed' })
      const status = afterAct(before.status, act)
      if (!status) return refuse({ code: 'campaign.act-not-open', act })
      const no = status === 'live' ? await whyNotLive(trx, deps, before) : null
      if (no) return no
      await writeStatus(trx, deps, campaignId, status)
      await audit(trx, deps, caller, {
        action: `campaign.${act}`,
        subject: campaignId,
        subjectName: before.name,
        before: { campaignStatus: before.status },
        after: { campaignStatus: status },
      })
      return ok(undefined)
    })
    .catch((error: unknown) => takenMeanwhile(deps, input, error))
  return moved.ok ? reopened(deps, campaignId) : moved
}

/** Everything is looked at anew: a draft may be old, and the shop's prices have moved since. */
const whyNotLive = async (trx: Trx, deps: Deps, campaign: CampaignRecord): Promise<No | null> => {
  const [wrong] = termsProblems(campaign)
  if (wrong) return refuse(wrong)
  if (campaignPhase(campaign, deps.now()) === 'after') return refuse({ code: 'campaign.dates' })
  const product = await findProduct(trx, deps, campaign.productId)
  if (!product?.isOnSale) return refuse({ code: 'campaign.product-off' })
  const skus = await readSkus(trx, deps, campaign.productId, campaign.id)
  const prices = skus.flatMap(({ skuId, groupPriceFen, stockShare }) =>
    groupPriceFen === null ? [] : [{ skuId, priceFen: groupPriceFen, stockShare }],
  )
  const [problem] = priceProblems(prices, skus)
  if (problem) return refuse(problem)
  const rival = await findRival(trx, deps, campaign.productId, campaign.id)
  return rival && refuse({ code: 'campaign.product-taken', ...rival })
}

/** Two drafts of one product, published in the same moment: the unique index lets one through. */
const takenMeanwhile = async (deps: Deps, { campaignId }: Input, error: unknown): Promise<No> => {
  if (brokenConstraint(error) !== 'campaign_product_taken') throw error
  const campaign = await findCampaign(deps.db, deps, campaignId)
  const rival = campaign && (await findRival(deps.db, deps, campaign.productId, campaignId))
  // the other one has ended again within the same moment: looking anew says how things stand
  return rival ? refuse({ code: 'campaign.product-taken', ...rival }) : refuse({ code: 'campaign.changed' })
}
