/** What a member spent, as the level counts it: paid for goods in orders completed since then, refunds and delivery left out. */

/** Fen, of `member` since `since`; $1 is the store. */
export const spentSql = (member: string, since: string): string => `
select coalesce(sum(l.paid_fen - l.refunded_fen), 0)::bigint
from orders o join order_line l on l.store_id = $1 and l.order_id = o.id
where o.store_id = $1 and o.member_id = ${member} and o.completed_at >= ${since}::timestamptz`
