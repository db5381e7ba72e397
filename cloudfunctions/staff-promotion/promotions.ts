/** Promotions in the order that decides which one counts, and changing that order. */
import { sql } from 'kysely'
import type { staffPromotion } from '@/contract/staff-promotion'
import type { PromotionId } from '@/domain/ids'
import { ok, refuse, type Result } from '@/domain/result'
import { forgetShop } from '../catalog/shop-memory'
import { audit } from '../runtime/audit'
import type { UseCase } from '../runtime/serve'
import { countDeals, nameLike } from './deal'
import { findPromotion, promotionRows } from './promotion.sql'

/** Those that are over stand last. */
export const promotions: UseCase<typeof staffPromotion.promotions> = async (deps, _caller, input) => {
  const { status, page, pageSize, text } = input
  const all = deps.db.selectFrom('promotion').where('store_id', '=', deps.storeId)
  const meant = all
    .$if(status !== 'all', (q) => q.where('status', '=', status as Exclude<typeof status, 'all'>))
    .$if(!!text, (q) => q.where('name', 'ilike', nameLike(text ?? '')))
  const [rows, found, tried, counts] = await Promise.all([
    meant
      .selectAll()
      .orderBy(sql`status = 'ended'`)
      .orderBy('position')
      .orderBy('id')
      .limit(pageSize)
      .offset((page - 1) * pageSize)
      .execute(),
    meant.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirst(),
    all.select('id').where('status', '<>', 'ended').orderBy('position').orderBy('id').execute(),
    countDeals(deps, 'promotion'),
  ])
  return ok({
    rows: await promotionRows(deps, rows),
    total: Number(found?.n ?? 0),
    counts,
    order: tried.map(({ id }) => id as PromotionId),
  })
}

export const openPromotion: UseCase<typeof staffPromotion.promotion> = async (deps, _caller, { promotionId }) => {
  const row = await findPromotion(deps, promotionId)
  return row ? ok(row) : refuse({ code: 'deal.unknown' })
}

type Arranged = Result<{ ok: true }, { code: 'deal.changed' }>

/** All that are not over, in their new order; a list that a colleague's work has outdated changes nothing. */
export const arrangePromotions: UseCase<typeof staffPromotion.arrangePromotions> = async (deps, caller, input) => {
  const after = [...new Set(input.promotionIds)]
  const arranged = await deps.db.transaction().execute(async (trx): Promise<Arranged> => {
    const rows = await trx
      .selectFrom('promotion')
      .select(['id', 'name'])
      .where('store_id', '=', deps.storeId)
      .where('status', '<>', 'ended')
      .orderBy('position')
      .orderBy('id')
      .forUpdate()
      .execute()
    if (rows.length !== after.length || rows.some(({ id }) => !after.some((each) => each === id)))
      return refuse({ code: 'deal.changed' })
    await sql`
      update promotion p set position = n.position - 1
      from unnest(${after}::text[]) with ordinality as n (id, position)
      where p.store_id = ${deps.storeId} and p.id = n.id`.execute(trx)
    const nameOf = (id: string) => rows.find((row) => row.id === id)?.name
    await audit(trx, deps, caller, {
      action: 'promotion.arrange',
      subject: deps.storeId,
      before: { position: rows.map(({ name }) => name) },
      after: { position: after.map(nameOf) },
    })
    return ok({ ok: true })
  })
  forgetShop(deps)
  return arranged
}
