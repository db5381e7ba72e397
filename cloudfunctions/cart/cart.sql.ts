/** The cart's rows with the live facts of their SKUs, and the few ways to change them. */
import type { Picture } from '@/contract/views'
import type { LineState } from '@/domain/cart/cart-line'
import type { CategoryId, MemberId, ProductId, SkuId } from '@/domain/ids'
import type { Level } from '@/domain/pricing/unit-price'
import type { Fen } from '@/domain/money'
import type { Deps } from '../runtime/deps'
import type { Statement } from '../runtime/db/connect'

/** A SKU that somebody asked for and that is not in the cart has no quantity. */
export type CartRow = Omit<LineState, 'quantity' | 'isSelected' | 'addedPriceFen'> & {
  skuId: SkuId
  productId: ProductId
  /** Its own and the one above. */
  categoryIds: readonly CategoryId[]
  title: string
  options: readonly string[]
  picture: Picture | null
  level: Level
  quantity: number | null
  isSelected: boolean | null
  addedPriceFen: Fen | null
}

const readCartStatement = {
  name: 'cart.read',
  text: `
select s.id as "skuId", p.id as "productId",
  case when c.parent_id is null then json_build_array(p.category_id) else json_build_array(p.category_id, c.parent_id) end as "categoryIds",
  p.title, s.options, coalesce(s.picture, p.pictures -> 0) as picture, m.level,
  s.price_fen as "priceFen", s.member_price_fen as "memberPriceFen", p.status = 'on' and not s.is_off as "isOn",
  (select coalesce(sum(available), 0)::int from stock where store_id = $1 and sku_id = s.id) as available,
  l.quantity, l.is_selected as "isSelected", l.added_price_fen as "addedPriceFen"
from (select level from member where store_id = $1 and id = $2) m
cross join (select sku_id from cart_line where store_id = $1 and member_id = $2 union select unnest($3::text[])) w
join sku s on s.store_id = $1 and s.id = w.sku_id
join product p on p.store_id = $1 and p.id = s.product_id
left join category c on c.store_id = $1 and c.id = p.category_id
left join cart_line l on l.store_id = $1 and l.member_id = $2 and l.sku_id = s.id
order by l.added_at desc nulls first, s.id desc`,
}

/** Lines latest first, and before them the SKUs of `also` that are not in the cart; SKUs that don't exist are missing. */
export const readCart = (deps: Deps, memberId: MemberId, also: readonly SkuId[] = []): Promise<CartRow[]> =>
  deps.database.run<CartRow>(readCartStatement, [deps.storeId, memberId, also])

export type Pieces = { readonly skuId: SkuId; readonly quantity: number; readonly addedPriceFen: Fen }
export type Written = { readonly skuId: SkuId; readonly quantity: number }

const putStatement = (how: 'add' | 'set' | 'merge', update: string): Statement => ({
  name: `cart.${how}`,
  text: `
insert into cart_line as l (store_id, member_id, sku_id, quantity, added_price_fen, added_at)
select $1, $2, u.sku_id, u.quantity, u.price, $6
from unnest($3::text[], $4::int[], $5::bigint[]) as u (sku_id, quantity, price)
on conflict (store_id, member_id, sku_id) do update set ${update}
returning sku_id as "skuId", quantity`,
})

const addStatement = putStatement(
  'add',
  `quantity = l.quantity + excluded.quantity, is_selected = true, added_price_fen = excluded.added_price_fen,
  added_at = excluded.added_at
where l.quantity + excluded.quantity <= $7`,
)
const setStatement = putStatement('set', 'quantity = excluded.quantity')
const mergeStatement = putStatement('merge', 'quantity = greatest(l.quantity, excluded.quantity)')

const values = (deps: Deps, memberId: MemberId, pieces: readonly Pieces[]) => [
  deps.storeId,
  memberId,
  pieces.map((p) => p.skuId),
  pieces.map((p) => p.quantity),
  pieces.map((p) => p.addedPriceFen),
  new Date(deps.now()),
]

/** Two adds at once add up. Null where the sum would pass `limit`: then nothing was written. */
export const addPieces = async (
  deps: Deps,
  memberId: MemberId,
  pieces: Pieces,
  limit: number,
): Promise<Written | null> =>
  (await deps.database.run<Written>(addStatement, [...values(deps, memberId, [pieces]), limit]))[0] ?? null

export const setPieces = (deps: Deps, memberId: MemberId, pieces: Pieces): Promise<Written[]> =>
  deps.database.run<Written>(setStatement, values(deps, memberId, [pieces]))

/** Each SKU at most once; the larger quantity stays. */
export const mergePieces = (deps: Deps, memberId: MemberId, pieces: readonly Pieces[]): Promise<Written[]> =>
  deps.database.run<Written>(mergeStatement, values(deps, memberId, pieces))

const selectStatement = {
  name: 'cart.select',
  text: 'update cart_line set is_selected = $4 where store_id = $1 and member_id = $2 and sku_id = any($3::text[])',
}

export const selectLines = async (
  deps: Deps,
  memberId: MemberId,
  skuIds: readonly SkuId[],
  isSelected: boolean,
): Promise<void> => {
  await deps.database.run(selectStatement, [deps.storeId, memberId, skuIds, isSelected])
}

const removeStatement = {
  name: 'cart.remove',
  text: 'delete from cart_line where store_id = $1 and member_id = $2 and sku_id = any($3::text[])',
}

export const removeLines = async (deps: Deps, memberId: MemberId, skuIds: readonly SkuId[]): Promise<void> => {
  await deps.database.run(removeStatement, [deps.storeId, memberId, skuIds])
}
