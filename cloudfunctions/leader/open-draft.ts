/** A draft to edit: new, from an earlier sale, or one that exists. Nothing is written; a proposal is kept when it is saved. */
import type { leader } from '@/contract/leader'
import { ok, refuse } from '@/domain/result'
import type { UseCase } from '../runtime/serve'
import { readDraftView } from './draft-view'
import { findSale, unknownSale } from './find-sale'
import { proposeSale, repeatSale } from './propose-sale'
import { findLastOpened, findWrittenSale } from './sale-terms.sql'
import { mayFinishSales, mayOpenSales, readStanding } from './standing.sql'

export const openDraft: UseCase<typeof leader.draft> = async (deps, caller, input) => {
  const { memberId } = caller
  const standing = await readStanding(deps.db, deps, memberId)
  const mayLook = input.from === 'self' ? mayFinishSales(standing) : mayOpenSales(standing)
  if (!mayLook) return refuse({ code: 'leader.not-approved' })
  if (input.from === 'nothing')
    return ok(await proposeSale(deps, { leaderId: memberId, communityId: input.communityId }))
  if (input.from === 'self')
    return (await findSale(deps, caller, input.saleId)) ? readDraftView(deps, 'leader', input.saleId) : unknownSale()
  const saleId = input.from === 'last' ? await findLastOpened(deps, memberId) : input.saleId
  const earlier = saleId && (await findWrittenSale(deps.db, deps, saleId))
  return earlier && earlier.leaderId === memberId ? ok(await repeatSale(deps, earlier)) : unknownSale()
}
