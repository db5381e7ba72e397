import type { staffGroupBuy } from '@/contract/staff-group-buy'
import { ok, refuse } from '@/domain/result'
import type { UseCase } from '../runtime/serve'
import { findProduct, readSkus } from './campaign-skus.sql'

export const skusOf: UseCase<typeof staffGroupBuy.skusOf> = async (deps, _caller, { productId }) => {
  const [product, skus] = await Promise.all([
    findProduct(deps.db, deps, productId),
    readSkus(deps.db, deps, productId, null),
  ])
  return product ? ok({ title: product.title, picture: product.picture, skus }) : refuse({ code: 'product.unknown' })
}
