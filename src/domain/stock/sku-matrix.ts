/** The SKUs of a product are cells of the matrix that its specs span. A cell that goes is switched off, never deleted: its ledger stays. */
import type { SkuId } from '../ids'
import type { Fen } from '../money'
import { ok, refuse, type Result } from '../result'

export type Spec = { readonly name: string; readonly options: readonly string[] }
type Known = { readonly id: SkuId; readonly options: readonly string[] }
type Wanted = { readonly id?: SkuId | undefined; readonly options: readonly string[] }

export type MatrixRefusal =
  { code: 'sku.options-mismatch' } | { code: 'sku.options-repeated' } | { code: 'sku.unknown' }

/** True if the SKU is a cell of this matrix: one option of each spec, in their order. */
export const fitsSpecs = (specs: readonly Spec[], options: readonly string[]): boolean =>
  options.length === specs.length && specs.every((spec, i) => spec.options.includes(options[i] ?? ''))

const cell = (options: readonly string[]): string => JSON.stringify(options)
const isRepeated = (texts: readonly string[]): boolean => new Set(texts).size < texts.length

/** Null if every SKU is a cell of its own and no spec or option is named twice. */
export const checkMatrix = (specs: readonly Spec[], skus: readonly Wanted[]): MatrixRefusal | null => {
  if (isRepeated(specs.map((spec) => spec.name)) || specs.some((spec) => isRepeated(spec.options)))
    return { code: 'sku.options-repeated' }
  if (!skus.every((sku) => fitsSpecs(specs, sku.options))) return { code: 'sku.options-mismatch' }
  return isRepeated(skus.map((sku) => cell(sku.options))) ? { code: 'sku.options-repeated' } : null
}

export type SkuPlan<W> = {
  readonly skus: readonly (W & { readonly id: SkuId; readonly isNew: boolean })[]
  /** Known ones that are wanted no more: to be switched off. */
  readonly retired: readonly SkuId[]
  /** Known ones that have to leave their cell before the others can take it. */
  readonly parked: readonly SkuId[]
}

/** A wanted SKU without an id that names a known one's cell is that one, back again, with its ledger. */
export const planSkus = <W extends Wanted>(
  known: readonly Known[],
  wanted: readonly W[],
  newId: () => SkuId,
): Result<SkuPlan<W>, MatrixRefusal> => {
  const named = new Set(wanted.map((sku) => sku.id))
  if (wanted.some((sku) => sku.id !== undefined && !known.some((old) => old.id === sku.id)))
    return refuse({ code: 'sku.unknown' })
  const skus = wanted.map((sku) => {
    const old = known.find((k) =>
      sku.id ? k.id === sku.id : !named.has(k.id) && cell(k.options) === cell(sku.options),
    )
    return { ...sku, id: old?.id ?? newId(), isNew: !old }
  })
  if (isRepeated(skus.map((sku) => sku.id))) return refuse({ code: 'sku.options-repeated' })
  const cellOf = new Map(skus.map((sku) => [sku.id, cell(sku.options)]))
  const taken = new Set(cellOf.values())
  const retired = known.filter((old) => !cellOf.has(old.id))
  const moving = known.filter((old) => cellOf.has(old.id) && cellOf.get(old.id) !== cell(old.options))
  const inTheWay = retired.filter((old) => taken.has(cell(old.options)))
  return ok({ skus, retired: retired.map((old) => old.id), parked: [...moving, ...inTheWay].map((old) => old.id) })
}

type Priced = { readonly priceFen: Fen; readonly isOff: boolean }

/** Lowest and highest price of what is on sale; of everything, where nothing is. An empty list is a bug and throws. */
export const priceRange = (skus: readonly Priced[]): { readonly fromFen: Fen; readonly toFen: Fen } => {
  const sold = skus.filter((sku) => !sku.isOff)
  const prices = (sold.length > 0 ? sold : skus).map((sku) => sku.priceFen).sort((a, b) => a - b)
  const [fromFen, toFen] = [prices[0], prices[prices.length - 1]]
  if (fromFen === undefined || toFen === undefined) throw new RangeError('a product without SKUs has no price')
  return { fromFen, toFen }
}

export type Missing = 'picture' | 'sku'

/** What a product lacks to be put on sale. */
export const missingToSell = (pictures: number, skusOnSale: number): Missing[] => [
  ...(pictures === 0 ? (['picture'] as const) : []),
  ...(skusOnSale === 0 ? (['sku'] as const) : []),
]
