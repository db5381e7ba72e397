/** Deals of a shop under test, one call a thing; whatever isn't said is the plainest that works. */
import { sql } from 'kysely'
import type { CouponSource } from '@/domain/coupon/claim'
import type { CouponTerms } from '@/domain/coupon/terms'
import type { CouponId, CouponTemplateId, FlashSlotId, MemberId, ProductId, PromotionId, SkuId } from '@/domain/ids'
import { fen } from '@/domain/money'
import type { LinePromotion, OrderPromotion } from '@/domain/promotion/promotion'
import { DAY, HOUR, later, type EpochMs } from '@/domain/time'
import { forgetShop } from '../../../cloudfunctions/catalog/shop-memory'
import type { Shop } from '../functions'

type TemplateWish = Partial<CouponTerms> & {
  name?: string
  status?: 'draft' | 'live' | 'paused' | 'ended'
  isClaimable?: boolean
  claimFromAt?: EpochMs
  claimUntilAt?: EpochMs
  days?: number
  until?: EpochMs
  budget?: number
  perPerson?: number
  perDay?: number
}

const termsOf = ({ offer, thresholdFen, scope, combines }: Partial<CouponTerms>): CouponTerms => ({
  offer: offer ?? { kind: 'amount', offFen: fen(500) },
  thresholdFen: thresholdFen ?? fen(0),
  scope: scope ?? { kind: 'all' },
  combines: combines ?? [],
})

/** ¥5 off everything, claimable by anybody, good for a week. */
export const aTemplate = async ({ deps }: Shop, wish: TemplateWish = {}): Promise<CouponTemplateId> => {
  const id: CouponTemplateId = deps.newId('ctp')
  const at = new Date(deps.now())
  await deps.db
    .insertInto('coupon_template')
    .values({
      store_id: deps.storeId,
      id,
      name: wish.name ?? '满减券',
      terms: JSON.stringify(termsOf(wish)),
      status: wish.status ?? 'live',
      is_claimable: wish.isClaimable ?? true,
      claim_from: wish.claimFromAt ? new Date(wish.claimFromAt) : null,
      claim_until: wish.claimUntilAt ? new Date(wish.claimUntilAt) : null,
      valid_from: wish.until ? at : null,
      valid_until: wish.until ? new Date(wish.until) : null,
      valid_days: wish.until ? null : (wish.days ?? 7),
      budget: wish.budget ?? 1000,
      per_person: wish.perPerson ?? 1,
      per_day: wish.perDay ?? null,
      created_at: at,
      updated_at: at,
    })
    .execute()
  return id
}

type CouponWish = Partial<CouponTerms> & {
  name?: string
  state?: 'claimed' | 'expired' | 'voided'
  source?: CouponSource
  validFromAt?: EpochMs
  expiresAt?: EpochMs
  claimedAt?: EpochMs
}

/** A coupon in somebody's wallet, of a template of its own. */
export const aCoupon = async (shop: Shop, memberId: MemberId, wish: CouponWish = {}): Promise<CouponId> => {
  const { deps } = shop
  const id: CouponId = deps.newId('cpn')
  await deps.db
    .insertInto('coupon')
    .values({
      store_id: deps.storeId,
      id,
      template_id: await aTemplate(shop, wish),
      member_id: memberId,
      nth: 1,
      name: wish.name ?? '满减券',
      terms: JSON.stringify(termsOf(wish)),
      source: wish.source ?? 'claim',
      state: wish.state ?? 'claimed',
      valid_from: new Date(wish.validFromAt ?? later(deps.now(), -HOUR)),
      expires_at: new Date(wish.expiresAt ?? later(deps.now(), 7 * DAY)),
      claimed_at: new Date(wish.claimedAt ?? deps.now()),
    })
    .execute()
  return id
}

export const aCode = async ({ deps }: Shop, templateId: CouponTemplateId, code: string): Promise<void> => {
  await deps.db
    .insertInto('coupon_code')
    .values({
      store_id: deps.storeId,
      code,
      template_id: templateId,
      batch: '开业',
      created_at: new Date(deps.now()),
    })
    .execute()
}

export const somePoints = async ({ deps }: Shop, memberId: MemberId, points: number): Promise<void> => {
  const [store_id, member_id] = [deps.storeId, memberId]
  await deps.db.insertInto('member_points').values({ store_id, member_id, balance: points }).execute()
  await deps.db
    .insertInto('points_entry')
    .values({
      ...{ store_id, member_id, points },
      id: deps.newId('pte'),
      kind: 'granted',
      source_id: deps.newId('grt'),
      at: new Date(deps.now()),
    })
    .execute()
}

type Body<P> = P extends unknown ? Omit<P, 'id' | 'name' | 'startsAt' | 'endsAt'> : never

/** Live since an hour ago, for a day. */
export const aPromotion = async (
  { deps }: Shop,
  name: string,
  body: Body<LinePromotion | OrderPromotion>,
): Promise<PromotionId> => {
  const id: PromotionId = deps.newId('prm')
  const now = new Date(deps.now())
  await deps.db
    .insertInto('promotion')
    .values({
      store_id: deps.storeId,
      ...{ id, name, status: 'live' },
      body: JSON.stringify(body),
      starts_at: new Date(later(deps.now(), -HOUR)),
      ends_at: new Date(later(deps.now(), DAY)),
      created_at: now,
      updated_at: now,
    })
    .execute()
  return id
}

type SlotWish = {
  startsAt?: EpochMs
  endsAt?: EpochMs
  priceFen?: number
  stockShare?: number
  perPerson?: number
}

/** A slot that runs for two hours, with one SKU in it. */
export const aFlashSlot = async (
  { deps }: Shop,
  { skuId, productId }: { skuId: SkuId; productId: ProductId },
  { startsAt, endsAt, priceFen = 990, stockShare = 10, perPerson = 1 }: SlotWish = {},
): Promise<FlashSlotId> => {
  const id: FlashSlotId = deps.newId('fls')
  const [store_id, now] = [deps.storeId, new Date(deps.now())]
  await deps.db
    .insertInto('flash_slot')
    .values({
      ...{ store_id, id, name: '十点场', status: 'live' },
      starts_at: new Date(startsAt ?? later(deps.now(), -HOUR)),
      ends_at: new Date(endsAt ?? later(deps.now(), HOUR)),
      created_at: now,
      updated_at: now,
    })
    .execute()
  await deps.db
    .insertInto('flash_item')
    .values({
      ...{ store_id, slot_id: id, sku_id: skuId, product_id: productId },
      price_fen: priceFen,
      stock_share: stockShare,
      per_person: perPerson,
    })
    .execute()
  forgetShop(deps)
  return id
}

export const couponOf = async ({ deps }: Shop, id: CouponId) =>
  deps.db
    .selectFrom('coupon')
    .select(['state', 'order_id as orderId', 'expires_at as expiresAt', 'source', 'nth'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

export const pointsOf = async ({ deps }: Shop, memberId: MemberId) =>
  (await deps.db
    .selectFrom('member_points')
    .select(['balance', 'frozen', 'owed'])
    .where('member_id', '=', memberId)
    .executeTakeFirst()) ?? { balance: 0, frozen: 0, owed: 0 }

/** Rows that contradict each other; at any moment there are none. */
const contradictions = sql<{ what: string; id: string }>`
  select 'points and their ledger' as what, p.member_id as id from member_points p
  where balance + frozen - owed <> (select coalesce(sum(points), 0) from points_entry e where e.member_id = p.member_id)
    or (balance > 0 and owed > 0)
  union all
  select 'frozen points and unpaid orders', p.member_id from member_points p
  where frozen <> (select coalesce(sum((deals ->> 'points')::int), 0) from orders o
    where o.member_id = p.member_id and o.trade = 'awaiting-payment')
  union all
  select 'a coupon and its order', c.id from coupon c left join orders o on o.id = c.order_id
  where (c.state = 'claimed' and c.order_id is not null)
    or (c.state in ('locked', 'used') and not coalesce(o.deals -> 'couponIds' ? c.id, false))
    or (c.state = 'locked') <> coalesce(o.trade = 'awaiting-payment', false)
  union all
  select 'an unpaid order and its coupons', o.id from orders o, jsonb_array_elements_text(o.deals -> 'couponIds') i (id)
  where o.trade = 'awaiting-payment' and not exists (select from coupon c where c.id = i.id and c.state = 'locked' and c.order_id = o.id)
  union all
  select 'a template and its coupons', t.id from coupon_template t
  where t.issued > 0 and t.issued <> (select count(*) from coupon c where c.template_id = t.id)
  union all
  select 'a share and the orders', i.slot_id from flash_item i
  where i.taken <> (select coalesce(sum(l.quantity), 0) from orders o join order_line l on l.order_id = o.id and l.sku_id = i.sku_id
    where o.flash_slot_id = i.slot_id and o.trade not in ('cancelled', 'late-paid')
      and not exists (select from refund r where r.order_id = o.id and r.kind = 'shopper-cancel'))
  union all
  select 'a share and its buyers', i.slot_id from flash_item i
  where i.taken <> (select coalesce(sum(pieces), 0) from flash_buyer b where b.slot_id = i.slot_id and b.sku_id = i.sku_id)
  union all
  select 'stock and its ledger', s.sku_id from stock s
  where s.available <> (select coalesce(sum(quantity), 0) from stock_movement m where m.sku_id = s.sku_id)`

export const expectDealsAgree = async ({ deps }: Shop): Promise<void> =>
  expect((await contradictions.execute(deps.db)).rows).toEqual([])
