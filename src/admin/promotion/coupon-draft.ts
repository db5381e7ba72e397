/** A coupon template as it is being written. */
import type { TemplateRow } from '@/contract/staff-promotion'
import { templateFaults, type TemplateFault } from '@/domain/coupon/template-faults'
import type { CouponTemplate } from '@/domain/coupon/template'
import type { CouponTemplateId } from '@/domain/ids'
import { fen } from '@/domain/money'
import type { EpochMs } from '@/domain/time'
import { templateInput, type TemplateInput } from './template-input'

const NEW = 'ctp_0000000000' as CouponTemplateId

/** ¥5 from ¥39 on, a week from the claim, one a person. */
export const emptyDraft = (): CouponTemplate => ({
  ...{ id: NEW, name: '', status: 'draft', isClaimable: true, claimFromAt: null, claimUntilAt: null },
  offer: { kind: 'amount', offFen: fen(500) },
  thresholdFen: fen(3900),
  scope: { kind: 'all' },
  combines: [],
  validity: { kind: 'days', days: 7 },
  ...{ budget: 100, perPerson: 1, perDay: null },
})

export const countChanges = (draft: CouponTemplate, kept: CouponTemplate): number =>
  (Object.keys(draft) as (keyof CouponTemplate)[]).filter(
    (field) => JSON.stringify(draft[field]) !== JSON.stringify(kept[field]),
  ).length

export const faultsOf = (draft: CouponTemplate, now: EpochMs): TemplateFault[] => templateFaults(draft, now)

/** A scope without goods and a template without a name are no templates yet, not even drafts. */
export const saveInput = (draft: CouponTemplate, row: TemplateRow | null): TemplateInput | null => {
  if (!draft.name.trim() || (draft.scope.kind !== 'all' && draft.scope.ids.length === 0)) return null
  return { ...templateInput(draft), ...(row ? { templateId: row.template.id, version: row.version } : {}) }
}

/** Can it be tried? It needs no name for that. */
export const tryInput = (draft: CouponTemplate): TemplateInput | null =>
  draft.scope.kind !== 'all' && draft.scope.ids.length === 0
    ? null
    : { ...templateInput(draft), name: draft.name.trim() || '—' }
