/** A leader saves a draft, opens it in the same step, or mends what may still change of a sale that runs. */
import type { leader } from '@/contract/leader'
import type { UseCase } from '../runtime/serve'
import { readDraftView } from './draft-view'
import { writeSale } from './write-sale'

export const saveSale: UseCase<typeof leader.saveSale> = async (
  deps,
  { memberId },
  { saleId, version, opens, ...sale },
) => {
  const saved = await writeSale(deps, { role: 'leader', id: memberId }, { saleId, version, opens, sale })
  return saved.ok ? readDraftView(deps, 'leader', saved.value) : saved
}
