import type { staffSale } from '@/contract/staff-sale'
import { ok } from '@/domain/result'
import { catalogueOf } from '../leader/list-goods'
import type { UseCase } from '../runtime/serve'

export const listGoods: UseCase<typeof staffSale.catalogue> = async (deps, _caller, asked) =>
  ok(await catalogueOf(deps, asked))
