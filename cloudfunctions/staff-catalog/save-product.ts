/** Adds a product or changes one: the product, its SKUs, the first stock of new ones, its letters and its trail, or nothing. */
import type { staffCatalog, StaffProduct } from '@/contract/staff-catalog'
import type { ParsedOf } from '@/contract/define'
import type { ProductId, SkuId } from '@/domain/ids'
import { ok, refuse } from '@/domain/result'
import { changedFields } from '@/domain/staff/changed-fields'
import { checkMatrix, missingToSell, planSkus } from '@/domain/stock/sku-matrix'
import { forgetShop } from '../catalog/shop-memory'
import { audit } from '../runtime/audit'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import type { UseCase } from '../runtime/serve'
import { tellOthers } from './product-letters'
import { readStaffProduct } from './product.sql'
import { categoryNames, hasTemplate, insertProduct, knownSkus, lockVersion, updateProduct } from './save-product.sql'
import { writeSkus } from './save-skus.sql'

type Input = ParsedOf<typeof staffCatalog.saveProduct>
type Saved = Awaited<ReturnType<UseCase<typeof staffCatalog.saveProduct>>>

export const saveProduct: UseCase<typeof staffCatalog.saveProduct> = async (deps, caller, input) => {
  const broken = checkMatrix(input.specs, input.skus)
  if (broken) return refuse(broken)
  if (input.status === 'on') {
    const missing = missingToSell(input.pictures.length, input.skus.filter((sku) => !sku.isOff).length)
    if (missing.length > 0) return refuse({ code: 'product.not-ready', missing })
  }
  const saved = await deps.db.transaction().execute(async (trx): Promise<Saved> => {
    const version = input.id ? await lockVersion(trx, deps, input.id) : 0
    if (version === null) return refuse({ code: 'product.unknown' })
    if (input.id && version !== input.version) return refuse({ code: 'product.changed-meanwhile', version })
    const before = input.id ? await readStaffProduct(trx, deps, input.id) : null
    const written = await write(trx, deps, input)
    if (!written.ok) return written
    const after = await readStaffProduct(trx, deps, written.value)
    if (!after) throw new Error('a product was written and is not there')
    await audit(trx, deps, caller, {
      action: before ? 'product.change' : 'product.add',
      subject: after.id,
      subjectName: after.title,
      ...changedFields(before ? factsOf(before) : {}, factsOf(after)),
    })
    await tellOthers(trx, deps, before, after)
    return ok(after)
  })
  if (saved.ok) forgetShop(deps)
  return saved
}

type Written = { ok: true; value: ProductId } | Extract<Saved, { ok: false }>

const write = async (trx: Trx, deps: Deps, input: Input): Promise<Written> => {
  const names = await categoryNames(trx, deps, input.categoryId)
  if (!names) return refuse({ code: 'category.unknown' })
  if (input.deliveryTemplateId && !(await hasTemplate(trx, deps, input.deliveryTemplateId)))
    return refuse({ code: 'template.unknown' })
  const planned = planSkus(input.id ? await knownSkus(trx, deps, input.id) : [], input.skus, () => deps.newId('sku'))
  if (!planned.ok) return planned
  const { searchTextOf } = await import('../catalog/search-text')
  const searchText = searchTextOf({ ...input, categoryNames: names })
  const productId = input.id ?? deps.newId('prd')
  await (input.id ? updateProduct : insertProduct)(trx, deps, productId, input, searchText)
  await writeSkus(trx, deps, productId, planned.value)
  return ok(productId)
}

/** Flat, with one field a SKU, so that the trail keeps the SKUs that changed and not the whole matrix. */
const factsOf = ({
  id: _id,
  version: _version,
  updatedAt: _at,
  skus,
  ...facts
}: StaffProduct): Record<string, unknown> => ({
  ...facts,
  ...Object.fromEntries(skus.map(({ id, available: _available, held: _held, ...sku }) => [skuField(id), sku])),
})

const skuField = (id: SkuId): string => `sku:${id}`
