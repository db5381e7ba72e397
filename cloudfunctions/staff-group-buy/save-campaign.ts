/**
 * Adds a campaign as a draft or changes one that is not over. Groups that are open have copied what they were opened
 * under and keep it.
 */
import type { CampaignSku, staffGroupBuy } from '@/contract/staff-group-buy'
import type { ParsedOf } from '@/contract/define'
import { afterAct, priceProblems, termsProblems } from '@/domain/group-buy/campaign'
import type { GroupCampaignId } from '@/domain/ids'
import { ok, refuse } from '@/domain/result'
import { changedFields } from '@/domain/staff/changed-fields'
import { forgetShop } from '../catalog/shop-memory'
import { audit } from '../runtime/audit'
import { brokenConstraint, retryConflicts } from '../runtime/db/errors'
import type { Deps } from '../runtime/deps'
import type { UseCase } from '../runtime/serve'
import { readSkus } from './campaign-skus.sql'
import { lockCampaign, type CampaignRecord } from './campaign.sql'
import { viewCampaign } from './open-campaign'
import { insertCampaign, lockPrices, updateCampaign, writePrices } from './save-campaign.sql'

type Input = ParsedOf<typeof staffGroupBuy.saveCampaign>
type Saved = Awaited<ReturnType<UseCase<typeof staffGroupBuy.saveCampaign>>>
type Written = { ok: true; value: GroupCampaignId } | Extract<Saved, { ok: false }>

export const saveCampaign: UseCase<typeof staffGroupBuy.saveCampaign> = async (deps, caller, input) => {
  const [wrong] = termsProblems(input)
  if (wrong) return refuse(wrong)
  const written = await retryConflicts(() =>
    deps.db.transaction().execute(async (trx): Promise<Written> => {
      const before = input.campaignId ? await lockCampaign(trx, deps, input.campaignId) : null
      const no = input.campaignId ? whyNot(before, input) : null
      if (no) return no
      if (before) await lockPrices(trx, deps, before.id)
      const known = await readSkus(trx, deps, input.productId, before?.id ?? null)
      const [problem] = priceProblems(input.prices, known)
      if (problem) return refuse(problem)
      const campaignId = before?.id ?? deps.newId('gcp')
      await (before ? updateCampaign : insertCampaign)(trx, deps, campaignId, input)
      await writePrices(trx, deps, campaignId, input.prices)
      await audit(trx, deps, caller, {
        action: before ? 'campaign.change' : 'campaign.add',
        subject: campaignId,
        subjectName: input.name,
        ...changedFields(before ? factsOf(before, pricesOf(known)) : {}, factsOf(input, input.prices)),
      })
      return ok(campaignId)
    }),
  ).catch((error: unknown): Written => {
    // only where somebody bought between the look and the write, which the locks leave no room for
    if (brokenConstraint(error) === 'group_share_short') return refuse({ code: 'campaign.changed' })
    throw error
  })
  return written.ok ? reopened(deps, written.value) : written
}

const whyNot = (before: CampaignRecord | null, input: Input): Extract<Saved, { ok: false }> | null => {
  if (!before) return refuse({ code: 'campaign.unknown' })
  if (before.version !== input.version) return refuse({ code: 'campaign.changed' })
  if (!afterAct(before.status, 'edit')) return refuse({ code: 'campaign.act-not-open', act: 'edit' })
  if (before.status !== 'draft' && before.productId !== input.productId)
    return refuse({ code: 'campaign.product-fixed' })
  return null
}

/** The view after a change that has just been committed: it can't be gone. */
export const reopened = async (deps: Deps, campaignId: GroupCampaignId): Promise<Extract<Saved, { ok: true }>> => {
  forgetShop(deps)
  const view = await viewCampaign(deps, campaignId)
  if (!view) throw new Error('a campaign was written and is not there')
  return ok(view)
}

type Price = { skuId: string; priceFen: number; stockShare: number }

const pricesOf = (skus: readonly CampaignSku[]): Price[] =>
  skus.flatMap(({ skuId, groupPriceFen, stockShare }) =>
    groupPriceFen === null ? [] : [{ skuId, priceFen: groupPriceFen, stockShare }],
  )

/** Flat, with one field a SKU, so that the trail keeps the prices that changed and not all of them. */
const factsOf = (terms: Input | CampaignRecord, prices: readonly Price[]): Record<string, unknown> => {
  const { name, productId, size, minSize, lifeMinutes, perPerson, mostPieces, startsAt, endsAt } = terms
  return {
    ...{ name, productId, size, minSize, lifeMinutes, perPerson, mostPieces, startsAt, endsAt },
    ...Object.fromEntries(prices.map(({ skuId, ...price }) => [`sku:${skuId}`, price])),
  }
}
