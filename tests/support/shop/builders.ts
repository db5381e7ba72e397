/** What a test needs to be in the shop, one call a thing; whatever isn't said is the plainest that works. */
import { sql } from 'kysely'
import type {
  AddressId,
  CategoryId,
  DeliveryTemplateId,
  MemberId,
  PickupPointId,
  ProductId,
  SkuId,
  StaffId,
} from '@/domain/ids'
import type { DeliveryTemplate } from '@/domain/delivery/template'
import { fen } from '@/domain/money'
import type { Role } from '@/domain/staff/roles'
import type { Picture, Spec } from '@/contract/views'
import type { Deps } from '../../../cloudfunctions/runtime/deps'
import { openStaffSession } from '../../../cloudfunctions/runtime/staff-session'

export const aPicture: Picture = { url: '/files/pictures/test.750.webp', tone: ['#ffe6d6', '#e8502a'] }

type SkuWish = {
  options?: readonly string[]
  priceFen?: number
  memberPriceFen?: number
  marketPriceFen?: number
  weightG?: number
  stock?: number
  isOff?: boolean
}
type ProductWish = {
  title?: string
  subtitle?: string
  categoryId?: CategoryId
  status?: 'draft' | 'on' | 'off'
  specs?: readonly Spec[]
  skus?: readonly SkuWish[]
  deliveryTemplateId?: DeliveryTemplateId
  soldCount?: number
  searchText?: string
  keywords?: readonly string[]
}
type MemberWish = { name?: string; openid?: string; level?: 'ordinary' | 'member'; isLeader?: boolean; phone?: string }
type StaffWish = { name?: string; username?: string; role?: Role; pickupPointIds?: readonly PickupPointId[] | null }
/** A person of the staff with an open session; `call(…, staff)` speaks as them. */
export type StaffSeat = { readonly staffId: StaffId; readonly cookie: string }

export const builders = (deps: Deps) => {
  const store = { store_id: deps.storeId }
  const at = () => new Date(deps.now())
  let serial = 0

  const aCategory = async ({ name = '水果', parentId }: { name?: string; parentId?: CategoryId } = {}) => {
    const id = deps.newId('cat')
    await deps.db
      .insertInto('category')
      .values({
        ...store,
        id,
        name,
        parent_id: parentId ?? null,
        picture: JSON.stringify(aPicture),
        position: ++serial,
      })
      .execute()
    return id
  }

  /** One SKU and its stock, received in the ledger. */
  const aSku = async (productId: ProductId, wish: SkuWish = {}): Promise<SkuId> => {
    const { options = [], priceFen = 1990, stock = 100, weightG = 500, isOff = false } = wish
    const id = deps.newId('sku')
    await deps.db
      .insertInto('sku')
      .values({
        ...store,
        id,
        product_id: productId,
        options: [...options],
        price_fen: priceFen,
        member_price_fen: wish.memberPriceFen ?? null,
        market_price_fen: wish.marketPriceFen ?? null,
        weight_g: weightG,
        position: ++serial,
        is_off: isOff,
      })
      .execute()
    await deps.db
      .insertInto('stock')
      .values({ ...store, sku_id: id, available: stock })
      .execute()
    if (stock > 0)
      await deps.db
        .insertInto('stock_movement')
        .values({ ...store, id: deps.newId('stm'), sku_id: id, kind: 'received', quantity: stock, at: at() })
        .execute()
    return id
  }

  return {
    aCategory,
    aSku,
    aProduct: async (wish: ProductWish = {}): Promise<{ productId: ProductId; skuIds: SkuId[]; skuId: SkuId }> => {
      const { title = '红颜草莓', skus = [{}], specs = [], status = 'on', keywords = [] } = wish
      const id = deps.newId('prd')
      const prices = skus.map((sku) => sku.priceFen ?? 1990)
      await deps.db
        .insertInto('product')
        .values({
          ...store,
          id,
          title,
          subtitle: wish.subtitle ?? null,
          category_id: wish.categoryId ?? (await aCategory()),
          keywords: [...keywords],
          pictures: JSON.stringify([aPicture]),
          specs: JSON.stringify(specs),
          status,
          delivery_template_id: wish.deliveryTemplateId ?? null,
          search_text: wish.searchText ?? title,
          price_from_fen: Math.min(...prices),
          price_to_fen: Math.max(...prices),
          sold_count: wish.soldCount ?? 0,
          created_at: at(),
          updated_at: at(),
        })
        .execute()
      const skuIds: SkuId[] = []
      for (const sku of skus) skuIds.push(await aSku(id, sku))
      const [skuId] = skuIds
      if (!skuId) throw new Error('a product needs a SKU')
      return { productId: id, skuIds, skuId }
    },
    aMember: async (wish: MemberWish = {}): Promise<MemberId> => {
      const id = deps.newId('mem')
      await deps.db
        .insertInto('member')
        .values({
          ...store,
          id,
          openid: wish.openid ?? null,
          name: wish.name ?? `邻居${++serial}`,
          level: wish.level ?? 'ordinary',
          is_leader: wish.isLeader ?? false,
          phone: wish.phone ?? null,
          created_at: at(),
        })
        .execute()
      return id
    },
    anAddress: async (memberId: MemberId, wish: { district?: string; city?: string; province?: string } = {}) => {
      const id: AddressId = deps.newId('adr')
      await deps.db
        .insertInto('address')
        .values({
          ...store,
          id,
          member_id: memberId,
          name: '林小满',
          phone: '13800002071',
          province: wish.province ?? '浙江省',
          city: wish.city ?? '杭州市',
          district: wish.district ?? '西湖区',
          detail: '文三路 12 号 3 幢 502',
          used_at: at(),
        })
        .execute()
      return id
    },
    aPickupPoint: async ({ name = '晴川里店' }: { name?: string } = {}): Promise<PickupPointId> => {
      const id = deps.newId('pup')
      const where = { address: '文三路 8 号', hours: '09:00–21:00', latitude: 30.27, longitude: 120.12 }
      await deps.db
        .insertInto('pickup_point')
        .values({ ...store, ...where, id, name, keeper: '周姐', walk_minutes: 5, position: ++serial })
        .execute()
      return id
    },
    aDeliveryTemplate: async (wish: Partial<DeliveryTemplate> & { name?: string } = {}) => {
      const { name = '同城配送', ...rest } = wish
      const id: DeliveryTemplateId = deps.newId('dlv')
      const template: DeliveryTemplate = {
        kind: 'local',
        feeFen: fen(500),
        freeOverFen: fen(4900),
        areas: [],
        within: [],
        ...rest,
      }
      await deps.db
        .insertInto('delivery_template')
        .values({ ...store, id, name, template: JSON.stringify(template) })
        .execute()
      return id
    },
    aStaff: async (wish: StaffWish = {}): Promise<StaffSeat> => {
      const staffId = deps.newId('stf')
      await deps.db
        .insertInto('staff')
        .values({
          ...store,
          id: staffId,
          username: wish.username ?? `staff${++serial}`,
          name: wish.name ?? '店长',
          role: wish.role ?? 'owner',
          pickup_point_ids: wish.pickupPointIds ? [...wish.pickupPointIds] : null,
          password_hash: 'nobody signs in with this',
          created_at: at(),
        })
        .execute()
      return { staffId, cookie: await openStaffSession(deps, staffId) }
    },
    /** What is left to sell of a SKU, over all its buckets. */
    availableOf: async (skuId: SkuId): Promise<number> => {
      const { rows } = await sql<{ left: number }>`
        select coalesce(sum(available), 0)::int as left from stock
        where store_id = ${deps.storeId} and sku_id = ${skuId}`.execute(deps.db)
      return rows[0]?.left ?? 0
    },
    /** The ledger's view of the same. */
    ledgerOf: async (skuId: SkuId): Promise<number> => {
      const { rows } = await sql<{ sum: number }>`
        select coalesce(sum(quantity), 0)::int as sum from stock_movement
        where store_id = ${deps.storeId} and sku_id = ${skuId}`.execute(deps.db)
      return rows[0]?.sum ?? 0
    },
  }
}
