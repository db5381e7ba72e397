/** Specs come and go while a product is edited; the rows of prices follow, and none loses what it is. */
import { blankSku } from './draft'
import type { Draft, SkuDraft, Spec } from './draft'

const sameOptions = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((option, place) => option === b[place])

const combinations = (specs: readonly Spec[]): string[][] =>
  specs.reduce<string[][]>((rows, { options }) => rows.flatMap((row) => options.map((o) => [...row, o])), [[]])

const shared = (a: readonly string[], b: readonly string[]): number =>
  a.filter((option, place) => option === b[place]).length

/** A new row starts with the prices of the row most like it; its id, code and stock are its own. */
const likeNearest = (options: readonly string[], old: readonly SkuDraft[]): SkuDraft => {
  const nearest = old.reduce<SkuDraft>(
    (best, sku) => (shared(sku.options, options) > shared(best.options, options) ? sku : best),
    old[0] ?? blankSku,
  )
  return { ...nearest, id: undefined, code: '', initialStock: 0, isOff: false, options }
}

/** Rows for every combination. `lookUp` says under which old options a combination was known; one old row is used once. */
const rebuilt = (
  draft: Draft,
  specs: readonly Spec[],
  lookUp: (options: readonly string[]) => readonly string[],
): Draft => {
  const used = new Set<SkuDraft>()
  const skus = combinations(specs).map((options): SkuDraft => {
    const known = draft.skus.find((sku) => !used.has(sku) && sameOptions(sku.options, lookUp(options)))
    if (!known) return likeNearest(options, draft.skus)
    used.add(known)
    return { ...known, options }
  })
  return { ...draft, specs, skus }
}

const same = (options: readonly string[]): readonly string[] => options

/** The rows there were become the new spec's first value; only one spec name and value once. */
export const addSpec = (draft: Draft, name: string, option: string): Draft =>
  rebuilt(draft, [...draft.specs, { name, options: [option] }], (options) => options.slice(0, -1))

export const removeSpec = (draft: Draft, at: number): Draft => {
  const first = draft.specs[at]?.options[0] ?? ''
  return rebuilt(
    draft,
    draft.specs.filter((_, place) => place !== at),
    (options) => [...options.slice(0, at), first, ...options.slice(at)],
  )
}

const withOptions = (draft: Draft, at: number, change: (options: readonly string[]) => readonly string[]): Draft =>
  rebuilt(
    draft,
    draft.specs.map((spec, place) => (place === at ? { ...spec, options: change(spec.options) } : spec)),
    same,
  )

export const addOption = (draft: Draft, at: number, option: string): Draft =>
  draft.specs[at]?.options.includes(option) ? draft : withOptions(draft, at, (options) => [...options, option])

/** A spec keeps at least one value; take the whole spec away instead. */
export const removeOption = (draft: Draft, at: number, option: string): Draft =>
  draft.specs[at]?.options.length === 1
    ? draft
    : withOptions(draft, at, (options) => options.filter((other) => other !== option))
