/** Writes the store's own sale. Who looks after single pick-up points writes sales that are handed over at these alone. */
import type { staffSale } from '@/contract/staff-sale'
import type { ParsedOf } from '@/contract/define'
import { refuse } from '@/domain/result'
import { changedFields } from '@/domain/staff/changed-fields'
import { readDraftView } from '../leader/draft-view'
import { findSale, unknownSale } from '../leader/find-sale'
import type { WrittenSale } from '../leader/sale-terms.sql'
import { writeSale, type SaveTrail } from '../leader/write-sale'
import { audit } from '../runtime/audit'
import type { StaffCaller } from '../runtime/caller'
import type { Deps } from '../runtime/deps'
import type { UseCase } from '../runtime/serve'

type Input = ParsedOf<typeof staffSale.save>

export const saveSale: UseCase<typeof staffSale.save> = async (deps, caller, input) => {
  const { saleId, version, opens, ...terms } = input
  if (caller.pickupPointIds) {
    const scope: readonly string[] = caller.pickupPointIds
    const isWithin = terms.pickupPointIds !== null && terms.pickupPointIds.every((id) => scope.includes(id))
    if (!isWithin) return refuse({ code: 'pickup-point.unknown' })
    // version 0 is a proposal that nobody has saved
    if (saleId && version > 0 && !(await findSale(deps, caller, saleId, { whole: true }))) return unknownSale()
  }
  const sale = { ...terms, communityId: null }
  const by = { role: 'staff', id: caller.staffId } as const
  const saved = await writeSale(deps, by, { saleId, version, opens, sale }, trailOf(deps, caller, input))
  return saved.ok ? readDraftView(deps, 'staff', saved.value) : saved
}

const trailOf =
  (deps: Deps, caller: StaffCaller, input: Input): SaveTrail =>
  async (trx, saleId, before) => {
    const changed = changedFields(before ? factsOf(before) : {}, factsOf(input))
    const opened = input.opens && (!before || before.state === 'draft')
    if (before && !opened && Object.keys(changed.after).length === 0) return
    await audit(trx, deps, caller, {
      action: opened ? 'sale.open' : before ? 'sale.change' : 'sale.add',
      subject: saleId,
      subjectName: input.title,
      ...changed,
    })
  }

/** Flat, with one field a SKU, so that the trail keeps the lines that changed and not all of them. */
const factsOf = (sale: Input | WrittenSale): Record<string, unknown> => {
  const { title, note, startsAt, endsAt, pickupPointIds, handOverFromAt, handOverUntilAt, keepDays, shortagePolicy } =
    sale
  return {
    ...{ title, note, startsAt, endsAt, pickupPointIds, handOverFromAt, handOverUntilAt, keepDays, shortagePolicy },
    ...Object.fromEntries(
      sale.lines.map(({ skuId, label, priceFen, tiers, stockLimit, perPerson }) => [
        `sku:${skuId}`,
        { label, priceFen, tiers, stockLimit, perPerson },
      ]),
    ),
  }
}
