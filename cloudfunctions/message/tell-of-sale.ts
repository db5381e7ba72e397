/**
 * A group sale has begun: the neighbours of its community find it in their inbox, but for who has muted the community. By a
 * chain of letters, a batch each, so that opening waits for nobody and a community of thousands holds no long transaction.
 */
import { sql } from 'kysely'
import type { MemberId, SaleId } from '@/domain/ids'
import { epochMs } from '@/domain/time'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import { enqueue, type LetterHandlers } from '../runtime/outbox'
import { tell } from './tell'

type Opened = { readonly id: string; readonly community_id: string | null; readonly starts_at: Date }

/** In the transaction that opens it. The store's own sale has no neighbours; one that begins later is no news yet. */
export const tellOfSale = async (trx: Trx, deps: Deps, sale: Opened): Promise<void> => {
  if (sale.community_id === null) return
  const notBefore = Math.max(deps.now(), sale.starts_at.getTime())
  await enqueue(trx, deps, { topic: 'sale.tell', subject: sale.id, notBefore })
}

const BATCH = 500

const tellBatch = (deps: Deps, saleId: SaleId, after: string): Promise<void> =>
  deps.db.transaction().execute(async (trx) => {
    const neighbours = await neighboursOf(trx, deps, saleId, after)
    await tell(
      trx,
      deps,
      neighbours.map(({ memberId, title, community, endsAt, mayHear }) => ({
        ...{ kind: 'sale-opened', memberId, subject: saleId, isQuiet: !mayHear },
        facts: { saleId, title, community, endsAt: epochMs(endsAt) },
      })),
    )
    const last = neighbours.at(-1)
    if (last && neighbours.length === BATCH)
      await enqueue(trx, deps, { topic: 'sale.tell', subject: saleId, payload: { after: last.memberId } })
  })

/** `mayHear`: only who has allowed such a message gets a letter of their own; refunds don't wait behind thousands. */
type Neighbour = { memberId: MemberId; title: string; community: string; endsAt: number; mayHear: boolean }

/** Nobody where the sale is over. */
const neighboursOf = async (trx: Trx, deps: Deps, saleId: SaleId, after: string): Promise<readonly Neighbour[]> =>
  (
    await sql<Neighbour>`
    select n.member_id as "memberId", s.title, c.name as community, (extract(epoch from s.ends_at) * 1000)::bigint as "endsAt",
      coalesce(p.permits > 0, false) as "mayHear"
    from sale s
    join community c on c.store_id = s.store_id and c.id = s.community_id
    join community_member n on n.store_id = s.store_id and n.community_id = c.id and n.state = 'joined' and n.member_id > ${after}
    join member m on m.store_id = s.store_id and m.id = n.member_id and m.deleted_at is null
    left join message_permit p on p.store_id = s.store_id and p.member_id = m.id and p.template = 'opening'
    where s.store_id = ${deps.storeId} and s.id = ${saleId} and s.state = 'open' and s.ends_at > ${new Date(deps.now())}
      and n.member_id is distinct from s.leader_id
    order by n.member_id limit ${BATCH}`.execute(trx)
  ).rows

export const saleTellingLetters: LetterHandlers = {
  'sale.tell': (deps, { subject, payload }) => tellBatch(deps, subject as SaleId, String(payload['after'] ?? '')),
}
