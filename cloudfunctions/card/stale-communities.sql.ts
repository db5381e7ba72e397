/**
 * Communities whose card says less than is true. Nobody who joins, orders or opens a sale writes a letter for it: the drawer
 * looks itself, draws a new community at once and one that changes every two minutes at most.
 */
import { DAY, MINUTE, later } from '@/domain/time'
import type { Deps } from '../runtime/deps'
import { letterRow } from '../runtime/outbox'

const REST = 2 * MINUTE
/** A new name or face of its leader leaves no trace, so each is looked at once a day whatever happens. */
const LOOK_ANYWAY = DAY
const MOST = 20

const staleStatement = {
  name: 'card.stale-communities',
  text: `
select c.id, c.card_as_of is null as "isNew" from community c
where c.store_id = $1 and c.state <> 'closed'
  and (c.card_as_of is null or c.updated_at > c.card_as_of or c.card_as_of <= $3
    or exists (select from member m where m.store_id = $1 and m.id = c.leader_id and m.deleted_at > c.card_as_of)
    or exists (select from community_member n where n.store_id = $1 and n.community_id = c.id and n.since_at > c.card_as_of)
    or exists (select from sale s where s.store_id = $1 and s.community_id = c.id
      and s.created_at > c.card_as_of - interval '30 days'
      and (s.opened_at > c.card_as_of or s.closed_at > c.card_as_of or (s.starts_at > c.card_as_of and s.starts_at <= $2))))
  and not exists (select from outbox o
    where o.store_id = $1 and o.state = 'waiting' and o.topic = 'community-card.draw' and o.subject = c.id)
order by c.card_as_of nulls first, c.id limit ${MOST}`,
}

/** Two drawers that look at once write two letters, and the second finds everything drawn. */
export const askForStaleCommunities = async (deps: Deps): Promise<void> => {
  const now = deps.now()
  const stale = await deps.database.run<{ id: string; isNew: boolean }>(staleStatement, [
    deps.storeId,
    new Date(now),
    new Date(later(now, -LOOK_ANYWAY)),
  ])
  if (stale.length === 0) return
  const letters = stale.map(({ id, isNew }) =>
    letterRow(deps, { topic: 'community-card.draw', subject: id, notBefore: isNew ? now : later(now, REST) }),
  )
  await deps.db.insertInto('outbox').values(letters).execute()
}
