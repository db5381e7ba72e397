/** Deals of a shop under test, one call a thing; whatever isn't said is the plainest that works. */
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
  forgetShop(deps as Parameters<typeof forgetShop>[0])
  return id
}
