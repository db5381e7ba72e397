/** Exchange codes of a template, in batches named after their request; and taking one coupon back. */
import { sql } from 'kysely'
import type { staffPromotion } from '@/contract/staff-promotion'
import { plainCode } from '@/domain/coupon/code'
import { voidCoupon as mayVoid } from '@/domain/coupon/coupon'
import { ok, refuse } from '@/domain/result'
import { audit } from '../runtime/audit'
import type { Trx } from '../runtime/db/connect'
import { retryConflicts } from '../runtime/db/errors'
import type { Deps } from '../runtime/deps'
import type { UseCase } from '../runtime/serve'
import { instant } from './deal'
import { countOpenCodes, lockTemplate } from './template.sql'
import { readCoupons } from './templates'

const LENGTH = 12

type Made = Awaited<ReturnType<UseCase<typeof staffPromotion.makeCodes>>>

export const makeCodes: UseCase<typeof staffPromotion.makeCodes> = (deps, caller, input) =>
  retryConflicts(() =>
    deps.db.transaction().execute(async (trx): Promise<Made> => {
      const { templateId, count, requestId: batch } = input
      const template = await lockTemplate(trx, deps, templateId)
      if (!template) return refuse({ code: 'deal.unknown' })
      const made = await readBatch(trx, deps, templateId, batch)
      if (made.length > 0) return ok({ batch, codes: made })
      if (template.status === 'ended') return refuse({ code: 'deal.act-not-open', act: 'codes' })
      // a printed code is a promise: there are never more than there are coupons
      const left = Math.max(0, template.budget - template.issued - (await countOpenCodes(trx, deps, templateId)))
      if (count > left) return refuse({ code: 'template.codes-above-budget', left })
      const codes = new Set<string>()
      while (codes.size < count) codes.add(plainCode(deps.newCode(LENGTH)))
      await sql`
        insert into coupon_code (store_id, code, template_id, batch, created_at)
        select ${deps.storeId}, code, ${templateId}, ${batch}, ${new Date(deps.now())}::timestamptz
        from unnest(${[...codes]}::text[]) as code`.execute(trx)
      await audit(trx, deps, caller, {
        action: 'coupon.makeCodes',
        subject: templateId,
        subjectName: template.name,
        after: { quantity: count },
      })
      return ok({ batch, codes: [...codes].sort() })
    }),
  )

const readBatch = async (trx: Trx, deps: Deps, templateId: string, batch: string): Promise<string[]> =>
  (
    await trx
      .selectFrom('coupon_code')
      .select('code')
      .where('store_id', '=', deps.storeId)
      .where('template_id', '=', templateId)
      .where('batch', '=', batch)
      .orderBy('code')
      .execute()
  ).map(({ code }) => code)

type Voided = Awaited<ReturnType<UseCase<typeof staffPromotion.voidCoupon>>>

/** What an order holds or has used is beyond reach. */
export const voidCoupon: UseCase<typeof staffPromotion.voidCoupon> = async (deps, caller, { couponId, reason }) => {
  const done = await deps.db
    .transaction()
    .execute(async (trx): Promise<Exclude<Voided, { ok: true }> | { ok: true }> => {
      const held = await trx
        .selectFrom('coupon')
        .select(['state', 'name', 'valid_from', 'expires_at'])
        .where('store_id', '=', deps.storeId)
        .where('id', '=', couponId)
        .forUpdate()
        .executeTakeFirst()
      if (!held) return refuse({ code: 'deal.unknown' })
      const dates = { validFromAt: instant(held.valid_from), expiresAt: instant(held.expires_at) }
      if (held.state !== 'claimed' || !mayVoid({ ...dates, state: 'claimed' }, reason).ok)
        return refuse({ code: 'deal.act-not-open', act: 'void' })
      await trx
        .updateTable('coupon')
        .set({ state: 'voided', void_reason: reason, ended_at: new Date(deps.now()) })
        .where('store_id', '=', deps.storeId)
        .where('id', '=', couponId)
        .execute()
      await audit(trx, deps, caller, {
        action: 'coupon.void',
        subject: couponId,
        subjectName: held.name,
        before: { couponState: held.state },
        after: { couponState: 'voided', reason },
      })
      return ok(undefined)
    })
  if (!done.ok) return done
  const [coupon] = await readCoupons(deps, { couponId })
  return coupon ? ok(coupon) : refuse({ code: 'deal.unknown' })
}
