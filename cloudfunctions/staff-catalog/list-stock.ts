import type { staffCatalog } from '@/contract/staff-catalog'
import { ok } from '@/domain/result'
import type { UseCase } from '../runtime/serve'
import { listStock } from './stock.sql'

export const stock: UseCase<typeof staffCatalog.stock> = async (deps, _caller, filter) =>
  ok(await listStock(deps, filter))
