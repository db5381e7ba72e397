/** Rates: the shop's, agreed ones of leaders, those of products. They count for orders placed from now on. */
import type { CommissionTerms, staffCommission as contract } from '@/contract/staff-commission'
import type { MemberId, ProductId } from '@/domain/ids'
import { ok, refuse, type Result } from '@/domain/result'
import { epochMs } from '@/domain/time'
import { USUAL_RATE } from '../earning/last-touch.sql'
import { audit } from '../runtime/audit'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import type { StaffCaller } from '../runtime/caller'
import type { UseCase } from '../runtime/serve'
import { checkRail } from './check-rail'

/** Of a shop that never set them; the defaults of the table. */
const USUAL = { rate_bp: USUAL_RATE, floor_bp: 7_000 }

export const openTerms: UseCase<typeof contract.terms> = async (deps) => ok(await termsView(deps))

export const saveTerms: UseCase<typeof contract.saveTerms> = async (deps, caller, { rateBp, floorBp }) => {
  await deps.db.transaction().execute(async (trx) => {
    const now = new Date(deps.now())
    // a shop's first terms are changed ones, too, so that there is a row to wait for
    await trx
      .insertInto('commission_terms')
      .values({ store_id: deps.storeId, ...USUAL, updated_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const before = await trx
      .selectFrom('commission_terms')
      .select(['rate_bp', 'floor_bp'])
      .where('store_id', '=', deps.storeId)
      .forUpdate()
      .executeTakeFirstOrThrow()
    await trx
      .updateTable('commission_terms')
      .set({ rate_bp: rateBp, floor_bp: floorBp, updated_by: caller.staffId, updated_at: now })
      .where('store_id', '=', deps.storeId)
      .execute()
    await audit(trx, deps, caller, {
      action: 'commission.terms',
      subject: 'commission',
      before: { rateBp: before.rate_bp, floorBp: before.floor_bp },
      after: { rateBp, floorBp },
    })
  })
  return ok(await termsView(deps))
}

export const saveRate: UseCase<typeof contract.saveRate> = async (deps, caller, input) => {
  const saved = await deps.db
    .transaction()
    .execute((trx): Saved =>
      input.kind === 'leader'
        ? saveLeaderRate(trx, deps, caller, input.memberId, input.rateBp)
        : saveProductRate(trx, deps, caller, input.productId, input.rateBp),
    )
  return saved.ok ? ok(await termsView(deps)) : saved
}

type Saved = Promise<Result<null, { code: 'leader.unknown' } | { code: 'product.unknown' }>>

const saveLeaderRate = async (
  trx: Trx,
  deps: Deps,
  caller: StaffCaller,
  memberId: MemberId,
  rateBp: number | null,
): Saved => {
  const before = await trx
    .selectFrom('leader')
    .select('rate_bp')
    .where('store_id', '=', deps.storeId)
    .where('member_id', '=', memberId)
    .forUpdate()
    .executeTakeFirst()
  if (!before) return refuse({ code: 'leader.unknown' })
  await trx
    .updateTable('leader')
    .set({ rate_bp: rateBp })
    .where('store_id', '=', deps.storeId)
    .where('member_id', '=', memberId)
    .execute()
  await auditRate(trx, deps, caller, memberId, before.rate_bp, rateBp)
  return ok(null)
}

const saveProductRate = async (
  trx: Trx,
  deps: Deps,
  caller: StaffCaller,
  productId: ProductId,
  rateBp: number | null,
): Saved => {
  const before = await trx
    .selectFrom('product')
    .select('commission_bp')
    .where('store_id', '=', deps.storeId)
    .where('id', '=', productId)
    .forUpdate()
    .executeTakeFirst()
  if (!before) return refuse({ code: 'product.unknown' })
  await trx
    .updateTable('product')
    .set({ commission_bp: rateBp })
    .where('store_id', '=', deps.storeId)
    .where('id', '=', productId)
    .execute()
  await auditRate(trx, deps, caller, productId, before.commission_bp, rateBp)
  return ok(null)
}

const auditRate = (
  trx: Trx,
  deps: Deps,
  caller: StaffCaller,
  subject: string,
  before: number | null,
  after: number | null,
): Promise<void> =>
  audit(trx, deps, caller, {
    action: 'commission.rate',
    subject,
    before: { rateBp: before },
    after: { rateBp: after },
  })

const termsView = async (deps: Deps): Promise<CommissionTerms> => {
  const { storeId, db } = deps
  const terms = await db
    .selectFrom('commission_terms as t')
    .leftJoin('staff as s', (j) => j.onRef('s.store_id', '=', 't.store_id').onRef('s.id', '=', 't.updated_by'))
    .select(['t.rate_bp', 't.floor_bp', 't.updated_at', 's.name'])
    .where('t.store_id', '=', storeId)
    .executeTakeFirst()
  const products = await db
    .selectFrom('product')
    .select(['id', 'title', 'commission_bp'])
    .where('store_id', '=', storeId)
    .where('commission_bp', 'is not', null)
    .orderBy('title')
    .execute()
  const leaders = await db
    .selectFrom('leader as l')
    .innerJoin('member as m', (j) => j.onRef('m.store_id', '=', 'l.store_id').onRef('m.id', '=', 'l.member_id'))
    .select(['l.member_id', 'm.name', 'l.rate_bp'])
    .where('l.store_id', '=', storeId)
    .where('l.rate_bp', 'is not', null)
    .orderBy('m.name')
    .execute()
  return {
    rateBp: terms?.rate_bp ?? USUAL.rate_bp,
    floorBp: terms?.floor_bp ?? USUAL.floor_bp,
    updatedAt: terms ? epochMs(terms.updated_at.getTime()) : null,
    updatedBy: terms?.name ?? null,
    products: products.map(({ id, title, commission_bp }) => ({
      id: id as ProductId,
      title,
      commissionBp: commission_bp ?? 0,
    })),
    leaders: leaders.map(({ member_id, name, rate_bp }) => ({
      memberId: member_id as MemberId,
      name,
      rateBp: rate_bp ?? 0,
    })),
    rail: await checkRail(deps),
  }
}
