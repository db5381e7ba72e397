import type { staffCatalog } from '@/contract/staff-catalog'
import { ok } from '@/domain/result'
import type { UseCase } from '../runtime/serve'
import { listProducts } from './product-list.sql'

export const products: UseCase<typeof staffCatalog.products> = async (deps, _caller, filter) =>
  ok(await listProducts(deps, filter))
