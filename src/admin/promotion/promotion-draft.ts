/** A promotion as it is being written. */
import type { CallInput } from '@/contract/index'
import type { PromotionRow } from '@/contract/staff-promotion'
import type { PromotionId } from '@/domain/ids'
import { fen } from '@/domain/money'
import type { LineDeal, LinePromotion, OrderPromotion, Promotion } from '@/domain/promotion/promotion'
import { DAY, HOUR, later, type EpochMs } from '@/domain/time'
import { scopeInput } from './template-input'

export type PromotionInput = CallInput<'staff-promotion', 'savePromotion'>

const NEW = 'prm_0000000000' as PromotionId

export const orderBody: Pick<OrderPromotion, 'kind' | 'tiers' | 'combines'> = {
  kind: 'order',
  tiers: [{ overFen: fen(9900), offFen: fen(1000) }],
  combines: ['line'],
}
export const lineBody: Pick<LinePromotion, 'kind' | 'deal' | 'pool' | 'mostTimes' | 'combines'> = {
  kind: 'line',
  deal: { kind: 'nth', nth: 2, offBp: 5000 },
  pool: 'sku',
  mostTimes: null,
  combines: [],
}
export const deals: Record<LineDeal['kind'], LineDeal> = {
  'buy-n': { kind: 'buy-n', pieces: 3, free: 1 },
  nth: { kind: 'nth', nth: 2, offBp: 5000 },
  ladder: { kind: 'ladder', tiers: [{ pieces: 3, offBp: 2000 }] },
}

/** ¥10 off ¥99, a week from this hour on. */
export const emptyDraft = (now: EpochMs): Promotion => {
  const startsAt = later(now, -(now % HOUR))
  return { ...orderBody, id: NEW, name: '', scope: { kind: 'all' }, startsAt, endsAt: later(startsAt, 7 * DAY) }
}

const bodyOf = (promotion: Promotion): PromotionInput['body'] => {
  if (promotion.kind === 'order')
    return { kind: 'order', tiers: [...promotion.tiers], combines: [...promotion.combines] }
  const { deal, pool, mostTimes, combines } = promotion
  return {
    kind: 'line',
    deal: deal.kind === 'ladder' ? { kind: 'ladder', tiers: [...deal.tiers] } : deal,
    pool,
    mostTimes,
    combines: [...combines],
  }
}

const inputOf = (draft: Promotion, name: string): PromotionInput => ({
  name,
  scope: scopeInput(draft.scope),
  ...{ startsAt: draft.startsAt, endsAt: draft.endsAt },
  body: bodyOf(draft),
})

const hasGoods = ({ scope }: Promotion): boolean => scope.kind === 'all' || scope.ids.length > 0

export const saveInput = (draft: Promotion, row: PromotionRow | null): PromotionInput | null =>
  draft.name.trim() && hasGoods(draft) && draft.startsAt < draft.endsAt
    ? {
        ...inputOf(draft, draft.name),
        ...(row ? { promotionId: row.promotion.id, version: row.version } : {}),
      }
    : null

export const tryInput = (draft: Promotion): PromotionInput | null =>
  hasGoods(draft) && draft.startsAt < draft.endsAt ? inputOf(draft, draft.name.trim() || '—') : null

export const countChanges = (draft: Promotion, kept: Promotion): number => {
  const [now, before]: Record<string, unknown>[] = [{ ...draft }, { ...kept }]
  return [...new Set([...Object.keys(draft), ...Object.keys(kept)])].filter(
    (field) => JSON.stringify(now?.[field]) !== JSON.stringify(before?.[field]),
  ).length
}
