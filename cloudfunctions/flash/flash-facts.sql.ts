/** What the rule of a flash sale needs to know of one buyer and one slot. One statement for all who ask. */
import type { FlashFacts } from '@/domain/flash/buy'
import type { FlashSlotId, MemberId, SkuId } from '@/domain/ids'
import type { Fen } from '@/domain/money'
import { epochMs } from '@/domain/time'
import { together } from '../runtime/together'

export type FlashAsk = { readonly memberId: MemberId; readonly slotId: FlashSlotId; readonly skuIds: readonly SkuId[] }

/** Of the SKUs asked for, those that are in the slot. */
export type FlashPart = {
  readonly id: FlashSlotId
  readonly name: string
  readonly slot: FlashFacts['slot']
  readonly items: readonly (FlashFacts['item'] & { readonly skuId: SkuId; readonly mine: number })[]
}

type Row = {
  id: FlashSlotId | null
  name: string
  status: FlashFacts['slot']['status']
  startsAt: number
  endsAt: number
  items: readonly (Omit<FlashPart['items'][number], 'priceFen'> & { priceFen: Fen })[]
}

const readFlashStatement = {
  name: 'flash.read-part',
  text: `
select s.id, s.name, s.status, (extract(epoch from s.starts_at) * 1000)::bigint as "startsAt",
  (extract(epoch from s.ends_at) * 1000)::bigint as "endsAt",
  coalesce((select json_agg(json_build_object('skuId', i.sku_id, 'priceFen', i.price_fen, 'stockShare', i.stock_share, 'taken', i.taken,
      'perPerson', i.per_person, 'mine', coalesce((
        -- not joined: in a plan made while nobody had bought, the join walked all the buyers of the slot (0.4 to 2.4 ms an order)
        select pieces from flash_buyer
        where store_id = $1 and slot_id = i.slot_id and sku_id = i.sku_id and member_id = a.member_id), 0)))
    from flash_item i
    where i.store_id = $1 and i.slot_id = s.id and i.sku_id = any($4::text[])), '[]') as items
from unnest($2::text[], $3::text[]) with ordinality as a (member_id, slot_id, n)
left join flash_slot s on s.store_id = $1 and s.id = a.slot_id
order by a.n`,
}

/** Null where there is no such slot. */
export const readFlash = together<FlashAsk, FlashPart | null>(async ({ database, storeId }, asks) => {
  const rows = await database.run<Row>(readFlashStatement, [
    storeId,
    asks.map((ask) => ask.memberId),
    asks.map((ask) => ask.slotId),
    [...new Set(asks.flatMap((ask) => ask.skuIds))],
  ])
  return rows.map((row, i) => partOf(row, asks[i]?.skuIds ?? []))
})

const partOf = ({ id, name, status, startsAt, endsAt, items }: Row, skuIds: readonly SkuId[]): FlashPart | null =>
  id && {
    id,
    name,
    slot: { status, startsAt: epochMs(startsAt), endsAt: epochMs(endsAt) },
    // in the order of the basket, so that the first trouble is told first
    items: skuIds.flatMap((skuId) => items.find((item) => item.skuId === skuId) ?? []),
  }
