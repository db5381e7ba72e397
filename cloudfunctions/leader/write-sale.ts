/**
 * Writes a sale: a draft whole, of a running one only what `editSale` allows. A leader writes their own for their own
 * communities, staff the store's. Whoever saves over somebody else's change is told so; a save that is refused changes nothing.
 */
import type { SaleSaveRefusal } from '@/contract/leader'
import type { MemberId, SaleId, StaffId } from '@/domain/ids'
import { ok, refuse, type Refused, type Result } from '@/domain/result'
import { editSale } from '@/domain/sale/edit'
import { editOf } from '@/domain/sale/edit-of'
import type { LeaderState } from '@/domain/community/leader'
import { checkWords } from '../community/check-words'
import { lockCommunity, type LockedCommunity } from '../community/lock-community'
import { retryConflicts } from '../runtime/db/errors'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import { beginSale } from './begin-sale'
import { readGoods } from './goods.sql'
import { areOpenPoints } from './sale-places.sql'
import { findWrittenSale, lockWrittenSale, type WrittenSale } from './sale-terms.sql'
import { holdStanding, mayFinishSales, mayOpenSales } from './standing.sql'
import { whyNotOpen } from './why-not-open'
import { insertSale, replaceLines, updateLimits, updateSale, type WantedSale } from './write-sale.sql'

export type Author =
  { readonly role: 'leader'; readonly id: MemberId } | { readonly role: 'staff'; readonly id: StaffId }

export type Save = {
  readonly saleId: SaleId | undefined
  readonly version: number
  readonly opens: boolean
  readonly sale: WantedSale
}

/** What the save changed, told inside its transaction. */
export type SaveTrail = (trx: Trx, saleId: SaleId, before: WrittenSale | null) => Promise<void>

type Saved = Result<SaleId, SaleSaveRefusal>
type No = Refused<SaleSaveRefusal>

export const writeSale = async (deps: Deps, author: Author, save: Save, trail?: SaveTrail): Promise<Saved> => {
  const words = await unreadWords(deps, author, save)
  if (words && !words.ok) return words
  return retryConflicts(() => deps.db.transaction().execute((trx) => writeIn(trx, deps, author, save, trail)))
}

/** The staff's own words are the store's; a leader's are looked at where they are new. */
const unreadWords = async (deps: Deps, author: Author, { saleId, sale }: Save) => {
  if (author.role === 'staff') return null
  const before = saleId ? await findWrittenSale(deps.db, deps, saleId) : null
  const read = new Set(before?.leaderId === author.id ? wordsOf(before) : [])
  return checkWords(deps, author.id, ...wordsOf(sale).filter((text) => !read.has(text)))
}

const wordsOf = ({ title, note, lines }: Pick<WantedSale, 'title' | 'note' | 'lines'>): string[] => [
  title,
  note,
  ...new Set(lines.map((line) => line.label)),
]

const writeIn = async (trx: Trx, deps: Deps, author: Author, save: Save, trail?: SaveTrail): Promise<Saved> => {
  const rights = await rightsOf(trx, deps, author, save.sale)
  const before = save.saleId ? await lockWrittenSale(trx, deps, save.saleId) : null
  const no = whyNotMine(author, save, before) ?? whyNotNow(author, rights, save, before)
  if (no) return no
  const written =
    before && before.state !== 'draft'
      ? await writeEdit(trx, deps, author, rights, save, before)
      : await writeDraft(trx, deps, author, save, before)
  if (written.ok && trail) await trail(trx, written.value, before)
  return written
}

type Rights = { readonly standing: LeaderState | null; readonly community: LockedCommunity | null }

/** Held until the end: who is suspended or whose community is paused in this moment waits, or is seen. */
const rightsOf = async (trx: Trx, deps: Deps, author: Author, { communityId }: WantedSale): Promise<Rights> => ({
  standing: author.role === 'leader' ? await holdStanding(trx, deps, author.id) : null,
  community: communityId && (await lockCommunity(trx, deps, communityId)),
})

const whyNotMine = (author: Author, { saleId, version }: Save, before: WrittenSale | null): No | null => {
  if (!before) return saleId && version > 0 ? refuse({ code: 'sale.unknown' }) : null
  if (author.role === 'staff' && before.leaderId !== null) return refuse({ code: 'community.not-yours' })
  if (author.role === 'leader' && before.leaderId !== author.id) return refuse({ code: 'sale.unknown' })
  return before.version === version ? null : refuse({ code: 'sale.changed' })
}

/** A sale that runs stays with whoever opened it, even where its community has passed into other hands since. */
const whyNotNow = (
  author: Author,
  { standing, community }: Rights,
  { sale, opens }: Save,
  before: WrittenSale | null,
): No | null => {
  if (author.role === 'staff') return null
  if (!mayFinishSales(standing)) return refuse({ code: 'leader.not-approved' })
  if (before && before.state !== 'draft') return null
  if (!mayOpenSales(standing)) return refuse({ code: 'leader.not-approved' })
  if (!sale.communityId || community?.leaderId !== author.id) return refuse({ code: 'community.not-yours' })
  return opens && community.state !== 'active' ? refuse({ code: 'community.not-active' }) : null
}

const writeDraft = async (
  trx: Trx,
  deps: Deps,
  author: Author,
  { saleId, opens, sale }: Save,
  before: WrittenSale | null,
): Promise<Saved> => {
  const no = await whyNotDraft(trx, deps, sale, opens)
  if (no) return no
  const id = saleId ?? deps.newId('sal')
  if (before) await updateSale(trx, deps, id, sale)
  else if (!(await insertSale(trx, deps, id, author.role === 'leader' ? author.id : null, sale)))
    return refuse({ code: 'sale.changed' })
  await replaceLines(trx, deps, id, sale.lines)
  if (opens) {
    const moved = await beginSale(trx, deps, id, author)
    if (!moved.ok) throw new Error(`a draft that is locked could not open: ${moved.refusal.code}`)
  }
  return ok(id)
}

/** A draft may be incomplete, but what stands in it exists, each SKU once. */
const whyNotDraft = async (trx: Trx, deps: Deps, sale: WantedSale, opens: boolean): Promise<No | null> => {
  if (opens) return whyNotOpen(trx, deps, sale)
  const goods = await readGoods(
    deps,
    sale.lines.map((line) => line.skuId),
    trx,
  )
  const seen = new Set<string>()
  for (const { skuId } of sale.lines) {
    if (!goods.has(skuId)) return refuse({ code: 'sku.off', skuId })
    if (seen.has(skuId)) return refuse({ code: 'sale.twice', skuId })
    seen.add(skuId)
  }
  return (await areOpenPoints(trx, deps, sale.pickupPointIds)) ? null : refuse({ code: 'pickup-point.unknown' })
}

const writeEdit = async (
  trx: Trx,
  deps: Deps,
  author: Author,
  { standing }: Rights,
  { sale }: Save,
  before: WrittenSale,
): Promise<Saved> => {
  if (before.communityId !== sale.communityId || before.keepDays !== sale.keepDays)
    return refuse({ code: 'sale.fixed', field: 'terms' })
  const edit = editOf(before, sale)
  if (!edit.ok) return edit
  if (Object.keys(edit.value).length === 0) return ok(before.id)
  // who is suspended brings what runs to its end, and does not make it longer or larger
  const isMore = edit.value.endsAt !== undefined || edit.value.lines !== undefined
  if (author.role === 'leader' && isMore && !mayOpenSales(standing)) return refuse({ code: 'leader.not-approved' })
  const after = editSale(before.state, before, edit.value, deps.now())
  if (!after.ok) return after
  await updateSale(trx, deps, before.id, { ...after.value, communityId: before.communityId, keepDays: before.keepDays })
  if (edit.value.lines) await updateLimits(trx, deps, before.id, after.value.lines)
  return ok(before.id)
}
