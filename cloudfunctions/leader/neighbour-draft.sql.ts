/** Orders that a leader wrote down for neighbours. What they cost and whether they still stand follows from the sale. */
import { sql } from 'kysely'
import type { NeighbourDraftView } from '@/contract/sale'
import type { Picture, PickupPointView } from '@/contract/views'
import type { MemberId, OrderId, ProductId, SaleId, SkuId } from '@/domain/ids'
import { addFen, fen, timesFen, ZERO } from '@/domain/money'
import type { Wanted } from '@/domain/sale/basket'
import type { SaleState } from '@/domain/sale/sale'
import { reachedPrice, type Tier } from '@/domain/sale/tier'
import { epochMs, type EpochMs } from '@/domain/time'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import { pointJson } from '../runtime/pickup-point.sql'

type Line = {
  readonly skuId: SkuId
  readonly productId: ProductId
  readonly title: string
  readonly options: readonly string[]
  readonly picture: Picture
  readonly priceFen: number
  readonly tiers: readonly Tier[]
  readonly reachedUnits: number
}

type Row = {
  readonly code: string
  readonly saleId: SaleId
  readonly sale: string
  readonly saleState: SaleState
  readonly endsAt: number
  readonly leader: { name: string; avatar: string | null }
  readonly forName: string
  readonly note: string
  readonly state: NeighbourDraftView['state']
  readonly orderId: OrderId | null
  readonly basket: readonly Wanted[]
  readonly goods: readonly Line[]
  readonly pickupPoint: PickupPointView | null
}

const select = `
select d.code, d.sale_id as "saleId", s.title as sale, s.state as "saleState",
  (extract(epoch from s.ends_at) * 1000)::bigint as "endsAt", json_build_object('name', m.name, 'avatar', m.avatar) as leader,
  d.for_name as "forName", d.note, d.state, case when d.state = 'placed' then d.order_id end as "orderId", d.basket,
  (select coalesce(json_agg(json_build_object('skuId', l.sku_id, 'productId', l.product_id, 'title', p.title, 'options', k.options,
      'picture', coalesce(k.picture, p.pictures -> 0), 'priceFen', l.price_fen, 'tiers', l.tiers, 'reachedUnits', l.reached_units)), '[]')
    from jsonb_to_recordset(d.basket) as w ("skuId" text)
    join sale_line l on l.store_id = $1 and l.sale_id = d.sale_id and l.sku_id = w."skuId"
    join sku k on k.store_id = $1 and k.id = l.sku_id
    join product p on p.store_id = $1 and p.id = l.product_id) as goods,
  (select ${pointJson} from pickup_point p where p.store_id = $1 and p.id = d.pickup_point_id) as "pickupPoint"
from neighbour_draft d
join sale s on s.store_id = $1 and s.id = d.sale_id
join member m on m.store_id = $1 and m.id = d.leader_id`

const ofSaleStatement = {
  name: 'leader.drafts',
  text: `${select} where d.store_id = $1 and d.sale_id = $2 order by d.created_at desc, d.code limit 200`,
}
const byCodeStatement = { name: 'leader.draft', text: `${select} where d.store_id = $1 and d.code = $2` }

/** Newest first. */
export const readNeighbourDrafts = async (deps: Deps, saleId: SaleId): Promise<NeighbourDraftView[]> =>
  (await deps.database.run<Row>(ofSaleStatement, [deps.storeId, saleId])).map((row) => neighbourDraft(row, deps.now()))

export const readNeighbourDraft = async (deps: Deps, code: string): Promise<NeighbourDraftView | null> => {
  const [row] = await deps.database.run<Row>(byCodeStatement, [deps.storeId, code])
  return row ? neighbourDraft(row, deps.now()) : null
}

/** Nobody has to write down that a sale is over: what was not placed by then has lapsed. */
const neighbourDraft = (row: Row, now: EpochMs): NeighbourDraftView => {
  const { saleState, basket, goods, endsAt, ...draft } = row
  const isOver = saleState !== 'open' || now >= endsAt
  const lines = basket.flatMap(({ skuId, quantity }) => {
    const found = goods.find((line) => line.skuId === skuId)
    if (!found) return []
    const { tiers, reachedUnits, ...line } = found
    return [{ ...line, quantity, priceFen: reachedPrice({ priceFen: fen(line.priceFen), tiers }, reachedUnits) }]
  })
  return {
    ...draft,
    state: draft.state === 'open' && isOver ? 'lapsed' : draft.state,
    lines,
    totalFen: addFen(ZERO, ...lines.map((line) => timesFen(line.priceFen, line.quantity))),
    endsAt: epochMs(endsAt),
  }
}

type NewDraft = Pick<NeighbourDraftView, 'code' | 'saleId' | 'forName' | 'note'> & {
  readonly leaderId: MemberId
  readonly pickupPointId: string | null
  readonly basket: readonly Wanted[]
}

/** The sale's row must be locked, so that two phones of a leader don't pass the limit together. */
export const insertNeighbourDraft = async (trx: Trx, deps: Deps, draft: NewDraft): Promise<void> => {
  await trx
    .insertInto('neighbour_draft')
    .values({
      store_id: deps.storeId,
      code: draft.code,
      sale_id: draft.saleId,
      leader_id: draft.leaderId,
      for_name: draft.forName,
      note: draft.note,
      basket: JSON.stringify(draft.basket),
      pickup_point_id: draft.pickupPointId,
      state: 'open',
      created_at: new Date(deps.now()),
    })
    .execute()
}

export const countOpenDrafts = async (trx: Trx, deps: Deps, saleId: SaleId): Promise<number> =>
  (
    await sql<{ n: number }>`
      select count(*)::int as n from neighbour_draft
      where store_id = ${deps.storeId} and sale_id = ${saleId} and state = 'open'`.execute(trx)
  ).rows[0]?.n ?? 0

/** False where it was placed or withdrawn in this moment. */
export const markWithdrawn = async (deps: Deps, code: string): Promise<boolean> =>
  (await deps.db
    .updateTable('neighbour_draft')
    .set({ state: 'withdrawn', ended_at: new Date(deps.now()) })
    .where('store_id', '=', deps.storeId)
    .where('code', '=', code)
    .where('state', '=', 'open')
    .returning('code')
    .executeTakeFirst()) !== undefined

/** Whose draft it is, and of which sale. */
export const findDraftOwner = async (
  deps: Deps,
  code: string,
): Promise<{ saleId: SaleId; leaderId: MemberId } | null> => {
  const row = await deps.db
    .selectFrom('neighbour_draft')
    .select(['sale_id', 'leader_id'])
    .where('store_id', '=', deps.storeId)
    .where('code', '=', code)
    .executeTakeFirst()
  return row ? { saleId: row.sale_id as SaleId, leaderId: row.leader_id as MemberId } : null
}
