/** One product as the staff edit it, with what is on the shelf and what unpaid orders hold. */
import { sql } from 'kysely'
import type { ProductStatus, StaffProduct } from '@/contract/staff-catalog'
import type { Picture } from '@/contract/views'
import type { CategoryId, DeliveryTemplateId, ProductId } from '@/domain/ids'
import { fitsSpecs, type Spec } from '@/domain/stock/sku-matrix'
import { epochMs } from '@/domain/time'
import type { Db, Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'

type Row = {
  id: ProductId
  version: number
  title: string
  subtitle: string | null
  categoryId: CategoryId
  keywords: string[]
  tags: string[]
  origin: string | null
  unit: string | null
  description: string[]
  pictures: Picture[]
  specs: Spec[]
  skus: StaffProduct['skus']
  status: ProductStatus
  deliveryTemplateId: DeliveryTemplateId | null
  updatedAt: Date
}

/** Null if there is no such product. SKUs of specs that are gone are left out; they are off, and only their ledger is left. */
export const readStaffProduct = async (
  db: Db | Trx,
  deps: Deps,
  productId: ProductId,
): Promise<StaffProduct | null> => {
  const { rows } = await sql<Row>`
    with held as materialized (
      select l.sku_id, sum(l.quantity)::int as pieces
      from orders o join order_line l on l.store_id = o.store_id and l.order_id = o.id
      where o.store_id = ${deps.storeId} and o.trade = 'awaiting-payment' and l.product_id = ${productId}
      group by l.sku_id
    )
    select p.id, p.version, p.title, p.subtitle, p.category_id as "categoryId", p.keywords, p.tags, p.origin, p.unit,
      p.description, p.pictures, p.specs, p.status, p.delivery_template_id as "deliveryTemplateId", p.updated_at as "updatedAt",
      coalesce((
        select jsonb_agg(jsonb_build_object('id', s.id, 'options', s.options, 'code', s.code, 'priceFen', s.price_fen,
          'memberPriceFen', s.member_price_fen, 'marketPriceFen', s.market_price_fen, 'costFen', s.cost_fen,
          'weightG', s.weight_g, 'isOff', s.is_off, 'held', coalesce(h.pieces, 0),
          'available', coalesce((select sum(available) from stock where store_id = s.store_id and sku_id = s.id), 0)
        ) order by s.position, s.id)
        from sku s left join held h on h.sku_id = s.id
        where s.store_id = p.store_id and s.product_id = p.id
      ), '[]') as skus
    from product p where p.store_id = ${deps.storeId} and p.id = ${productId}`.execute(db)
  const row = rows[0]
  if (!row) return null
  return {
    ...row,
    skus: row.skus.filter((sku) => fitsSpecs(row.specs, sku.options)),
    updatedAt: epochMs(row.updatedAt.getTime()),
  }
}
