/** Groups one could join now. */
import type { OpenGroupCard } from '@/contract/group-buy'
import type { GroupId } from '@/domain/ids'
import { maskName } from '@/domain/share/mask'
import { epochMs } from '@/domain/time'

/** Looked for among so many that end soonest, so that a product the whole town gathers for stays quick to open. */
const LOOK = 200

/**
 * Rows of `id, missing, deadline_at, leader_id` from `group_buy`, without those the member is in; $1 is the store.
 * The other arguments are SQL: parameters or columns.
 */
export const joinableSql = (productId: string, memberId: string, now: string): string => `
select g.id, g.size - g.confirmed as missing, g.deadline_at, g.leader_id
from (select * from group_buy where store_id = $1 and product_id = ${productId} and state = 'open' and deadline_at > ${now}
  order by deadline_at limit ${LOOK}) g
where g.reserved + g.confirmed < g.size and not exists (
  select from group_seat where store_id = $1 and group_id = g.id and member_id = ${memberId} and state in ('reserved', 'confirmed'))`

/** A JSON card of each of `rows` (id, missing, deadline_at, leader_id), the fullest first. */
export const openGroupCardsSql = (rows: string): string => `
select json_agg(json_build_object('id', r.id, 'missing', r.missing, 'deadlineAt', (extract(epoch from r.deadline_at) * 1000)::bigint,
  'leader', (select name from member where store_id = $1 and id = r.leader_id and deleted_at is null),
  'avatars', (select json_agg(m.avatar order by t.member_id <> r.leader_id, t.confirmed_at, t.order_id)
    from group_seat t left join member m on m.store_id = $1 and m.id = t.member_id and m.deleted_at is null
    where t.store_id = $1 and t.group_id = r.id and t.state = 'confirmed')) order by r.missing, r.deadline_at, r.id)
from (${rows}) r`

export type OpenGroupRow = {
  readonly id: GroupId
  readonly missing: number
  readonly deadlineAt: number
  readonly leader: string | null
  readonly avatars: readonly (string | null)[] | null
}

export const openGroupCard = ({ id, missing, deadlineAt, leader, avatars }: OpenGroupRow): OpenGroupCard => ({
  id,
  leader: maskName(leader ?? ''),
  avatars: avatars ?? [],
  missing,
  deadlineAt: epochMs(deadlineAt),
})
