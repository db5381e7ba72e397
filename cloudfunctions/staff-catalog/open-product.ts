import type { staffCatalog } from '@/contract/staff-catalog'
import { ok, refuse } from '@/domain/result'
import type { UseCase } from '../runtime/serve'
import { readStaffProduct } from './product.sql'

export const openProduct: UseCase<typeof staffCatalog.product> = async (deps, _caller, { productId }) => {
  const product = await readStaffProduct(deps.db, deps, productId)
  return product ? ok(product) : refuse({ code: 'product.unknown' })
}
