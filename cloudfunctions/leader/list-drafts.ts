import type { leader } from '@/contract/leader'
import { ok } from '@/domain/result'
import type { UseCase } from '../runtime/serve'
import { findSale, unknownSale } from './find-sale'
import { readNeighbourDrafts } from './neighbour-draft.sql'

export const listDrafts: UseCase<typeof leader.drafts> = async (deps, caller, { saleId }) =>
  (await findSale(deps, caller, saleId)) ? ok({ items: await readNeighbourDrafts(deps, saleId) }) : unknownSale()
