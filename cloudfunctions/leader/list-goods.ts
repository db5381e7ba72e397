/** Goods to put into a sale: what sells best first, or what was looked for by name, keyword or pinyin. A page is whole products. */
import type { leader, SaleGoods } from '@/contract/leader'
import type { Page } from '@/contract/views'
import { searchTerms } from '@/domain/catalog/search-terms'
import { ok, refuse } from '@/domain/result'
import { listCursor, readListCursor, type ListPlace } from '../catalog/list-cursor'
import { searchRows } from '../catalog/search.sql'
import type { Deps } from '../runtime/deps'
import type { UseCase } from '../runtime/serve'
import { readGoodsOf, type Goods } from './goods.sql'
import { mayOpenSales, readStanding } from './standing.sql'

const PAGE_SIZE = 20

const popularStatement = {
  name: 'leader.popular',
  text: `
select id, array[0, sold_count] as keys from product
where store_id = $1 and status = 'on' and ($2::bigint is null or (sold_count, id) < ($2::bigint, $3::text))
order by sold_count desc, id desc limit ${PAGE_SIZE + 1}`,
}

const popularRows = (deps: Deps, after: ListPlace | null): Promise<ListPlace[]> =>
  deps.database.run<ListPlace>(popularStatement, [deps.storeId, after?.keys[1] ?? null, after?.id ?? null])

export const catalogueOf = async (
  deps: Deps,
  { text = '', cursor }: { text?: string | undefined; cursor?: string | undefined },
): Promise<Page<SaleGoods>> => {
  const [terms, after] = [searchTerms(text), readListCursor(cursor, 2)]
  // a search for nothing but signs finds nothing, an empty one everything
  const isLost = text !== '' && terms.length === 0
  const rows = isLost ? [] : terms.length > 0 ? await searchRows(deps, terms, after) : await popularRows(deps, after)
  const page = rows.slice(0, PAGE_SIZE)
  const last = rows.length > PAGE_SIZE ? page.at(-1) : undefined
  const goods = await readGoodsOf(
    deps,
    page.map(({ id }) => id),
  )
  return { items: goods.map(goodsView), next: last ? listCursor(last) : null }
}

export const goodsView = ({ isOn: _, ...goods }: Goods): SaleGoods => goods

export const listGoods: UseCase<typeof leader.catalogue> = async (deps, { memberId }, asked) => {
  if (!mayOpenSales(await readStanding(deps.db, deps, memberId))) return refuse({ code: 'leader.not-approved' })
  return ok(await catalogueOf(deps, asked))
}
