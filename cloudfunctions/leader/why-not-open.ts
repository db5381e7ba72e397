/** Everything a sale is looked at for in the moment it opens: a draft may be old, and the shop's prices have moved since. */
import type { TermsNo, SaleTerms } from '@/domain/sale/terms'
import { openSale } from '@/domain/sale/terms'
import { refuse, type Refused } from '@/domain/result'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import { readGoods } from './goods.sql'
import { areOpenPoints } from './sale-places.sql'

export const whyNotOpen = async (
  trx: Trx,
  deps: Deps,
  terms: SaleTerms,
): Promise<Refused<TermsNo | { code: 'pickup-point.unknown' }> | null> => {
  const goods = await readGoods(
    deps,
    terms.lines.map((line) => line.skuId),
    trx,
  )
  const opened = openSale(terms, [...goods.values()], deps.now())
  if (!opened.ok) return opened
  return (await areOpenPoints(trx, deps, terms.pickupPointIds)) ? null : refuse({ code: 'pickup-point.unknown' })
}
