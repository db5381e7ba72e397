import type { staffStore } from '@/contract/staff-store'
import { ok, refuse } from '@/domain/result'
import { forgetShop } from '../catalog/shop-memory'
import { audit } from '../runtime/audit'
import type { UseCase } from '../runtime/serve'
import { countProductsWith, deleteTemplate, listTemplates, lockTemplate } from './delivery-template.sql'

export const removeDeliveryTemplate: UseCase<typeof staffStore.removeDeliveryTemplate> = async (
  deps,
  caller,
  { id },
) => {
  const removed = await deps.db.transaction().execute(async (trx) => {
    const before = await lockTemplate(trx, deps, id)
    if (!before) return refuse({ code: 'template.unknown' })
    const products = await countProductsWith(trx, deps, id)
    if (products > 0) return refuse({ code: 'template.in-use', products })
    await deleteTemplate(trx, deps, id)
    await audit(trx, deps, caller, { action: 'delivery.remove', subject: id, subjectName: before.name, before })
    return ok({ templates: await listTemplates(trx, deps) })
  })
  if (removed.ok) forgetShop(deps)
  return removed
}
