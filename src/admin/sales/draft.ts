/** What is typed into the editor of a sale, and what is wrong with it, by the same rule that the server opens it with. */
import type { CallInput } from '@/contract/index'
import type { SaleDraftView, SaleGoods } from '@/contract/leader'
import { openSale, type SaleLine, type SaleTerms, type TermsNo } from '@/domain/sale/terms'
import type { EpochMs } from '@/domain/time'

export type DraftLine = SaleLine & { goods: SaleGoods; taken: number }
export type Draft = Omit<SaleTerms, 'lines'> & { keepDays: number; lines: readonly DraftLine[] }

export const draftOf = (view: SaleDraftView): Draft => {
  const { title, note, startsAt, endsAt, pickupPointIds, handOverFromAt, handOverUntilAt, shortagePolicy } = view
  return {
    ...{ title, note, startsAt, endsAt, pickupPointIds, handOverFromAt, handOverUntilAt, shortagePolicy },
    keepDays: view.keepDays,
    lines: view.lines.map((line) => ({ ...lineOf(line), goods: line, taken: line.taken })),
  }
}

const lineOf = ({ skuId, label, priceFen, tiers, stockLimit, perPerson }: SaleLine): SaleLine => ({
  ...{ skuId, label, priceFen, tiers, stockLimit, perPerson },
})

/** At the shop's price, which is always within the range. */
export const newLine = (goods: SaleGoods): DraftLine => ({
  skuId: goods.skuId,
  label: goods.proposedLabel,
  priceFen: goods.shopFen,
  tiers: [],
  stockLimit: null,
  perPerson: null,
  goods,
  taken: 0,
})

const termsOf = (draft: Draft): SaleTerms => ({ ...draft, lines: draft.lines.map(lineOf) })

/** What the server would refuse to open; null when it may open. */
export const problemOf = (draft: Draft, now: EpochMs): TermsNo | null => {
  const ranges = draft.lines.map(({ goods: { skuId, shopFen, floorFen } }) => ({
    ...{ skuId, shopFen, floorFen, isOn: true },
  }))
  const checked = openSale(termsOf(draft), ranges, now)
  return checked.ok ? null : checked.refusal
}

export const isChanged = (before: Draft, after: Draft): boolean =>
  JSON.stringify(termsOf(before)) !== JSON.stringify(termsOf(after)) || before.keepDays !== after.keepDays

export const saveInput = (view: SaleDraftView, draft: Draft, opens: boolean): CallInput<'staff-sale', 'save'> => ({
  saleId: view.id,
  version: view.version,
  opens,
  ...{ title: draft.title.trim(), note: draft.note.trim(), startsAt: draft.startsAt, endsAt: draft.endsAt },
  ...{ pickupPointIds: draft.pickupPointIds && [...draft.pickupPointIds], keepDays: draft.keepDays },
  ...{ handOverFromAt: draft.handOverFromAt, handOverUntilAt: draft.handOverUntilAt },
  shortagePolicy: draft.shortagePolicy,
  lines: draft.lines.map((line) => ({ ...lineOf(line), tiers: [...line.tiers] })),
})
