import type { staffStore } from '@/contract/staff-store'
import { ok } from '@/domain/result'
import { changedFields } from '@/domain/staff/changed-fields'
import { forgetShop } from '../catalog/shop-memory'
import { audit } from '../runtime/audit'
import type { UseCase } from '../runtime/serve'
import { lockStore, writeSettings } from './settings.sql'

export const saveSettings: UseCase<typeof staffStore.saveSettings> = async (deps, caller, input) => {
  const wanted = { ...input, notice: input.notice || null }
  await deps.db.transaction().execute(async (trx) => {
    const before = await lockStore(trx, deps)
    await writeSettings(trx, deps, wanted)
    await audit(trx, deps, caller, {
      action: 'store.saveSettings',
      subject: deps.storeId,
      subjectName: wanted.name,
      ...changedFields(before, wanted),
    })
  })
  forgetShop(deps)
  return ok(wanted)
}
