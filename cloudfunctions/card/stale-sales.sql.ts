/**
 * Group sales whose card says less than is true. A sale changes with every order, so nobody who pays writes a letter for it:
 * the drawer looks itself, draws a new sale at once and one that is under way every two minutes at most.
 */
import { MINUTE, later } from '@/domain/time'
import type { Deps } from '../runtime/deps'
import { letterRow } from '../runtime/outbox'

const REST = 2 * MINUTE
const MOST = 20

const staleStatement = {
  name: 'card.stale-sales',
  text: `
select s.id, s.card_version is null as "isNew" from sale s
where s.store_id = $1 and s.state in ('open', 'closed') and (s.card_version is null or s.version > s.card_version)
  and not exists (select from outbox o
    where o.store_id = $1 and o.state = 'waiting' and o.topic = 'sale-card.draw' and o.subject = s.id and o.next_try_at < $2)
order by s.card_version is null desc, s.ends_at limit ${MOST}`,
}

/** Two drawers that look at once write two letters, and the second finds everything drawn. */
export const askForStaleSales = async (deps: Deps): Promise<void> => {
  const soon = new Date(later(deps.now(), 2 * REST))
  const stale = await deps.database.run<{ id: string; isNew: boolean }>(staleStatement, [deps.storeId, soon])
  if (stale.length === 0) return
  const letters = stale.map(({ id, isNew }) =>
    letterRow(deps, {
      topic: 'sale-card.draw',
      subject: id,
      payload: { saleId: id },
      notBefore: isNew ? deps.now() : later(deps.now(), REST),
    }),
  )
  await deps.db.insertInto('outbox').values(letters).execute()
}
