import type { staffGroupBuy } from '@/contract/staff-group-buy'
import { ok } from '@/domain/result'
import type { UseCase } from '../runtime/serve'
import { countGroups, listGroups } from './group-list.sql'
import { groupRow } from './group-view'

export const groups: UseCase<typeof staffGroupBuy.groups> = async (deps, _caller, input) => {
  const [rows, counts] = await Promise.all([listGroups(deps, input), countGroups(deps, input)])
  return ok({ rows: rows.map(groupRow), total: counts[input.tab], counts })
}
