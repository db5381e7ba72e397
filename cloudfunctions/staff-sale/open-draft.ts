/** A new draft of the store's own, or a sale as it stands; a leader's is there to be read. */
import type { staffSale } from '@/contract/staff-sale'
import { ok } from '@/domain/result'
import { readDraftView } from '../leader/draft-view'
import { findSale, unknownSale } from '../leader/find-sale'
import { proposeSale } from '../leader/propose-sale'
import type { UseCase } from '../runtime/serve'

export const openDraft: UseCase<typeof staffSale.draft> = async (deps, caller, { saleId }) => {
  if (saleId) return (await findSale(deps, caller, saleId)) ? readDraftView(deps, 'staff', saleId) : unknownSale()
  const { pickupPointIds } = caller
  const draft = await proposeSale(deps, { leaderId: null })
  if (!pickupPointIds) return ok(draft)
  const pickupPoints = draft.pickupPoints.filter(({ id }) => pickupPointIds.includes(id))
  return ok({ ...draft, pickupPoints, pickupPointIds: pickupPoints.map(({ id }) => id) })
}
