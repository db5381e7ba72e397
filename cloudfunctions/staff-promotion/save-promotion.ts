/** Adds a promotion as a draft or changes one that is not over. Orders keep the promotion as their quote explains it. */
import type { staffPromotion } from '@/contract/staff-promotion'
import type { ParsedOf } from '@/contract/define'
import type { PromotionId } from '@/domain/ids'
import { promotionFaults } from '@/domain/promotion/promotion-faults'
import type { Promotion } from '@/domain/promotion/promotion'
import { ok, refuse } from '@/domain/result'
import { changedFields } from '@/domain/staff/changed-fields'
import { epochMs } from '@/domain/time'
import { sql } from 'kysely'
import { forgetShop } from '../catalog/shop-memory'
import { audit } from '../runtime/audit'
import { retryConflicts } from '../runtime/db/errors'
import type { Deps } from '../runtime/deps'
import type { UseCase } from '../runtime/serve'
import { openAct } from './open-act'
import { findPromotion, lockPromotion, promotionColumns, promotionOf } from './promotion.sql'

type Saved = Awaited<ReturnType<UseCase<typeof staffPromotion.savePromotion>>>
type No = Extract<Saved, { ok: false }>
type Input = ParsedOf<typeof staffPromotion.savePromotion>

export const savePromotion: UseCase<typeof staffPromotion.savePromotion> = async (deps, caller, input) => {
  if (input.startsAt >= input.endsAt) return refuse({ code: 'deal.dates' })
  const written = await retryConflicts(() =>
    deps.db.transaction().execute(async (trx): Promise<{ ok: true; value: PromotionId } | No> => {
      const before = input.promotionId ? await lockPromotion(trx, deps, input.promotionId) : null
      if (input.promotionId) {
        const open = openAct(before, input.version, 'edit')
        if (!open.ok) return open
      }
      const promotion = promotionFrom(input, input.promotionId ?? deps.newId('prm'))
      const faults = promotionFaults(promotion)
      if (before && before.status !== 'draft' && faults.length > 0) return refuse({ code: 'promotion.faults', faults })
      const { id } = promotion
      const columns = promotionColumns(deps, promotion)
      if (before)
        await trx
          .updateTable('promotion')
          .set({ ...columns, version: before.version + 1 })
          .where('store_id', '=', deps.storeId)
          .where('id', '=', id)
          .execute()
      else
        await trx
          .insertInto('promotion')
          .values({
            ...{ ...columns, store_id: deps.storeId, id, status: 'draft', created_at: columns.updated_at },
            // a new one goes behind those that are there
            position: sql`(select coalesce(max(position), -1) + 1 from promotion where store_id = ${deps.storeId})`,
          })
          .execute()
      await audit(trx, deps, caller, {
        action: before ? 'promotion.change' : 'promotion.add',
        subject: id,
        subjectName: promotion.name,
        ...changedFields<Record<string, unknown>>(before ? factsOf(promotionOf(before)) : {}, factsOf(promotion)),
      })
      return ok(id)
    }),
  )
  return written.ok ? promotionReopened(deps, written.value) : written
}

export const promotionReopened = async (deps: Deps, id: PromotionId): Promise<Extract<Saved, { ok: true }>> => {
  forgetShop(deps)
  const row = await findPromotion(deps, id)
  if (!row) throw new Error('a promotion was written and is not there')
  return ok(row)
}

export const promotionFrom = ({ name, scope, startsAt, endsAt, body }: Input, id: PromotionId): Promotion => ({
  ...body,
  ...{ id, name, scope },
  startsAt: epochMs(startsAt),
  endsAt: epochMs(endsAt),
})

const factsOf = ({ id: _id, ...facts }: Promotion): Record<string, unknown> => facts
