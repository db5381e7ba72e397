/** Publishes, rests and ends a promotion. What went live is trusted by the calculation, so it is looked at anew. */
import type { staffPromotion } from '@/contract/staff-promotion'
import { afterAct } from '@/domain/group-buy/campaign'
import { promotionFaults } from '@/domain/promotion/promotion-faults'
import { ok, refuse } from '@/domain/result'
import { audit } from '../runtime/audit'
import type { UseCase } from '../runtime/serve'
import { lockPromotion, promotionOf } from './promotion.sql'
import { promotionReopened } from './save-promotion'

type Moved = Awaited<ReturnType<UseCase<typeof staffPromotion.movePromotion>>>
type No = Extract<Moved, { ok: false }>

export const movePromotion: UseCase<typeof staffPromotion.movePromotion> = async (deps, caller, input) => {
  const { promotionId, version, act } = input
  const moved = await deps.db.transaction().execute(async (trx): Promise<{ ok: true } | No> => {
    const before = await lockPromotion(trx, deps, promotionId)
    if (!before) return refuse({ code: 'deal.unknown' })
    if (before.version !== version) return refuse({ code: 'deal.changed' })
    const status = afterAct(before.status, act)
    if (!status) return refuse({ code: 'deal.act-not-open', act })
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
