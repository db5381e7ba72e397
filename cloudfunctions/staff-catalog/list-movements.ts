import type { staffCatalog } from '@/contract/staff-catalog'
import { ok, refuse } from '@/domain/result'
import type { UseCase } from '../runtime/serve'
import { readLedger } from './movements.sql'

export const movements: UseCase<typeof staffCatalog.movements> = async (deps, _caller, { skuId, cursor }) => {
  const ledger = await readLedger(deps, skuId, cursor)
  return ledger ? ok(ledger) : refuse({ code: 'sku.unknown' })
}
