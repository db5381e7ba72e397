/** What may go into a sale: SKUs with the shop's price, how far a leader may go below it, and what is on the shelf. */
import { CompiledQuery } from 'kysely'
import type { SaleGoods } from '@/contract/leader'
import type { Picture } from '@/contract/views'
import type { ProductId, SkuId } from '@/domain/ids'
import { fen } from '@/domain/money'
import { priceFloor } from '@/domain/sale/floor'
import { proposedLabel } from '@/domain/sale/label'
import type { PriceRange } from '@/domain/sale/terms'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'

type Row = {
  skuId: SkuId
  productId: ProductId
  title: string
  options: string[]
  picture: Picture
  shopFen: number
  ownFloorFen: number | null
  floorBp: number | null
  available: number
  isOn: boolean
}

/** As it stands in the shop now; `isOn` false where it could not go into a new sale. */
export type Goods = SaleGoods & PriceRange

const select = `
select k.id as "skuId", p.id as "productId", p.title, k.options, coalesce(k.picture, p.pictures -> 0) as picture, k.price_fen as "shopFen",
  k.floor_fen as "ownFloorFen", (select floor_bp from commission_terms where store_id = $1) as "floorBp",
  greatest(0, least(999, (select coalesce(sum(available), 0) from stock t where t.store_id = $1 and t.sku_id = k.id)))::int as available,
  p.status = 'on' and not k.is_off as "isOn"
from sku k join product p on p.store_id = $1 and p.id = k.product_id`

const bySkuStatement = {
  name: 'leader.goods',
  text: `${select} where k.store_id = $1 and k.id = any($2::text[])`,
}

const byProductStatement = {
  name: 'leader.goods-of',
  text: `${select} where k.store_id = $1 and k.product_id = any($2::text[]) and p.status = 'on' and not k.is_off
    order by array_position($2::text[], k.product_id), k.position, k.id`,
}

const goodsOf = ({ ownFloorFen, floorBp, shopFen, isOn, ...row }: Row): Goods => ({
  ...row,
  shopFen: fen(shopFen),
  floorFen: priceFloor(fen(shopFen), ownFloorFen === null ? null : fen(ownFloorFen), floorBp),
  proposedLabel: proposedLabel(row.title),
  isOn,
})

/** Unknown ones are left out. Inside a transaction it must be the transaction's own connection that asks. */
export const readGoods = async (deps: Deps, skuIds: readonly SkuId[], trx?: Trx): Promise<Map<SkuId, Goods>> => {
  if (skuIds.length === 0) return new Map()
  const params = [deps.storeId, [...skuIds]]
  const rows = trx
    ? (await trx.executeQuery<Row>(CompiledQuery.raw(bySkuStatement.text, params))).rows
    : await deps.database.run<Row>(bySkuStatement, params)
  return new Map(rows.map((row) => [row.skuId, goodsOf(row)]))
}

/** All SKUs on sale of these products, in their order. */
export const readGoodsOf = async (deps: Deps, productIds: readonly ProductId[]): Promise<Goods[]> =>
  productIds.length === 0
    ? []
    : (await deps.database.run<Row>(byProductStatement, [deps.storeId, [...productIds]])).map(goodsOf)
