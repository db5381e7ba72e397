/** Flash slots as the staff see them: price beside sale price and cost, share beside the shelf. */
import type { FlashSlotRow } from '@/contract/staff-promotion'
import type { Picture } from '@/contract/views'
import { phaseOf } from '@/domain/flash/slot'
import type { FlashSlotId, SkuId } from '@/domain/ids'
import type { Fen } from '@/domain/money'
import { epochMs } from '@/domain/time'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import { dealActs } from './deal'

type Item = Omit<FlashSlotRow['items'][number], 'picture'> & { picture: Picture | null }
type Row = Omit<FlashSlotRow, 'phase' | 'acts' | 'startsAt' | 'endsAt' | 'items'> & {
  startsAt: number
  endsAt: number
  items: readonly Item[]
}

const NO_PICTURE: Picture = { url: '', tone: ['#F6F6F4', '#EFEEEA'] }
const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::bigint`

const columns = `
s.id, s.name, s.status, s.version, ${ms('s.starts_at')} as "startsAt", ${ms('s.ends_at')} as "endsAt",
coalesce((select json_agg(json_build_object('skuId', k.id, 'title', p.title, 'options', k.options,
    'picture', coalesce(k.picture, p.pictures -> 0), 'saleFen', least(k.price_fen, k.member_price_fen), 'flashFen', i.price_fen,
    'costFen', k.cost_fen, 'available', coalesce((select sum(available) from stock where store_id = $1 and sku_id = k.id), 0),
    'stockShare', i.stock_share, 'taken', i.taken, 'perPerson', i.per_person) order by i.position, k.id)
  from flash_item i
  join sku k on k.store_id = $1 and k.id = i.sku_id
  join product p on p.store_id = $1 and p.id = k.product_id
  where i.store_id = $1 and i.slot_id = s.id), '[]') as items`

/** What runs or comes first stands first; of what is over the newest. */
const listStatement = {
  name: 'staff-promotion.list-slots',
  text: `
select ${columns} from flash_slot s
where s.store_id = $1 and ($2 = 'all' or s.status = $2)
order by s.status = 'ended' or s.ends_at <= $3::timestamptz, case when s.ends_at > $3::timestamptz then s.starts_at end, s.starts_at desc, s.id
limit $4 offset $5`,
}
const oneStatement = {
  name: 'staff-promotion.read-slot',
  text: `select ${columns} from flash_slot s where s.store_id = $1 and s.id = $2`,
}

export const listSlots = async (
  deps: Deps,
  { status, page, pageSize }: { status: string; page: number; pageSize: number },
): Promise<FlashSlotRow[]> => {
  const params = [deps.storeId, status, new Date(deps.now()), pageSize, (page - 1) * pageSize]
  return (await deps.database.run<Row>(listStatement, params)).map((row) => viewOf(row, deps))
}

export const readSlot = async (deps: Deps, id: FlashSlotId): Promise<FlashSlotRow | null> => {
  const [row] = await deps.database.run<Row>(oneStatement, [deps.storeId, id])
  return row ? viewOf(row, deps) : null
}

const viewOf = ({ startsAt, endsAt, items, ...row }: Row, deps: Deps): FlashSlotRow => {
  const dates = { startsAt: epochMs(startsAt), endsAt: epochMs(endsAt) }
  return {
    ...row,
    ...dates,
    phase: row.status === 'ended' ? 'over' : phaseOf(dates, deps.now()),
    items: items.map((item) => ({ ...item, picture: item.picture ?? NO_PICTURE })),
    acts: dealActs(row.status).filter((act): act is 'publish' | 'end' => act === 'publish' || act === 'end'),
  }
}

export const lockSlot = async (trx: Trx, deps: Deps, id: FlashSlotId) =>
  (await trx
    .selectFrom('flash_slot')
    .selectAll()
    .where('store_id', '=', deps.storeId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()) ?? null

/** Waits for whoever is buying at these prices, so that what is taken stands still. */
export const lockItems = (trx: Trx, deps: Deps, id: FlashSlotId) =>
  trx
    .selectFrom('flash_item')
    .selectAll()
    .where('store_id', '=', deps.storeId)
    .where('slot_id', '=', id)
    .orderBy('sku_id')
    .forUpdate()
    .execute()

export const readSkus = (trx: Trx, deps: Deps, ids: readonly SkuId[]) =>
  trx
    .selectFrom('sku')
    .select(['id', 'product_id', 'price_fen', 'member_price_fen'])
    .where('store_id', '=', deps.storeId)
    .where('id', 'in', [...ids, ''])
    .execute()

/** The first SKU that another live slot sells at the same time: its price would be a matter of chance. */
export const findOverlap = async (
  trx: Trx,
  deps: Deps,
  slot: { id: FlashSlotId | null; startsAt: number; endsAt: number; skuIds: readonly SkuId[] },
): Promise<{ skuId: SkuId; slotId: FlashSlotId; name: string } | null> => {
  const row = await trx
    .selectFrom('flash_slot as s')
    .innerJoin('flash_item as i', (j) => j.onRef('i.store_id', '=', 's.store_id').onRef('i.slot_id', '=', 's.id'))
    .select(['i.sku_id', 's.id', 's.name'])
    .where('s.store_id', '=', deps.storeId)
    .where('s.status', '=', 'live')
    .where('s.id', '<>', slot.id ?? '')
    .where('s.starts_at', '<', new Date(slot.endsAt))
    .where('s.ends_at', '>', new Date(slot.startsAt))
    .where('i.sku_id', 'in', [...slot.skuIds, ''])
    .orderBy('s.starts_at')
    .executeTakeFirst()
  return row ? { skuId: row.sku_id as SkuId, slotId: row.id as FlashSlotId, name: row.name } : null
}

export type FlashPrice = { skuId: SkuId; flashFen: Fen; stockShare: number; perPerson: number }
