/** The campaign as it is being edited: pure changes of a draft, what is wrong with it, and how it goes back to the server. */
import type { CallInput } from '@/contract/index'
import type { CampaignSku, CampaignView } from '@/contract/staff-group-buy'
import { priceProblems, priceWarnings, termsProblems } from '@/domain/group-buy/campaign'
import type { CampaignPrice, PriceProblem, PriceWarning, TermsProblem } from '@/domain/group-buy/campaign'
import type { ProductId, SkuId } from '@/domain/ids'
import type { Fen } from '@/domain/money'
import { DAY, HOUR, later } from '@/domain/time'
import type { EpochMs } from '@/domain/time'
import { copy } from './editor-copy'

/** A SKU without a price takes no part. */
export type PriceDraft = { priceFen: Fen | null; stockShare: number }

export type Draft = {
  name: string
  productId: ProductId | null
  size: number
  minSize: number | null
  lifeMinutes: number
  perPerson: number
  mostPieces: number
  startsAt: EpochMs
  endsAt: EpochMs
  prices: Readonly<Record<SkuId, PriceDraft>>
}

/** Three people, a day, one week from this hour on: published, it runs at once. */
export const emptyDraft = (now: EpochMs): Draft => {
  const startsAt = later(now, -(now % HOUR))
  return {
    ...{ name: '', productId: null, size: 3, minSize: null, lifeMinutes: 1440, perPerson: 1, mostPieces: 1 },
    ...{ startsAt, endsAt: later(startsAt, 7 * DAY), prices: {} },
  }
}

export const draftOf = (campaign: CampaignView): Draft => {
  const { name, product, size, minSize, lifeMinutes, perPerson, mostPieces, startsAt, endsAt, skus } = campaign
  const prices = skus.flatMap(({ skuId, groupPriceFen, stockShare }) =>
    groupPriceFen === null ? [] : [[skuId, { priceFen: groupPriceFen, stockShare }]],
  )
  return {
    ...{ name, productId: product.id, size, minSize, lifeMinutes, perPerson, mostPieces, startsAt, endsAt },
    prices: Object.fromEntries(prices) as Draft['prices'],
  }
}

/** The same bargain once more, from this hour on. */
export const copyOf = (campaign: CampaignView, now: EpochMs): Draft => {
  const { startsAt, endsAt } = emptyDraft(now)
  const draft = draftOf(campaign)
  return { ...draft, name: copy.copyName(draft.name), startsAt, endsAt }
}

/** A threshold is below the size; what no longer fits falls away. */
export const withSize = (draft: Draft, size: number): Draft => ({
  ...draft,
  size,
  minSize: draft.minSize !== null && draft.minSize < size ? draft.minSize : null,
})

/** Another product has other SKUs. */
export const withProduct = (draft: Draft, productId: ProductId): Draft =>
  productId === draft.productId ? draft : { ...draft, productId, prices: {} }

/** A price that is set for the first time brings what is on the shelf as its share. */
export const withPrice = (draft: Draft, sku: CampaignSku, change: Partial<PriceDraft>): Draft => {
  const old = draft.prices[sku.skuId] ?? { priceFen: null, stockShare: 0 }
  const next = { ...old, ...change }
  const isFirst = old.priceFen === null && next.priceFen !== null && next.stockShare === 0
  return {
    ...draft,
    prices: { ...draft.prices, [sku.skuId]: isFirst ? { ...next, stockShare: sku.available } : next },
  }
}

export const pricesOf = ({ prices }: Draft): CampaignPrice[] =>
  (Object.entries(prices) as [SkuId, PriceDraft][]).flatMap(([skuId, { priceFen, stockShare }]) =>
    priceFen === null ? [] : [{ skuId, priceFen, stockShare }],
  )

/** How many fields differ from what is saved. */
export const countChanges = (draft: Draft, saved: Draft): number => {
  const { prices, ...fields } = draft
  const top = (Object.keys(fields) as (keyof typeof fields)[]).filter((field) => draft[field] !== saved[field]).length
  const skuIds = [...new Set([...Object.keys(prices), ...Object.keys(saved.prices)])] as SkuId[]
  const rows = skuIds.filter((skuId) => {
    const [now, old] = [prices[skuId], saved.prices[skuId]]
    const [price, oldPrice] = [now?.priceFen ?? null, old?.priceFen ?? null]
    return price !== oldPrice || (price !== null && now?.stockShare !== old?.stockShare)
  })
  return top + rows.length
}

export type Checked = {
  /** What is still empty, in words. */
  missing: string | null
  terms: readonly TermsProblem[]
  prices: readonly PriceProblem[]
  warnings: readonly PriceWarning[]
}

/** The same rules as the server's. */
export const checkDraft = (draft: Draft, skus: readonly CampaignSku[]): Checked => {
  const prices = pricesOf(draft)
  const missing =
    draft.productId === null ? 'product' : !draft.name.trim() ? 'name' : prices.length === 0 ? 'price' : null
  return {
    missing: missing && copy.missing[missing],
    terms: termsProblems(draft),
    prices: skus.length > 0 ? priceProblems(prices, skus) : [],
    warnings: priceWarnings(prices, skus),
  }
}

type SaveInput = CallInput<'staff-group-buy', 'saveCampaign'>

/** What the server takes, or null while something it can't do without is missing. */
export const saveInput = (draft: Draft, campaign: CampaignView | null): SaveInput | null => {
  const { productId, prices: _, ...fields } = draft
  const prices = pricesOf(draft)
  if (productId === null || !draft.name.trim() || prices.length === 0) return null
  return {
    ...fields,
    productId,
    prices,
    ...(campaign ? { campaignId: campaign.id, version: campaign.version } : {}),
  }
}

/** Margin of the group price, as a share of it; null while the cost is unknown. */
export const marginOf = (priceFen: Fen, costFen: Fen | null): number | null =>
  costFen === null ? null : (priceFen - costFen) / priceFen
