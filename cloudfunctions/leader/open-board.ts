import type { leader } from '@/contract/leader'
import { ok } from '@/domain/result'
import type { UseCase } from '../runtime/serve'
import { findSale, unknownSale } from './find-sale'
import { LEADER, readBoard } from './read-board'

export const openBoard: UseCase<typeof leader.board> = async (deps, caller, { saleId }) =>
  (await findSale(deps, caller, saleId)) ? ok(await readBoard(deps, LEADER, saleId)) : unknownSale()
