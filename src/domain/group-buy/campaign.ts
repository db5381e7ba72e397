/**
 * A group campaign: what the shop promises for one product while it runs. A group copies the bargain when it is opened
 * (size, threshold, life, prices), so a change under way counts for groups opened afterwards.
 */
import type { SkuId } from '../ids'
import type { Fen } from '../money'
import { MINUTE, type EpochMs } from '../time'
import { GROUP_LIFE, GROUP_SIZE } from './group'

export type CampaignStatus = 'draft' | 'live' | 'paused' | 'ended'
/** `pause` stops new groups, open ones go on; `end` is for good, of a draft too. */
export type CampaignAct = 'edit' | 'publish' | 'pause' | 'resume' | 'end'

const statusAfter = {
  draft: { edit: 'draft', publish: 'live', end: 'ended' },
  live: { edit: 'live', pause: 'paused', end: 'ended' },
  paused: { edit: 'paused', resume: 'live', end: 'ended' },
  ended: {},
} as const satisfies Record<CampaignStatus, Partial<Record<CampaignAct, CampaignStatus>>>

/** What staff may do in `status`; screens draw exactly these. */
export const campaignActs = (status: CampaignStatus): CampaignAct[] => Object.keys(statusAfter[status]) as CampaignAct[]

/** The status that `act` leads to; null where it is not open. */
export const afterAct = (status: CampaignStatus, act: CampaignAct): CampaignStatus | null =>
  (statusAfter[status] as Partial<Record<CampaignAct, CampaignStatus>>)[act] ?? null

export type CampaignPhase = 'before' | 'running' | 'after'

/** Both ends count as instants: it runs from the first and stops at the last. */
export const campaignPhase = (at: { startsAt: EpochMs; endsAt: EpochMs }, now: EpochMs): CampaignPhase =>
  now < at.startsAt ? 'before' : now < at.endsAt ? 'running' : 'after'

export type CampaignTerms = {
  readonly size: number
  /** So many are enough when time is up; null: only a full group counts. */
  readonly minSize: number | null
  readonly lifeMinutes: number
  readonly startsAt: EpochMs
  readonly endsAt: EpochMs
}

export type TermsProblem =
  | { readonly code: 'campaign.size'; readonly min: number; readonly max: number }
  | { readonly code: 'campaign.threshold' }
  | { readonly code: 'campaign.life'; readonly minMinutes: number; readonly maxMinutes: number }
  | { readonly code: 'campaign.dates' }

/** Everything that is wrong with the terms, in the order of the form. WeChat's operating rules 5.1.7 and 5.1.8 set size and life. */
export const termsProblems = (terms: CampaignTerms): TermsProblem[] => {
  const { size, minSize, lifeMinutes } = terms
  const life = { minMinutes: GROUP_LIFE.min / MINUTE, maxMinutes: GROUP_LIFE.max / MINUTE }
  const problems: TermsProblem[] = []
  if (size < GROUP_SIZE.min || size > GROUP_SIZE.max) problems.push({ code: 'campaign.size', ...GROUP_SIZE })
  if (minSize !== null && (minSize < GROUP_SIZE.min || minSize >= size)) problems.push({ code: 'campaign.threshold' })
  if (lifeMinutes < life.minMinutes || lifeMinutes > life.maxMinutes) problems.push({ code: 'campaign.life', ...life })
  if (terms.startsAt >= terms.endsAt) problems.push({ code: 'campaign.dates' })
  return problems
}

/** A SKU as the shop has it; `groupPriceFen` is what the campaign has saved, null where the SKU takes no part. */
export type CampaignSkuFacts = {
  readonly skuId: SkuId
  readonly salePriceFen: Fen
  readonly memberPriceFen: Fen | null
  readonly costFen: Fen | null
  readonly available: number
  readonly groupPriceFen: Fen | null
  /** Pieces that groups have taken of the campaign's share. */
  readonly taken: number
}
export type CampaignPrice = { readonly skuId: SkuId; readonly priceFen: Fen; readonly stockShare: number }

export type PriceProblem =
  | { readonly code: 'campaign.sku-unknown'; readonly skuId: SkuId }
  | { readonly code: 'campaign.price-not-lower'; readonly skuId: SkuId; readonly salePriceFen: Fen }
  | { readonly code: 'campaign.share-below-taken'; readonly skuId: SkuId; readonly taken: number }

/** Everything that forbids these prices. A SKU left out gives up its share, so it can't be one that groups have taken of. */
export const priceProblems = (prices: readonly CampaignPrice[], skus: readonly CampaignSkuFacts[]): PriceProblem[] => {
  const problems: PriceProblem[] = []
  for (const { skuId, priceFen, stockShare } of prices) {
    const sku = skus.find((each) => each.skuId === skuId)
    if (!sku) {
      problems.push({ code: 'campaign.sku-unknown', skuId })
      continue
    }
    const { salePriceFen, taken } = sku
    if (priceFen >= salePriceFen) problems.push({ code: 'campaign.price-not-lower', skuId, salePriceFen })
    if (stockShare < taken) problems.push({ code: 'campaign.share-below-taken', skuId, taken })
  }
  for (const { skuId, taken, groupPriceFen } of skus)
    if (groupPriceFen !== null && taken > 0 && !prices.some((price) => price.skuId === skuId))
      problems.push({ code: 'campaign.share-below-taken', skuId, taken })
  return problems
}

export type PriceWarning =
  | { readonly code: 'below-cost'; readonly skuId: SkuId; readonly costFen: Fen }
  | { readonly code: 'above-member'; readonly skuId: SkuId; readonly memberPriceFen: Fen }
  | { readonly code: 'share-over-shelf'; readonly skuId: SkuId; readonly available: number }

/** What staff should know and may still do. What groups hold has left the shelf already, so only the rest of a share counts. */
export const priceWarnings = (prices: readonly CampaignPrice[], skus: readonly CampaignSkuFacts[]): PriceWarning[] =>
  prices.flatMap(({ skuId, priceFen, stockShare }): PriceWarning[] => {
    const sku = skus.find((each) => each.skuId === skuId)
    if (!sku) return []
    const { costFen, memberPriceFen, salePriceFen, available, taken } = sku
    return [
      ...(costFen !== null && priceFen < costFen ? [{ code: 'below-cost', skuId, costFen } as const] : []),
      ...(memberPriceFen !== null && priceFen >= memberPriceFen && priceFen < salePriceFen
        ? [{ code: 'above-member', skuId, memberPriceFen } as const]
        : []),
      ...(stockShare - taken > available ? [{ code: 'share-over-shelf', skuId, available } as const] : []),
    ]
  })
