/** Who ordered in a sale, by pages, as far as this person's pick-up points go. */
import type { staffSale } from '@/contract/staff-sale'
import { ok } from '@/domain/result'
import { findSale, scopeOf, unknownSale } from '../leader/find-sale'
import { orderRow } from '../leader/list-sale-orders'
import { countSaleOrders, readSaleOrders } from '../leader/sale-orders.sql'
import type { UseCase } from '../runtime/serve'

export const listOrders: UseCase<typeof staffSale.orders> = async (deps, caller, input) => {
  const { saleId, pickupPointId, page, pageSize } = input
  const sale = await findSale(deps, caller, saleId)
  if (!sale) return unknownSale()
  const [rows, counts] = await Promise.all([
    readSaleOrders(
      deps,
      sale,
      scopeOf(caller),
      { tab: 'all', pickupPointId },
      { limit: pageSize, skip: (page - 1) * pageSize },
    ),
    countSaleOrders(deps, sale, scopeOf(caller), { pickupPointId }),
  ])
  return ok({ rows: rows.map(orderRow), total: counts.all })
}
