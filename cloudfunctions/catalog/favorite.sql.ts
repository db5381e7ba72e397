/** What a member marked with a heart. */
import type { MemberId, ProductId } from '@/domain/ids'
import type { Deps } from '../runtime/deps'
import { PAGE_ASK } from './card-page'
import type { ListPlace } from './list-cursor'

const addFavoriteStatement = {
  name: 'catalog.add-favorite',
  text: `
insert into favorite as f (store_id, member_id, product_id, at)
select $1, $2, id, $4 from product where store_id = $1 and id = $3
on conflict (store_id, member_id, product_id) do update set at = f.at
returning 1`,
}

/** False if there is no such product. Marking twice keeps the first time. */
export const addFavorite = async (deps: Deps, memberId: MemberId, productId: ProductId): Promise<boolean> =>
  (await deps.database.run(addFavoriteStatement, [deps.storeId, memberId, productId, new Date(deps.now())])).length > 0

const removeFavoriteStatement = {
  name: 'catalog.remove-favorite',
  text: 'delete from favorite where store_id = $1 and member_id = $2 and product_id = $3',
}

export const removeFavorite = async (deps: Deps, memberId: MemberId, productId: ProductId): Promise<void> => {
  await deps.database.run(removeFavoriteStatement, [deps.storeId, memberId, productId])
}

const readFavoritesStatement = {
  name: 'catalog.read-favorites',
  text: `
select f.product_id as id, array[(extract(epoch from f.at) * 1000)::bigint] as keys
from favorite f join product p on p.store_id = $1 and p.id = f.product_id and p.status = 'on'
where f.store_id = $1 and f.member_id = $2
  and ($3::bigint is null or (f.at, f.product_id) < (to_timestamp($3::bigint / 1000.0), $4::text))
order by f.at desc, f.product_id desc limit $5`,
}

/** Latest first; what is not on sale now is left out. */
export const readFavorites = (deps: Deps, memberId: MemberId, after: ListPlace | null): Promise<ListPlace[]> =>
  deps.database.run<ListPlace>(readFavoritesStatement, [
    deps.storeId,
    memberId,
    after?.keys[0] ?? null,
    after?.id ?? null,
    PAGE_ASK,
  ])
