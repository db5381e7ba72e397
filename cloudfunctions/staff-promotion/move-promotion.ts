/** Publishes, rests and ends a promotion. What went live is trusted by the calculation, so it is looked at anew. */
import type { staffPromotion } from '@/contract/staff-promotion'
import { promotionFaults } from '@/domain/promotion/promotion-faults'
import { ok, refuse } from '@/domain/result'
import { audit } from '../runtime/audit'
import type { UseCase } from '../runtime/serve'
import { openAct } from './open-act'
import { lockPromotion, promotionOf } from './promotion.sql'
import { promotionReopened } from './save-promotion'

type Moved = Awaited<ReturnType<UseCase<typeof staffPromotion.movePromotion>>>
type No = Extract<Moved, { ok: false }>

export const movePromotion: UseCase<typeof staffPromotion.movePromotion> = async (deps, caller, input) => {
  const { promotionId, version, act } = input
  const moved = await deps.db.transaction().execute(async (trx): Promise<{ ok: true } | No> => {
    const open = openAct(await lockPromotion(trx, deps, promotionId), version, act)
    if (!open.ok) return open
    const { row: before, status } = open.value
    if (status === 'live') {
      const promotion = promotionOf(before)
      const faults = promotionFaults(promotion)
      if (faults.length > 0) return refuse({ code: 'promotion.faults', faults })
      if (promotion.endsAt <= deps.now()) return refuse({ code: 'deal.dates' })
    }
    await trx
      .updateTable('promotion')
      .set({ status, version: version + 1, updated_at: new Date(deps.now()) })
      .where('store_id', '=', deps.storeId)
      .where('id', '=', promotionId)
      .execute()
    await audit(trx, deps, caller, {
      action: `promotion.${act}`,
      subject: promotionId,
      subjectName: before.name,
      before: { campaignStatus: before.status },
      after: { campaignStatus: status },
    })
    return ok(undefined)
  })
  return moved.ok ? promotionReopened(deps, promotionId) : moved
}
