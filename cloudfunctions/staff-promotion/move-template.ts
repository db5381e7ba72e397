/** Publishes, rests and ends a coupon template. Coupons that are out stay good. */
import type { staffPromotion } from '@/contract/staff-promotion'
import { templateFaults } from '@/domain/coupon/template-faults'
import { ok, refuse } from '@/domain/result'
import { audit } from '../runtime/audit'
import type { UseCase } from '../runtime/serve'
import { openAct } from './open-act'
import { reopened } from './save-template'
import { lockTemplate, templateOf } from './template.sql'

type Moved = Awaited<ReturnType<UseCase<typeof staffPromotion.moveTemplate>>>
type No = Extract<Moved, { ok: false }>

export const moveTemplate: UseCase<typeof staffPromotion.moveTemplate> = async (deps, caller, input) => {
  const { templateId, version, act } = input
  const moved = await deps.db.transaction().execute(async (trx): Promise<{ ok: true } | No> => {
    const open = openAct(await lockTemplate(trx, deps, templateId), version, act)
    if (!open.ok) return open
    const { row: before, status } = open.value
    const faults = status === 'live' ? templateFaults(templateOf(before), deps.now()) : []
    if (faults.length > 0) return refuse({ code: 'template.faults', faults })
    await trx
      .updateTable('coupon_template')
      .set({ status, version: version + 1, updated_at: new Date(deps.now()) })
      .where('store_id', '=', deps.storeId)
      .where('id', '=', templateId)
      .execute()
    await audit(trx, deps, caller, {
      action: `coupon.${act}`,
      subject: templateId,
      subjectName: before.name,
      before: { campaignStatus: before.status },
      after: { campaignStatus: status },
    })
    return ok(undefined)
  })
  return moved.ok ? reopened(deps, templateId) : moved
}
