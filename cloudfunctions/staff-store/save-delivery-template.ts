import type { staffStore } from '@/contract/staff-store'
import { ok, refuse } from '@/domain/result'
import { changedFields } from '@/domain/staff/changed-fields'
import { forgetShop } from '../catalog/shop-memory'
import { audit } from '../runtime/audit'
import type { UseCase } from '../runtime/serve'
import { listTemplates, lockTemplate, writeTemplate } from './delivery-template.sql'

export const saveDeliveryTemplate: UseCase<typeof staffStore.saveDeliveryTemplate> = async (deps, caller, input) => {
  const saved = await deps.db.transaction().execute(async (trx) => {
    const before = input.id ? await lockTemplate(trx, deps, input.id) : null
    if (input.id && !before) return refuse({ code: 'template.unknown' })
    const after = { ...input.template, id: input.id ?? deps.newId('dlv') }
    await writeTemplate(trx, deps, after)
    await audit(trx, deps, caller, {
      action: before ? 'delivery.change' : 'delivery.add',
      subject: after.id,
      subjectName: after.name,
      ...changedFields<object>(before ?? {}, after),
    })
    return ok({ templates: await listTemplates(trx, deps) })
  })
  if (saved.ok) forgetShop(deps)
  return saved
}
