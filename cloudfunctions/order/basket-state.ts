/** The facts as the calculation takes them: the way the goods are bought, the shop's promotions, and the shopper's own deals. */
import type { BasketState } from '@/domain/order/place'
import type { EpochMs } from '@/domain/time'
import type { AgreedFlash } from '../flash/agree-on-flash'
import type { AgreedPart } from '../group-buy/agree-on-part'
import type { AgreedSale } from '../sale/agree-on-sale'
import type { BasketFactsRow } from './basket.sql'
import type { Wallet } from './wallet.sql'

/** In a group, in a flash sale, in a group sale, or plainly. */
export type BoughtAs = {
  readonly group: AgreedPart | null
  readonly flash: AgreedFlash | null
  readonly sale?: AgreedSale
}
export const PLAINLY: BoughtAs = { group: null, flash: null }

/** What the shopper brings; null where they named nothing of it. */
export type Own = { readonly wallet: Wallet; readonly usePoints: boolean }

/** A group's price rests on everybody in it, so points don't count there; what else counts is for the deals themselves to say. */
export const basketState = (facts: BasketFactsRow, bought: BoughtAs, own: Own | null, now: EpochMs): BasketState => ({
  skus: skusOf(facts, bought),
  level: facts.member?.level ?? 'ordinary',
  templates: facts.templates,
  deals:
    own || facts.promotions.length > 0
      ? {
          now,
          promotions: facts.promotions,
          coupons: own?.wallet.coupons,
          points: own && !bought.group ? { balance: own.wallet.points, use: own.usePoints } : undefined,
        }
      : undefined,
})

const skusOf = ({ skus }: BasketFactsRow, { group, flash, sale }: BoughtAs): BasketState['skus'] => {
  if (group) return skus.map((sku) => ({ ...sku, special: group.special }))
  const prices = (flash ?? sale)?.prices
  return prices ? skus.map((sku) => ({ ...sku, special: prices.get(sku.skuId) })) : skus
}
