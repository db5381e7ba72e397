/** Adds a pick-up point or changes one. It closes only once nobody's goods wait there; a point outside one's scope is unknown. */
import type { staffStore } from '@/contract/staff-store'
import { maskPhone } from '@/domain/member/mask-phone'
import { ok, refuse } from '@/domain/result'
import { changedFields } from '@/domain/staff/changed-fields'
import { forgetShop } from '../catalog/shop-memory'
import { audit } from '../runtime/audit'
import type { UseCase } from '../runtime/serve'
import { addPoint, changePoint, countWaiting, listPoints, lockPoint, type PointFields } from './pickup-point.sql'

type Saved = Awaited<ReturnType<UseCase<typeof staffStore.savePickupPoint>>>

const forTrail = ({ keeperPhone, ...point }: PointFields) => ({
  ...point,
  keeperPhone: keeperPhone && maskPhone(keeperPhone),
})

export const savePickupPoint: UseCase<typeof staffStore.savePickupPoint> = async (deps, caller, { id, ...point }) => {
  const scope = caller.pickupPointIds
  if (!id && scope) return refuse({ code: 'pickup-point.out-of-scope' })
  if (id && scope && !scope.includes(id)) return refuse({ code: 'pickup-point.unknown' })
  const saved = await deps.db.transaction().execute(async (trx): Promise<Saved> => {
    const before = id ? await lockPoint(trx, deps, id) : null
    if (id && !before) return refuse({ code: 'pickup-point.unknown' })
    if (id && before && point.isClosed && !before.isClosed) {
      const toPickUp = await countWaiting(trx, deps, id)
      if (toPickUp > 0) return refuse({ code: 'pickup-point.has-orders', toPickUp })
    }
    const savedId = id ?? deps.newId('pup')
    await (id ? changePoint : addPoint)(trx, deps, savedId, point)
    await audit(trx, deps, caller, {
      action: before ? 'pickup-point.change' : 'pickup-point.add',
      subject: savedId,
      subjectName: point.name,
      ...changedFields<object>(before ? forTrail(before) : {}, forTrail(point)),
    })
    return ok({ points: await listPoints(trx, deps, scope) })
  })
  if (saved.ok) forgetShop(deps)
  return saved
}
