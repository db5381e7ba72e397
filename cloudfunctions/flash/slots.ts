/** The slots of today and tomorrow with their goods, the same for everybody, at most a second old. */
import type { Picture } from '@/contract/views'
import type { FlashItemView } from '@/contract/flash'
import { phaseOf, slotsToShow, type SlotPhase } from '@/domain/flash/slot'
import type { FlashSlotId } from '@/domain/ids'
import { DAY, dayStart, epochMs, later, type EpochMs } from '@/domain/time'
import { FRESH, remembered } from '../catalog/shop-memory'
import type { Deps } from '../runtime/deps'

export type FlashSlot = {
  readonly id: FlashSlotId
  readonly name: string
  readonly status: 'live' | 'ended'
  readonly startsAt: EpochMs
  readonly endsAt: EpochMs
  readonly items: readonly FlashItem[]
}
/** `left`: of the share and of the shelf, at most 99. */
export type FlashItem = FlashItemView & { readonly left: number }

type Row = Omit<FlashSlot, 'startsAt' | 'endsAt' | 'items'> & {
  startsAt: number
  endsAt: number
  items: readonly (Omit<FlashItem, 'isSoldOut' | 'picture'> & { picture: Picture | null })[]
}

const NO_PICTURE: Picture = { url: '', tone: ['#F6F6F4', '#EFEEEA'] }

const readSlotsStatement = {
  name: 'flash.read-slots',
  text: `
select s.id, s.name, s.status, (extract(epoch from s.starts_at) * 1000)::bigint as "startsAt",
  (extract(epoch from s.ends_at) * 1000)::bigint as "endsAt",
  coalesce((select json_agg(json_build_object('skuId', k.id, 'productId', p.id, 'title', p.title, 'options', k.options,
      'picture', coalesce(k.picture, p.pictures -> 0), 'flashFen', i.price_fen, 'saleFen', k.price_fen, 'perPerson', i.per_person,
      'stockShare', i.stock_share, 'sold', i.taken,
      'left', greatest(0, least(99, i.stock_share - i.taken,
        (select sum(available) from stock where store_id = $1 and sku_id = k.id)))) order by i.position, k.id)
    from flash_item i
    join sku k on k.store_id = $1 and k.id = i.sku_id and not k.is_off
    join product p on p.store_id = $1 and p.id = k.product_id and p.status = 'on'
    where i.store_id = $1 and i.slot_id = s.id), '[]') as items
from flash_slot s
where s.store_id = $1 and s.status in ('live', 'ended') and s.ends_at > $2::timestamptz and s.starts_at < $3::timestamptz
order by s.starts_at, s.id`,
}

const readSlots = async (deps: Deps): Promise<FlashSlot[]> => {
  const today = dayStart(deps.now())
  const rows = await deps.database.run<Row>(readSlotsStatement, [
    deps.storeId,
    new Date(today),
    new Date(later(today, 2 * DAY)),
  ])
  return rows.map(({ startsAt, endsAt, items, ...slot }) => ({
    ...slot,
    startsAt: epochMs(startsAt),
    endsAt: epochMs(endsAt),
    items: items.map((item) => ({ ...item, picture: item.picture ?? NO_PICTURE, isSoldOut: item.left === 0 })),
  }))
}

/** In the order of their start. */
export const flashSlots = async (deps: Deps): Promise<FlashSlot[]> =>
  slotsToShow(await remembered(deps, 'flash-slots', FRESH, () => readSlots(deps)), deps.now())

/** A slot that the staff ended before its time is over. */
export const phaseNow = (slot: FlashSlot, now: EpochMs): SlotPhase =>
  slot.status === 'ended' ? 'over' : phaseOf(slot, now)
