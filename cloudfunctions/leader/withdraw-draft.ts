/** Takes a neighbour's draft back, as long as nobody has placed it. */
import type { leader } from '@/contract/leader'
import { ok, refuse } from '@/domain/result'
import type { UseCase } from '../runtime/serve'
import { findDraftOwner, markWithdrawn, readNeighbourDraft, readNeighbourDrafts } from './neighbour-draft.sql'

export const withdrawDraft: UseCase<typeof leader.withdrawDraft> = async (deps, { memberId }, { code }) => {
  const owner = await findDraftOwner(deps, code)
  if (owner?.leaderId !== memberId) return refuse({ code: 'draft.unknown' })
  const draft = await readNeighbourDraft(deps, code)
  if (draft?.state !== 'open') return refuse({ code: 'draft.over', state: draft?.state ?? 'lapsed' })
  if (!(await markWithdrawn(deps, code))) {
    const now = await readNeighbourDraft(deps, code)
    return refuse({ code: 'draft.over', state: now?.state ?? 'lapsed' })
  }
  return ok({ items: await readNeighbourDrafts(deps, owner.saleId) })
}
