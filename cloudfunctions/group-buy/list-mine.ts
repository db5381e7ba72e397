/** A member's groups, newest first: those they paid in or are paying in, whatever became of them. */
import type { groupBuy, GroupListItem } from '@/contract/group-buy'
import type { Picture } from '@/contract/views'
import type { GroupId, OrderId } from '@/domain/ids'
import type { GroupState, SeatState } from '@/domain/group-buy/group'
import { fen } from '@/domain/money'
import { ok } from '@/domain/result'
import { epochMs } from '@/domain/time'
import type { UseCase } from '../runtime/serve'
import { refundSql, type RefundRow } from './group.sql'
import { refundView } from './group-view'

const PAGE = 10

type Row = {
  id: GroupId
  orderId: OrderId
  state: GroupState
  seat: SeatState
  size: number
  confirmed: number
  deadlineAt: Date | null
  title: string
  options: readonly string[]
  picture: Picture
  paidFen: number
  refund: RefundRow | null
  at: Date
}

const PLACE = /^(\d{1,15})\.(ord_[0-9a-z]{10,26})$/

/** A seat that was never paid, or given up for another group, is no group of one's own. */
const readMineStatement = {
  name: 'group-buy.read-mine',
  text: `
select g.id, o.id as "orderId", g.state, t.state as seat, g.size, g.confirmed, g.deadline_at as "deadlineAt", l.title, l.options,
  l.picture, o.paid_fen as "paidFen", (${refundSql}) as refund, t.reserved_at as at
from group_seat t
join group_buy g on g.store_id = $1 and g.id = t.group_id
join orders o on o.store_id = $1 and o.id = t.order_id
join order_line l on l.store_id = $1 and l.order_id = o.id and l.line_no = 1
where t.store_id = $1 and t.member_id = $2 and t.state not in ('released', 'moved')
  and ($3::timestamptz is null or (t.reserved_at, t.order_id) < ($3::timestamptz, $4::text))
order by t.reserved_at desc, t.order_id desc limit ${PAGE + 1}`,
}

export const listMine: UseCase<typeof groupBuy.mine> = async (deps, { memberId }, { cursor }) => {
  const place = PLACE.exec(cursor ?? '')
  const rows = await deps.database.run<Row>(readMineStatement, [
    deps.storeId,
    memberId,
    place ? new Date(Number(place[1])) : null,
    place?.[2] ?? null,
  ])
  const items = rows.slice(0, PAGE).map(itemOf)
  const last = rows.length > PAGE ? items.at(-1) : undefined
  return ok({ items, next: last ? `${last.at}.${last.orderId}` : null })
}

const itemOf = ({ deadlineAt, paidFen, refund, at, ...row }: Row): GroupListItem => ({
  ...row,
  deadlineAt: deadlineAt && epochMs(deadlineAt.getTime()),
  paidFen: fen(paidFen),
  refund: refund && refundView(refund),
  at: epochMs(at.getTime()),
})
