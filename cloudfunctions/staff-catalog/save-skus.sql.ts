/** Writing the cells of a product's matrix. Needs the product's row locked. */
import { sql } from 'kysely'
import type { staffCatalog } from '@/contract/staff-catalog'
import type { ParsedOf } from '@/contract/define'
import type { ProductId } from '@/domain/ids'
import type { SkuPlan } from '@/domain/stock/sku-matrix'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'

type Plan = SkuPlan<ParsedOf<typeof staffCatalog.saveProduct>['skus'][number]>

export const writeSkus = async (trx: Trx, deps: Deps, productId: ProductId, plan: Plan): Promise<void> => {
  const mine = sql`store_id = ${deps.storeId} and product_id = ${productId}`
  // one cell may hold one SKU at any time, so who moves steps aside first
  if (plan.parked.length > 0)
    await sql`update sku set options = options || id where ${mine} and id = any(${plan.parked}::text[])`.execute(trx)
  if (plan.retired.length > 0)
    await sql`update sku set is_off = true where ${mine} and id = any(${plan.retired}::text[])`.execute(trx)
  const rows = plan.skus.map((sku, position) => ({
    store_id: deps.storeId,
    id: sku.id,
    product_id: productId,
    options: [...sku.options],
    code: sku.code || null,
    price_fen: sku.priceFen,
    member_price_fen: sku.memberPriceFen,
    market_price_fen: sku.marketPriceFen,
    cost_fen: sku.costFen,
    weight_g: sku.weightG,
    position,
    is_off: sku.isOff,
  }))
  await trx
    .insertInto('sku')
    .values(rows)
    .onConflict((c) =>
      c.columns(['store_id', 'id']).doUpdateSet((eb) => ({
        options: eb.ref('excluded.options'),
        code: eb.ref('excluded.code'),
        price_fen: eb.ref('excluded.price_fen'),
        member_price_fen: eb.ref('excluded.member_price_fen'),
        market_price_fen: eb.ref('excluded.market_price_fen'),
        cost_fen: eb.ref('excluded.cost_fen'),
        weight_g: eb.ref('excluded.weight_g'),
        position: eb.ref('excluded.position'),
        is_off: eb.ref('excluded.is_off'),
      })),
    )
    .execute()
  await openStock(trx, deps, plan)
}

/** Each new SKU gets its place on the shelf, and the ledger its first line. */
const openStock = async (trx: Trx, deps: Deps, plan: Plan): Promise<void> => {
  const fresh = plan.skus.filter((sku) => sku.isNew)
  if (fresh.length === 0) return
  await trx
    .insertInto('stock')
    .values(fresh.map((sku) => ({ store_id: deps.storeId, sku_id: sku.id, available: sku.initialStock ?? 0 })))
    .execute()
  const received = fresh.flatMap(({ id, initialStock = 0 }) =>
    initialStock > 0 ? [{ id, quantity: initialStock }] : [],
  )
  if (received.length === 0) return
  await trx
    .insertInto('stock_movement')
    .values(
      received.map(({ id, quantity }) => ({
        store_id: deps.storeId,
        id: deps.newId('mov'),
        sku_id: id,
        kind: 'received' as const,
        quantity,
        at: new Date(deps.now()),
      })),
    )
    .execute()
}
