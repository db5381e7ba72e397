/** Adds a coupon template as a draft or changes one that is not over. Coupons that are out keep the terms they were claimed under. */
import type { staffPromotion } from '@/contract/staff-promotion'
import type { ParsedOf } from '@/contract/define'
import { templateFaults } from '@/domain/coupon/template-faults'
import type { CouponTemplate } from '@/domain/coupon/template'
import type { CouponTemplateId } from '@/domain/ids'
import { ok, refuse } from '@/domain/result'
import { changedFields } from '@/domain/staff/changed-fields'
import { epochMs } from '@/domain/time'
import { forgetShop } from '../catalog/shop-memory'
import { audit } from '../runtime/audit'
import { retryConflicts } from '../runtime/db/errors'
import type { Deps } from '../runtime/deps'
import type { UseCase } from '../runtime/serve'
import { openAct } from './open-act'
import { lockTemplate, templateColumns, templateOf } from './template.sql'
import { viewTemplate } from './templates'

type Input = ParsedOf<typeof staffPromotion.saveTemplate>
type Saved = Awaited<ReturnType<UseCase<typeof staffPromotion.saveTemplate>>>
type No = Extract<Saved, { ok: false }>

export const saveTemplate: UseCase<typeof staffPromotion.saveTemplate> = async (deps, caller, input) => {
  const written = await retryConflicts(() =>
    deps.db.transaction().execute(async (trx): Promise<{ ok: true; value: CouponTemplateId } | No> => {
      const before = input.templateId ? await lockTemplate(trx, deps, input.templateId) : null
      if (input.templateId) {
        const open = openAct(before, input.version, 'edit')
        if (!open.ok) return open
        const { issued } = open.value.row
        if (input.budget < issued) return refuse({ code: 'template.budget-below-issued', issued })
      }
      const id: CouponTemplateId = input.templateId ?? deps.newId('ctp')
      const template = templateFrom(input, id, before?.status ?? 'draft')
      const faults = templateFaults(template, deps.now())
      // a draft may still be wrong; what people can get may not
      if (template.status !== 'draft' && faults.length > 0) return refuse({ code: 'template.faults', faults })
      const columns = templateColumns(deps, template)
      if (before)
        await trx
          .updateTable('coupon_template')
          .set({ ...columns, version: before.version + 1 })
          .where('store_id', '=', deps.storeId)
          .where('id', '=', id)
          .execute()
      else
        await trx
          .insertInto('coupon_template')
          .values({ ...columns, store_id: deps.storeId, id, status: 'draft', created_at: columns.updated_at })
          .execute()
      await audit(trx, deps, caller, {
        action: before ? 'coupon.change' : 'coupon.add',
        subject: id,
        subjectName: template.name,
        ...changedFields<Partial<Facts>>(before ? factsOf(templateOf(before)) : {}, factsOf(template)),
      })
      return ok(id)
    }),
  )
  return written.ok ? reopened(deps, written.value) : written
}

/** The view after a change that has just been committed: it can't be gone. */
export const reopened = async (deps: Deps, id: CouponTemplateId): Promise<Extract<Saved, { ok: true }>> => {
  forgetShop(deps)
  const view = await viewTemplate(deps, id)
  if (!view) throw new Error('a coupon template was written and is not there')
  return ok(view)
}

/** The draft as typed, as the rules read it. */
export const templateFrom = (
  { templateId: _id, version: _version, ...input }: Input,
  id: CouponTemplateId,
  status: CouponTemplate['status'],
): CouponTemplate => {
  const { claimFromAt, claimUntilAt, validity } = input
  return {
    ...input,
    id,
    status,
    claimFromAt: claimFromAt === null ? null : epochMs(claimFromAt),
    claimUntilAt: claimUntilAt === null ? null : epochMs(claimUntilAt),
    validity:
      validity.kind === 'days'
        ? validity
        : { kind: 'dates', fromAt: epochMs(validity.fromAt), untilAt: epochMs(validity.untilAt) },
  }
}

type Facts = Omit<CouponTemplate, 'id' | 'status'>
const factsOf = ({ id: _id, status: _status, ...facts }: CouponTemplate): Facts => facts
