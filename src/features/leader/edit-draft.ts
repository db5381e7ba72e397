/** A sale while it is written, as plain values: what a tap on the editor makes of it. What may be said about it is the domain's. */
import type { CallInput } from '@/contract'
import type { SaleDraftView, SaleGoods } from '@/contract/leader'
import type { PickupPointId, SkuId } from '@/domain/ids'
import { fen, nearestRateOfFen, type Fen } from '@/domain/money'
import { KEEP_DAYS } from '@/domain/pickup/bag'
import { mayEdit } from '@/domain/sale/edit'
import { openSale, type TermsNo } from '@/domain/sale/terms'
import { lowestPrice, MOST_TIERS, type Tier } from '@/domain/sale/tier'
import { SALE_WINDOW } from '@/domain/sale/window'
import { DAY, dayStart, epochMs, HOUR, later, MINUTE, type EpochMs } from '@/domain/time'

export type Draft = SaleDraftView
export type DraftLine = Draft['lines'][number]

/** A tenth of a yuan: nobody prices by the fen. */
const STEP = 10
/** What a leader usually takes off. */
const USUAL_BP = 9_000
const TIER_BP = 9_500

const within = (priceFen: number, { floorFen, shopFen }: Pick<SaleGoods, 'floorFen' | 'shopFen'>): Fen =>
  fen(Math.min(shopFen, Math.max(1, floorFen, Math.round(priceFen / STEP) * STEP)))

export const isDraft = ({ state }: Pick<Draft, 'state'>): boolean => state === 'draft'

const lineFor = (goods: SaleGoods): DraftLine => ({
  ...goods,
  label: goods.proposedLabel,
  priceFen: within(nearestRateOfFen(goods.shopFen, USUAL_BP), goods),
  tiers: [],
  stockLimit: null,
  perPerson: null,
  taken: 0,
})

export const withGoods = (draft: Draft, goods: SaleGoods): Draft =>
  draft.lines.some(({ skuId }) => skuId === goods.skuId) ? draft : { ...draft, lines: [...draft.lines, lineFor(goods)] }

export const withoutLine = (draft: Draft, skuId: SkuId): Draft => ({
  ...draft,
  lines: draft.lines.filter((line) => line.skuId !== skuId),
})

export const withLine = (draft: Draft, skuId: SkuId, change: (line: DraftLine) => DraftLine): Draft => ({
  ...draft,
  lines: draft.lines.map((line) => (line.skuId === skuId ? change(line) : line)),
})

/** The price between floor and shop; tiers that would not be cheaper any more go with it. */
export const priced = (line: DraftLine, priceFen: number): DraftLine => {
  const price = within(priceFen, line)
  return { ...line, priceFen: price, tiers: falling(line.tiers, price) }
}

const falling = (tiers: readonly Tier[], priceFen: Fen): Tier[] =>
  tiers.reduce<Tier[]>(
    (kept, tier) => (tier.priceFen < (kept[kept.length - 1]?.priceFen ?? priceFen) ? [...kept, tier] : kept),
    [],
  )

const FIRST_TIER = 20

/** The next tier as one would guess it: twice the count, a twentieth less. Null where it can't fall or there are enough. */
export const nextTier = (line: DraftLine): Tier | null => {
  const last = line.tiers[line.tiers.length - 1]
  const priceFen = within(nearestRateOfFen(lowestPrice(line), TIER_BP), line)
  if (line.tiers.length >= MOST_TIERS || priceFen >= lowestPrice(line)) return null
  return { fromUnits: last ? last.fromUnits * 2 : FIRST_TIER, priceFen }
}

export const withTier = (line: DraftLine, place: number, tier: Tier | null): DraftLine => ({
  ...line,
  tiers: tier
    ? place < line.tiers.length
      ? line.tiers.map((each, i) => (i === place ? { ...tier, priceFen: within(tier.priceFen, line) } : each))
      : [...line.tiers, tier]
    : line.tiers.filter((_, i) => i !== place),
})

/** Of a limit that may only grow once the sale is open: the least it may be set to. */
export const leastLimit = (line: DraftLine, was: DraftLine | undefined, field: 'stockLimit' | 'perPerson'): number =>
  was?.[field] ?? (field === 'stockLimit' ? Math.max(1, line.taken) : 1)

export type Preset<K extends string> = { readonly key: K; readonly at: EpochMs }

const EVENING = 21 * HOUR

/** Nine in the evening, today and the two days after, as far as it is not too near. */
export const endPresets = (now: EpochMs): Preset<'tonight' | 'tomorrow' | 'later'>[] =>
  (['tonight', 'tomorrow', 'later'] as const)
    .map((key, days) => ({ key, at: epochMs(dayStart(now) + days * DAY + EVENING) }))
    .filter(({ at }) => at - now >= SALE_WINDOW.min)

export type Evening = { readonly fromAt: EpochMs; readonly untilAt: EpochMs }
const AFTER_WORK = { from: 17 * HOUR + 30 * MINUTE, until: 20 * HOUR + 30 * MINUTE }
const NOON = { from: 11 * HOUR, until: 13 * HOUR }

/** After the end: the noon and the evening of the next day, and the evening after that. */
export const handOverPresets = (endsAt: EpochMs): ({ readonly key: 'noon' | 'evening' } & Evening)[] => {
  const at = (days: number, { from, until }: { from: number; until: number }): Evening => ({
    fromAt: epochMs(dayStart(endsAt) + days * DAY + from),
    untilAt: epochMs(dayStart(endsAt) + days * DAY + until),
  })
  return [
    { key: 'noon' as const, ...at(1, NOON) },
    { key: 'evening' as const, ...at(1, AFTER_WORK) },
    { key: 'evening' as const, ...at(2, AFTER_WORK) },
  ].filter(({ fromAt }) => fromAt >= endsAt)
}

/** The end moves, and with it an evening that would begin before it. */
export const endingAt = (draft: Draft, endsAt: EpochMs): Draft => {
  if (draft.handOverFromAt >= endsAt) return { ...draft, endsAt }
  const evening = handOverPresets(endsAt).find(({ key }) => key === 'evening')
  return evening ? handedOver({ ...draft, endsAt }, evening) : { ...draft, endsAt }
}

export const handedOver = (draft: Draft, { fromAt, untilAt }: Evening): Draft => ({
  ...draft,
  handOverFromAt: fromAt,
  handOverUntilAt: untilAt,
})

/** Of a sale that runs: its end and its evening only move on together, by whole hours. */
export const prolonged = (draft: Draft, hours: number): Draft => endingAt(draft, later(draft.endsAt, hours * HOUR))

export const withPoint = (draft: Draft, id: PickupPointId): Draft => {
  const ids = draft.pickupPointIds ?? []
  return { ...draft, pickupPointIds: ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id] }
}

/** Another community brings its own points. */
export const inCommunity = (draft: Draft, communityId: Draft['communityId']): Draft => {
  const points = draft.communities.find(({ id }) => id === communityId)?.pickupPointIds ?? []
  return { ...draft, communityId, ...(points.length > 0 ? { pickupPointIds: points } : {}) }
}

export const keeping = (draft: Draft, days: number): Draft => ({
  ...draft,
  keepDays: Math.min(KEEP_DAYS.most, Math.max(KEEP_DAYS.least, days)),
})

/** The first thing that keeps it from opening, as the shop would say it; null if nothing. */
export const whyNot = (draft: Draft, now: EpochMs): TermsNo | { code: 'community.not-yours' } | null => {
  if (draft.communityId === null) return { code: 'community.not-yours' }
  const ranges = draft.lines.map(({ skuId, floorFen, shopFen }) => ({ skuId, floorFen, shopFen, isOn: true }))
  const opened = openSale({ ...draft, startsAt: begins(draft, now) }, ranges, now)
  return opened.ok ? null : opened.refusal
}

/** A draft that was begun a while ago begins when it opens. */
const begins = ({ startsAt, state }: Draft, now: EpochMs): EpochMs =>
  state === 'draft' ? epochMs(Math.max(startsAt, now)) : startsAt

/** Null where it belongs to no community yet. */
export const inputOf = (draft: Draft, opens: boolean, now: EpochMs): CallInput<'leader', 'saveSale'> | null => {
  const { communityId } = draft
  if (communityId === null) return null
  const { id: saleId, version, title, note, endsAt, pickupPointIds, handOverFromAt, handOverUntilAt } = draft
  return {
    ...{ saleId, version, communityId, opens, title, note, endsAt, handOverFromAt, handOverUntilAt },
    pickupPointIds: pickupPointIds && [...pickupPointIds],
    startsAt: begins(draft, now),
    keepDays: draft.keepDays,
    shortagePolicy: draft.shortagePolicy,
    lines: draft.lines.map(({ skuId, label, priceFen, tiers, stockLimit, perPerson }) => ({
      ...{ skuId, label, priceFen, stockLimit, perPerson },
      tiers: tiers.map((tier) => ({ ...tier })),
    })),
  }
}

export const mayChange = (draft: Pick<Draft, 'state'>, field: Parameters<typeof mayEdit>[1]): boolean =>
  draft.state === 'draft' || mayEdit(draft.state, field)

/** Whether anything was changed since it was opened or saved. */
export const isChanged = (draft: Draft, from: Draft): boolean => JSON.stringify(draft) !== JSON.stringify(from)
