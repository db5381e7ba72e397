/** When a refund of a group has stopped: WeChat Pay refused it for good, or its letter was given up. Then it waits for staff. */
import { sql } from 'kysely'

export const groupRefundKinds = sql.raw(`'group-expired', 'group-left', 'seat-lost'`)

/** The newest letter that sends `r`, as `l`. */
export const letterOfRefund = sql`left join lateral (
  select id, state, attempts, next_try_at, last_error from outbox
  where store_id = r.store_id and subject = r.id and topic = 'refund.send' order by id desc limit 1
) l on true`

export const refundHasStopped = sql`(r.state = 'failed' or (r.state <> 'done' and l.state = 'dead'))`
