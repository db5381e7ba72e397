/** When a refund of a group has stopped: WeChat Pay refused it for good, or its letter was given up. Then it waits for staff. */
import { sql } from 'kysely'

/** Kinds of refund that the ledger of groups shows, for statements that are plain text. */
export const groupKinds = `'group-expired', 'group-left', 'seat-lost'`
export const groupRefundKinds = sql.raw(groupKinds)

/** Of a row `b` of the outbox: it sends such a refund, so the ledger shows it and the outbox needn't. */
export const sendsGroupRefund = `(b.topic = 'refund.send' and exists (
  select from refund r where r.store_id = b.store_id and r.id = b.subject and r.kind in (${groupKinds})))`

/** The newest letter that sends `r`, as `l`. */
export const letterOfRefund = sql`left join lateral (
  select id, state, attempts, next_try_at, last_error from outbox
  where store_id = r.store_id and subject = r.id and topic = 'refund.send' order by id desc limit 1
) l on true`

export const refundHasStopped = sql`(r.state = 'failed' or (r.state <> 'done' and l.state = 'dead'))`
