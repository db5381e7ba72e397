/** Staff correct the shelf: goods came, went bad, came back. Sent twice it happens once. */
import type { staffCatalog } from '@/contract/staff-catalog'
import { ok, refuse } from '@/domain/result'
import { forgetShop } from '../catalog/shop-memory'
import { brokenConstraint } from '../runtime/db/errors'
import type { UseCase } from '../runtime/serve'
import { adjust, findAvailable } from './adjust-stock.sql'

export const adjustStock: UseCase<typeof staffCatalog.adjustStock> = async (deps, caller, input) => {
  const outcome = await adjust(deps, caller, input).catch((error: unknown) => {
    const constraint = brokenConstraint(error)
    if (constraint === 'sku_short' || constraint === 'stock_request_repeated') return constraint
    throw error
  })
  const stock = await findAvailable(deps, input.skuId)
  if (!stock) return refuse({ code: 'sku.unknown' })
  if (outcome === 'sku_short') return refuse({ code: 'stock.below-zero', available: stock.available })
  forgetShop(deps)
  return ok({ available: stock.available })
}
