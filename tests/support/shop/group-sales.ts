/** Group sales in tests: one that is open, with its leader, and orders in it. */
import { sql } from 'kysely'
import type { CommunityId, MemberId, OrderId, PickupPointId, SaleId, SkuId } from '@/domain/ids'
import type { SaleState } from '@/domain/sale/sale'
import type { Tier } from '@/domain/sale/tier'
import { fen } from '@/domain/money'
import { DAY, HOUR, later } from '@/domain/time'
import { dataOf, type Shop } from '../functions'
import { pay, place } from './buying'

type LineWish = {
  label?: string
  /** What the shop takes, 2,000 if not said. */
  shopFen?: number
  priceFen?: number
  tiers?: readonly (readonly [fromUnits: number, priceFen: number])[]
  stockLimit?: number | null
  perPerson?: number | null
  stock?: number
}
type SaleWish = {
  state?: SaleState
  lines?: readonly LineWish[]
  /** Null: the store's own sale. */
  leaderId?: MemberId | null
  communityId?: CommunityId | null
  pickupPointIds?: readonly PickupPointId[] | null
  endsAt?: number
  keepDays?: number
}

export type TestSale = {
  readonly saleId: SaleId
  readonly leaderId: MemberId | null
  readonly pickupPointId: PickupPointId
  readonly skuIds: readonly SkuId[]
  readonly skuId: SkuId
  readonly priceFen: number
}

const aLeader = async (shop: Shop): Promise<MemberId> => {
  const memberId = await shop.aMember({ isLeader: true })
  const at = new Date(shop.clock.now())
  await shop.deps.db
    .insertInto('leader')
    .values({
      ...{ store_id: shop.deps.storeId, member_id: memberId, state: 'approved' },
      ...{ since_at: at, applied_at: at, neighbourhood: '晴川里' },
    })
    .execute()
  return memberId
}

/** Open since an hour, for two hours more; handed over tomorrow evening. One line at 1,500 without limits if nothing is said. */
export const aSale = async (shop: Shop, wish: SaleWish = {}): Promise<TestSale> => {
  const { deps, clock } = shop
  const now = clock.now()
  const leaderId = wish.leaderId === undefined ? await aLeader(shop) : wish.leaderId
  const pickupPointId = wish.pickupPointIds?.[0] ?? (await shop.aPickupPoint())
  const saleId = deps.newId('sal')
  const endsAt = wish.endsAt ?? later(now, 2 * HOUR)
  const at = new Date(later(now, -HOUR))
  await deps.db
    .insertInto('sale')
    .values({
      ...{ store_id: deps.storeId, id: saleId, leader_id: leaderId, community_id: wish.communityId ?? null },
      ...{ state: wish.state ?? 'open', title: '周日鲜食接龙', starts_at: at, ends_at: new Date(endsAt) },
      hand_over_from_at: new Date(endsAt + DAY),
      hand_over_until_at: new Date(endsAt + DAY + 3 * HOUR),
      keep_days: wish.keepDays ?? 1,
      shortage_policy: 'first-paid',
      pickup_point_ids: wish.pickupPointIds === null ? null : [...(wish.pickupPointIds ?? [pickupPointId])],
      ...{ opened_at: at, created_at: at, updated_at: at },
    })
    .execute()
  const skuIds: SkuId[] = []
  for (const [position, line] of (wish.lines ?? [{}]).entries()) {
    const { skuId, productId } = await shop.aProduct({
      skus: [{ priceFen: line.shopFen ?? 2_000, stock: line.stock ?? 10_000 }],
    })
    const tiers: Tier[] = (line.tiers ?? []).map(([fromUnits, price]) => ({ fromUnits, priceFen: fen(price) }))
    await deps.db
      .insertInto('sale_line')
      .values({
        ...{ store_id: deps.storeId, sale_id: saleId, sku_id: skuId, product_id: productId, position },
        ...{
          label: line.label ?? `货${position + 1}`,
          price_fen: line.priceFen ?? 1_500,
          tiers: JSON.stringify(tiers),
        },
        ...{ stock_limit: line.stockLimit ?? null, per_person: line.perPerson ?? null },
      })
      .execute()
    skuIds.push(skuId)
  }
  const [skuId] = skuIds
  if (!skuId) throw new Error('a sale needs a line')
  return { saleId, leaderId, pickupPointId, skuIds, skuId, priceFen: wish.lines?.[0]?.priceFen ?? 1_500 }
}

type Wish = { quantity?: number; totalFen?: number; draftCode?: string; basket?: { skuId: SkuId; quantity: number }[] }

/** Asks for `quantity` of the first line. */
export const placeInSale = (shop: Shop, sale: TestSale, memberId: MemberId, wish: Wish = {}) => {
  const quantity = wish.quantity ?? 1
  return place(shop, memberId, {
    basket: wish.basket ?? [{ skuId: sale.skuId, quantity }],
    totalFen: wish.totalFen ?? sale.priceFen * quantity,
    pickupPointId: sale.pickupPointId,
    saleId: sale.saleId,
    ...(wish.draftCode ? { draftCode: wish.draftCode } : {}),
  })
}

export type SaleOrder = { readonly memberId: MemberId; readonly orderId: OrderId; readonly number: string }

export const aSaleOrder = async (
  shop: Shop,
  sale: TestSale,
  { memberId, ...wish }: Wish & { memberId?: MemberId } = {},
): Promise<SaleOrder> => {
  const who = memberId ?? (await shop.aMember())
  const { orderId, number } = dataOf(await placeInSale(shop, sale, who, wish))
  return { memberId: who, orderId, number }
}

export const aPaidSaleOrder = async (
  shop: Shop,
  sale: TestSale,
  wish: Parameters<typeof aSaleOrder>[2] = {},
): Promise<SaleOrder> => {
  const order = await aSaleOrder(shop, sale, wish)
  await pay(shop, order)
  return order
}

export const saleRow = (shop: Shop, { saleId }: Pick<TestSale, 'saleId'>) =>
  shop.deps.db.selectFrom('sale').selectAll().where('id', '=', saleId).executeTakeFirstOrThrow()

export const lineRow = (shop: Shop, { saleId, skuId }: Pick<TestSale, 'saleId' | 'skuId'>) =>
  shop.deps.db
    .selectFrom('sale_line')
    .selectAll()
    .where('sale_id', '=', saleId)
    .where('sku_id', '=', skuId)
    .executeTakeFirstOrThrow()

export const chainRow = (shop: Shop, { orderId }: Pick<SaleOrder, 'orderId'>) =>
  shop.deps.db.selectFrom('sale_order').selectAll().where('order_id', '=', orderId).executeTakeFirstOrThrow()

export const tierBacks = (shop: Shop, { saleId }: Pick<TestSale, 'saleId'>) =>
  shop.deps.db.selectFrom('tier_back').selectAll().where('sale_id', '=', saleId).orderBy('line_id').execute()

/** What sales count is what stands in their orders: taken, paid and held units, numbers, and the tier differences. */
export const expectSalesAgree = async (shop: Shop): Promise<void> => {
  const lines = await sql`
    select l.sale_id, l.sku_id, l.taken, l.paid_units, l.reached_units, u.taken as "takenNow", u.paid as "paidNow"
    from sale_line l
    cross join lateral (
      select coalesce(sum(i.quantity - i.refunded_quantity), 0)::int as taken,
        coalesce(sum(i.quantity - i.refunded_quantity) filter (where o.paid_at is not null), 0)::int as paid
      from orders o join order_line i on i.store_id = o.store_id and i.order_id = o.id and i.sku_id = l.sku_id
      where o.store_id = l.store_id and o.sale_id = l.sale_id and o.id in (select order_id from sale_order
        where number is not null or gone_at is null)
    ) u
    where u.taken <> l.taken or u.paid <> l.paid_units or l.reached_units < l.paid_units
      or l.taken > coalesce(l.stock_limit, 1000000)`.execute(shop.deps.db)
  expect(lines.rows).toEqual([])
  const people = await sql`
    select p.sale_id, p.sku_id, p.member_id, p.held, p.per_person, u.held as "heldNow" from sale_person p
    cross join lateral (
      select coalesce(sum(i.quantity - i.refunded_quantity), 0)::int as held
      from orders o join order_line i on i.store_id = o.store_id and i.order_id = o.id and i.sku_id = p.sku_id
      where o.store_id = p.store_id and o.sale_id = p.sale_id and o.member_id = p.member_id
        and o.id in (select order_id from sale_order where number is not null or gone_at is null)
    ) u where u.held <> p.held or p.held > p.per_person`.execute(shop.deps.db)
  expect(people.rows).toEqual([])
  const numbers = await sql`
    select s.id, s.last_number, n.* from sale s cross join lateral (
      select count(*)::int as given, count(distinct number)::int as different, coalesce(max(number), 0) as highest
      from sale_order c where c.store_id = s.store_id and c.sale_id = s.id and number is not null
    ) n where n.given <> s.last_number or n.different <> n.given or n.highest <> s.last_number`.execute(shop.deps.db)
  expect(numbers.rows).toEqual([])
  const chain = await sql`
    select c.order_id from sale_order c join orders o on o.store_id = c.store_id and o.id = c.order_id
    where (c.paid_at is null) <> (c.number is null) or (c.number is not null and o.paid_at is null)
      or (o.trade in ('cancelled', 'late-paid') and c.gone_at is null)
      or (c.number is not null and (c.gone_at is null) <> exists (
        select from order_line i where i.store_id = o.store_id and i.order_id = o.id and i.refunded_quantity < i.quantity))`.execute(
    shop.deps.db,
  )
  expect(chain.rows).toEqual([])
}

/** Written down by the sale's leader for somebody without phone pay: so many of the first line. */
export const aDraft = async (
  shop: Shop,
  sale: TestSale,
  { forName = '李阿姨', quantity = 1 }: { forName?: string; quantity?: number } = {},
): Promise<string> => {
  const code = shop.deps.newCode(16)
  await shop.deps.db
    .insertInto('neighbour_draft')
    .values({
      ...{ store_id: shop.deps.storeId, code, sale_id: sale.saleId, leader_id: sale.leaderId ?? '', for_name: forName },
      ...{ basket: JSON.stringify([{ skuId: sale.skuId, quantity }]), state: 'open' },
      created_at: new Date(shop.clock.now()),
    })
    .execute()
  return code
}
