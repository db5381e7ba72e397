/**
 * The chain of a sale from its newest entry back: who has not paid yet stands first, with the number that would come next,
 * then everybody who has paid under their own. Who withdrew is left out, and their number stays theirs.
 */
import type { ChainEntryView } from '@/contract/sale'
import type { MemberId, SaleId } from '@/domain/ids'
import { itemsText, type ChainItem } from '@/domain/sale/chain'
import { maskName } from '@/domain/share/mask'
import { epochMs } from '@/domain/time'
import type { Deps } from '../runtime/deps'

export type ChainRow = {
  readonly number: number
  readonly isPending: boolean
  readonly memberId: MemberId | null
  /** Whom it is for, else who ordered; null for somebody who has left the shop. */
  readonly name: string | null
  readonly avatar: string | null
  readonly items: readonly ChainItem[]
  readonly at: number
}

type Words = { readonly saleId: string; readonly before: string; readonly most: string }

/** JSON of `ChainRow`s below the number `before`, the highest first; $1 is the store. */
export const chainSql = ({ saleId, before, most }: Words): string => `
select json_agg(json_build_object('number', e.number, 'isPending', e.pending, 'memberId', e.member_id,
  'name', coalesce(e.for_name, m.name), 'avatar', case when e.for_name is null then m.avatar end,
  'at', (extract(epoch from coalesce(e.paid_at, e.placed_at)) * 1000)::bigint,
  'items', (select coalesce(json_agg(json_build_object('label', l.label, 'quantity', i.quantity - i.refunded_quantity) order by i.line_no), '[]')
    from order_line i join sale_line l on l.store_id = $1 and l.sale_id = ${saleId} and l.sku_id = i.sku_id
    where i.store_id = $1 and i.order_id = e.order_id)) order by e.number desc)
from (
  select * from (
    (select order_id, member_id, for_name, placed_at, paid_at, number, false as pending from sale_order
      where store_id = $1 and sale_id = ${saleId} and number < ${before} and gone_at is null order by number desc limit ${most})
    union all
    select order_id, member_id, for_name, placed_at, paid_at,
      (select last_number from sale where store_id = $1 and id = ${saleId}) + (row_number() over (order by placed_at, order_id))::int, true
    from sale_order where store_id = $1 and sale_id = ${saleId} and number is null and gone_at is null
  ) all_of_it where number < ${before} order by number desc limit ${most}
) e
left join member m on m.store_id = $1 and m.id = e.member_id and m.deleted_at is null`

/** Others by the first character of their name, oneself whole. */
export const chainEntry = (row: ChainRow, caller: MemberId | null): ChainEntryView => {
  const isYou = caller !== null && row.memberId === caller
  return {
    number: row.number,
    isPending: row.isPending,
    name: isYou ? (row.name ?? '') : maskName(row.name ?? ''),
    avatar: row.avatar,
    text: itemsText(row.items),
    at: epochMs(row.at),
    isYou,
  }
}

/** Above every number that a chain can have. */
export const FROM_THE_TOP = 2_147_483_647

const readChainStatement = {
  name: 'sale.read-chain',
  text: `select (${chainSql({ saleId: '$2', before: '$3::int', most: '$4::int' })}) as chain from sale where store_id = $1 and id = $2 and state <> 'draft'`,
}

/** Null where there is no such sale. */
export const readChain = async (
  deps: Deps,
  saleId: SaleId,
  { before, most }: { readonly before: number; readonly most: number },
): Promise<readonly ChainRow[] | null> => {
  const params = [deps.storeId, saleId, before, most]
  const [row] = await deps.database.run<{ chain: readonly ChainRow[] | null }>(readChainStatement, params)
  return row ? (row.chain ?? []) : null
}
