/** Locking and writing a product's own row. */
import type { CategoryId, DeliveryTemplateId, ProductId, SkuId } from '@/domain/ids'
import { priceRange } from '@/domain/stock/sku-matrix'
import type { staffCatalog } from '@/contract/staff-catalog'
import type { ParsedOf } from '@/contract/define'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'

type Input = ParsedOf<typeof staffCatalog.saveProduct>

/** The version that stands now, or null where there is no such product. */
export const lockVersion = async (trx: Trx, deps: Deps, productId: ProductId): Promise<number | null> =>
  (
    await trx
      .selectFrom('product')
      .select('version')
      .where('store_id', '=', deps.storeId)
      .where('id', '=', productId)
      .forUpdate()
      .executeTakeFirst()
  )?.version ?? null

export const knownSkus = async (
  trx: Trx,
  deps: Deps,
  productId: ProductId,
): Promise<{ id: SkuId; options: string[] }[]> => {
  const rows = await trx
    .selectFrom('sku')
    .select(['id', 'options'])
    .where('store_id', '=', deps.storeId)
    .where('product_id', '=', productId)
    .execute()
  return rows.map((row) => ({ ...row, id: row.id as SkuId }))
}

/** The category's name and the one above it, held against a removal until the end; null where there is no such category. */
export const categoryNames = async (trx: Trx, deps: Deps, categoryId: CategoryId): Promise<string[] | null> => {
  const rows = await trx
    .selectFrom('category as c')
    .leftJoin('category as above', (j) =>
      j.onRef('above.store_id', '=', 'c.store_id').onRef('above.id', '=', 'c.parent_id'),
    )
    .select(['c.name', 'above.name as aboveName'])
    .where('c.store_id', '=', deps.storeId)
    .where('c.id', '=', categoryId)
    .forShare(['c'])
    .execute()
  const row = rows[0]
  return row ? [row.name, row.aboveName].filter((name) => name !== null) : null
}

/** Held against a removal until the end. */
export const hasTemplate = async (trx: Trx, deps: Deps, id: DeliveryTemplateId): Promise<boolean> =>
  (await trx
    .selectFrom('delivery_template')
    .select('id')
    .where('store_id', '=', deps.storeId)
    .where('id', '=', id)
    .forShare()
    .executeTakeFirst()) !== undefined

const columns = (deps: Deps, input: Input, searchText: string) => {
  const { fromFen, toFen } = priceRange(input.skus)
  return {
    title: input.title,
    subtitle: input.subtitle || null,
    category_id: input.categoryId,
    keywords: input.keywords,
    tags: input.tags,
    origin: input.origin || null,
    unit: input.unit || null,
    description: input.description,
    pictures: JSON.stringify(input.pictures),
    specs: JSON.stringify(input.specs),
    status: input.status,
    delivery_template_id: input.deliveryTemplateId,
    search_text: searchText,
    price_from_fen: fromFen,
    price_to_fen: toFen,
    updated_at: new Date(deps.now()),
  }
}

export const insertProduct = async (
  trx: Trx,
  deps: Deps,
  id: ProductId,
  input: Input,
  searchText: string,
): Promise<void> => {
  const fields = columns(deps, input, searchText)
  await trx
    .insertInto('product')
    .values({ store_id: deps.storeId, id, ...fields, created_at: fields.updated_at })
    .execute()
}

export const updateProduct = async (
  trx: Trx,
  deps: Deps,
  id: ProductId,
  input: Input,
  searchText: string,
): Promise<void> => {
  await trx
    .updateTable('product')
    .set((eb) => ({ ...columns(deps, input, searchText), version: eb('version', '+', 1) }))
    .where('store_id', '=', deps.storeId)
    .where('id', '=', id)
    .execute()
}
