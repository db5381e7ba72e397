/** The product as it is being edited: pure changes of a draft, and how it goes back to the server. */
import type { CallInput } from '@/contract/index'
import type { ProductStatus, StaffProduct } from '@/contract/staff-catalog'
import type { Picture } from '@/contract/views'
import type { CategoryId, DeliveryTemplateId, SkuId } from '@/domain/ids'
import type { Fen } from '@/domain/money'

export type SkuDraft = {
  /** Absent for a row that isn't saved yet. */
  id: SkuId | undefined
  options: readonly string[]
  code: string
  priceFen: Fen | null
  memberPriceFen: Fen | null
  marketPriceFen: Fen | null
  costFen: Fen | null
  weightG: number
  isOff: boolean
  /** Only read for a row that isn't saved yet. */
  initialStock: number
}

export type PriceField = 'priceFen' | 'memberPriceFen' | 'marketPriceFen' | 'costFen'
export type Spec = { readonly name: string; readonly options: readonly string[] }

export type Draft = {
  title: string
  subtitle: string
  categoryId: CategoryId | null
  keywords: readonly string[]
  tags: readonly string[]
  origin: string
  unit: string
  description: string
  pictures: readonly Picture[]
  specs: readonly Spec[]
  skus: readonly SkuDraft[]
  status: ProductStatus
  deliveryTemplateId: DeliveryTemplateId | null
}

export const blankSku: SkuDraft = {
  id: undefined,
  options: [],
  code: '',
  priceFen: null,
  memberPriceFen: null,
  marketPriceFen: null,
  costFen: null,
  weightG: 0,
  isOff: false,
  initialStock: 0,
}

export const emptyDraft: Draft = {
  title: '',
  subtitle: '',
  categoryId: null,
  keywords: [],
  tags: [],
  origin: '',
  unit: '',
  description: '',
  pictures: [],
  specs: [],
  skus: [blankSku],
  status: 'draft',
  deliveryTemplateId: null,
}

export const draftOf = (product: StaffProduct): Draft => ({
  title: product.title,
  subtitle: product.subtitle ?? '',
  categoryId: product.categoryId,
  keywords: product.keywords,
  tags: product.tags,
  origin: product.origin ?? '',
  unit: product.unit ?? '',
  description: product.description.join('\n'),
  pictures: product.pictures,
  specs: product.specs,
  skus: product.skus.map(({ available: _, held: __, code, ...sku }) => ({ ...sku, code: code ?? '', initialStock: 0 })),
  status: product.status,
  deliveryTemplateId: product.deliveryTemplateId,
})

export const changeSku = (draft: Draft, at: number, values: Partial<SkuDraft>): Draft => ({
  ...draft,
  skus: draft.skus.map((sku, place) => (place === at ? { ...sku, ...values } : sku)),
})

/** Margin of the lowest price people can pay, as a share of it; null while price or cost is unknown. */
export const marginOf = ({ priceFen, memberPriceFen, costFen }: SkuDraft): number | null => {
  if (priceFen === null || costFen === null) return null
  const lowest = Math.min(priceFen, memberPriceFen ?? priceFen)
  return (lowest - costFen) / lowest
}

export const savedSku = (saved: Draft, { id }: SkuDraft): SkuDraft | undefined =>
  id && saved.skus.find((sku) => sku.id === id)

const skuFields = Object.keys(blankSku).filter((field) => field !== 'id' && field !== 'options') as (keyof SkuDraft)[]
const fields = Object.keys(emptyDraft).filter((field) => field !== 'skus') as (keyof Draft)[]

/** How many fields differ from what is saved; a new or a removed row counts as one. */
export const countChanges = (draft: Draft, saved: Draft): number => {
  const top = fields.filter((field) => JSON.stringify(draft[field]) !== JSON.stringify(saved[field])).length
  const rows = draft.skus.reduce((sum, sku) => {
    const old = savedSku(saved, sku)
    return sum + (old ? skuFields.filter((field) => sku[field] !== old[field]).length : sku.id ? 0 : 1)
  }, 0)
  const kept = new Set(draft.skus.map(({ id }) => id))
  const isNew = saved.skus.every(({ id }) => id === undefined)
  return top + (isNew ? 0 : rows + saved.skus.filter(({ id }) => !kept.has(id)).length)
}

type SaveInput = CallInput<'staff-catalog', 'saveProduct'>

/** What the server takes, or null while something it can't do without is missing. */
export const saveInput = (draft: Draft, product: StaffProduct | null): SaveInput | null => {
  const { categoryId } = draft
  if (!draft.title.trim() || categoryId === null) return null
  const skus = draft.skus.flatMap(({ id, priceFen, initialStock, ...sku }) =>
    priceFen === null ? [] : [{ ...sku, priceFen, ...(id ? { id } : { initialStock }), options: [...sku.options] }],
  )
  if (skus.length < draft.skus.length) return null
  return {
    ...draft,
    ...(product ? { id: product.id, version: product.version } : {}),
    categoryId,
    keywords: [...draft.keywords],
    tags: [...draft.tags],
    pictures: draft.pictures.map(({ url, tone, alt }) => ({ url, tone: [...tone], ...(alt ? { alt } : {}) })),
    specs: draft.specs.map(({ name, options }) => ({ name, options: [...options] })),
    description: draft.description.split('\n').flatMap((line) => line.trim() || []),
    skus,
  }
}
