/** An order that the leader wrote down for a neighbour, as whoever has the link sees it. */
import type { sale } from '@/contract/sale'
import type { MemberId, OrderId } from '@/domain/ids'
import { ok, refuse } from '@/domain/result'
import { readNeighbourDraft } from '../leader/neighbour-draft.sql'
import type { Deps } from '../runtime/deps'
import type { UseCase } from '../runtime/serve'

export const openDraft: UseCase<typeof sale.drafted> = async (deps, caller, { code }) => {
  const draft = await readNeighbourDraft(deps, code)
  if (!draft) return refuse({ code: 'draft.unknown' })
  const isOwn = draft.orderId !== null && caller.kind === 'member' && (await isOf(deps, draft.orderId, caller.memberId))
  // the link goes from hand to hand; whose order came of it stays theirs
  return ok(isOwn ? draft : { ...draft, orderId: null })
}

const isOf = async (deps: Deps, orderId: OrderId, memberId: MemberId): Promise<boolean> =>
  (await deps.db
    .selectFrom('orders')
    .select('id')
    .where('store_id', '=', deps.storeId)
    .where('id', '=', orderId)
    .where('member_id', '=', memberId)
    .executeTakeFirst()) !== undefined
