/** Coupon templates in a list, and one with the coupons that came of it. */
import type { GrantedCoupon, staffPromotion, TemplateRow } from '@/contract/staff-promotion'
import type { CouponId, CouponTemplateId } from '@/domain/ids'
import { ok, refuse } from '@/domain/result'
import type { Deps } from '../runtime/deps'
import type { UseCase } from '../runtime/serve'
import { countDeals, instant, nameLike } from './deal'
import { findTemplates, templateRows } from './template.sql'

/** What was changed last stands first. */
export const templates: UseCase<typeof staffPromotion.templates> = async (deps, _caller, input) => {
  const { status, page, pageSize, text, ids } = input
  const meant = deps.db
    .selectFrom('coupon_template')
    .where('store_id', '=', deps.storeId)
    .$if(status !== 'all', (q) => q.where('status', '=', status as Exclude<typeof status, 'all'>))
    .$if(!!text, (q) => q.where('name', 'ilike', nameLike(text ?? '')))
    .$if(ids !== undefined, (q) => q.where('id', 'in', [...(ids ?? []), '']))
  const [rows, found, counts] = await Promise.all([
    meant
      .selectAll()
      .orderBy('updated_at', 'desc')
      .orderBy('id')
      .limit(pageSize)
      .offset((page - 1) * pageSize)
      .execute(),
    meant.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirst(),
    countDeals(deps, 'coupon_template'),
  ])
  return ok({ rows: await templateRows(deps, rows), total: Number(found?.n ?? 0), counts })
}

const NEWEST = 50

export const openTemplate: UseCase<typeof staffPromotion.template> = async (deps, _caller, { templateId }) => {
  const row = await viewTemplate(deps, templateId)
  return row ? ok({ ...row, coupons: await readCoupons(deps, { templateId }) }) : refuse({ code: 'deal.unknown' })
}

export const viewTemplate = async (deps: Deps, id: CouponTemplateId): Promise<TemplateRow | null> =>
  (await templateRows(deps, await findTemplates(deps.db, deps, [id])))[0] ?? null

/** Newest first; people by name only. */
export const readCoupons = async (
  deps: Deps,
  of: { templateId: CouponTemplateId } | { couponId: CouponId },
): Promise<GrantedCoupon[]> => {
  const rows = await deps.db
    .selectFrom('coupon as c')
    .leftJoin('member as m', (j) => j.onRef('m.store_id', '=', 'c.store_id').onRef('m.id', '=', 'c.member_id'))
    .leftJoin('orders as o', (j) => j.onRef('o.store_id', '=', 'c.store_id').onRef('o.id', '=', 'c.order_id'))
    .select(['c.id', 'm.name as member', 'c.state', 'c.source', 'c.claimed_at', 'c.expires_at', 'o.number'])
    .where('c.store_id', '=', deps.storeId)
    .where((eb) => ('couponId' in of ? eb('c.id', '=', of.couponId) : eb('c.template_id', '=', of.templateId)))
    .orderBy('c.id', 'desc')
    .limit(NEWEST)
    .execute()
  return rows.map(({ id, member, state, source, claimed_at, expires_at, number }) => ({
    ...{ id: id as CouponId, member: member ?? '', state, source, orderNumber: number },
    claimedAt: instant(claimed_at),
    expiresAt: instant(expires_at),
  }))
}
