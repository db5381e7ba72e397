/** Opens a draft: its terms are looked at by the rule and by today's prices, its leader and community by how they stand. */
import type { SaleMoveRefusal } from '@/contract/leader'
import type { SaleId } from '@/domain/ids'
import { refuse, type Result } from '@/domain/result'
import { lockCommunity } from '../community/lock-community'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import { moveSaleBy, type MovedSale } from '../sale/move-sale'
import { beginSale } from './begin-sale'
import { findWrittenSale, lockWrittenSale } from './sale-terms.sql'
import { holdStanding, mayOpenSales } from './standing.sql'
import { whyNotOpen } from './why-not-open'
import type { Author } from './write-sale'

/** Leader and community are locked before the sale, as everywhere; a draft that changes hands meanwhile has changed. */
export const openSaleBy = async (
  trx: Trx,
  deps: Deps,
  saleId: SaleId,
  by: Author,
): Promise<Result<MovedSale, SaleMoveRefusal>> => {
  const found = await findWrittenSale(trx, deps, saleId)
  if (!found || (by.role === 'leader' && found.leaderId !== by.id)) return refuse({ code: 'sale.unknown' })
  const { leaderId, communityId } = found
  // a move that the state forbids is told as such, whatever else is wrong by now
  if (found.state !== 'draft') return moveSaleBy(trx, deps, saleId, 'open', by)
  if (leaderId && !mayOpenSales(await holdStanding(trx, deps, leaderId))) return refuse({ code: 'leader.not-approved' })
  const community = communityId && (await lockCommunity(trx, deps, communityId))
  if (leaderId && (!community || community.leaderId !== leaderId)) return refuse({ code: 'community.not-yours' })
  if (community && community.state !== 'active') return refuse({ code: 'community.not-active' })
  const sale = await lockWrittenSale(trx, deps, saleId)
  if (sale?.leaderId !== leaderId || sale.communityId !== communityId) return refuse({ code: 'sale.changed' })
  const no = sale.state === 'draft' ? await whyNotOpen(trx, deps, sale) : null
  return no ?? beginSale(trx, deps, saleId, by)
}
