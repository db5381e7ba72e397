/** Choosing one SKU by its specs: which options can still be taken, and which SKU a choice stands for. */

/** One option per spec, in the order of the specs. */
type Offered = { readonly options: readonly string[]; readonly available: number }

/** One entry per spec; null where nothing is chosen yet. */
export type SkuChoice = readonly (string | null)[]

/** `sold-out`: it exists with the rest of the choice, but none is left. `none`: there is no such thing. */
export type OptionState = 'chosen' | 'open' | 'sold-out' | 'none'

const fits = (sku: Offered, choice: SkuChoice): boolean =>
  choice.every((option, spec) => option === null || sku.options[spec] === option)

const withOption = (choice: SkuChoice, spec: number, option: string | null): SkuChoice =>
  choice.map((now, place) => (place === spec ? option : now))

/** The SKU that a full choice stands for; null while something is open or where there is no such SKU. A single SKU without specs needs no choice. */
export const chosenSku = <S extends Offered>(skus: readonly S[], choice: SkuChoice): S | null =>
  choice.includes(null) ? null : (skus.find((sku) => fits(sku, choice)) ?? null)

/** The choice a screen opens with: the first SKU that can be bought, else the first one; empty without SKUs. */
export const firstChoice = (skus: readonly Offered[]): SkuChoice =>
  (skus.find((sku) => sku.available > 0) ?? skus[0])?.options ?? []

/** How `option` of spec number `spec` stands, given what is chosen in the other specs. */
export const optionState = (skus: readonly Offered[], choice: SkuChoice, spec: number, option: string): OptionState => {
  if (choice[spec] === option) return 'chosen'
  const left = skus.filter((sku) => fits(sku, withOption(choice, spec, option)))
  if (left.length === 0) return 'none'
  return left.some((sku) => sku.available > 0) ? 'open' : 'sold-out'
}

/** The choice after a tap on `option`: takes it if it is open, gives it back if it was chosen, and else changes nothing. */
export const tapOption = (skus: readonly Offered[], choice: SkuChoice, spec: number, option: string): SkuChoice => {
  const state = optionState(skus, choice, spec, option)
  if (state === 'chosen') return withOption(choice, spec, null)
  return state === 'open' ? withOption(choice, spec, option) : choice
}
