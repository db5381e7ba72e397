/** Delivery templates: what it costs to bring goods, and where to. */
import type { DeliveryTemplate } from '@/domain/delivery/template'
import type { DeliveryTemplateId } from '@/domain/ids'
import type { Db, Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'

export type NamedTemplate = DeliveryTemplate & { readonly id: DeliveryTemplateId; readonly name: string }

const select = (db: Db | Trx, deps: Deps) =>
  db.selectFrom('delivery_template').select(['id', 'name', 'template']).where('store_id', '=', deps.storeId)

const named = (row: { id: string; name: string; template: DeliveryTemplate }): NamedTemplate => ({
  ...row.template,
  id: row.id as DeliveryTemplateId,
  name: row.name,
})

/** The first of a kind is the store's default of that kind. */
export const listTemplates = async (db: Db | Trx, deps: Deps): Promise<NamedTemplate[]> =>
  (await select(db, deps).orderBy('id').execute()).map(named)

/** A product that is being saved with this template holds it, and waits for us or we for it. */
export const lockTemplate = async (trx: Trx, deps: Deps, id: DeliveryTemplateId): Promise<NamedTemplate | null> => {
  const row = await select(trx, deps).where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? named(row) : null
}

export const writeTemplate = async (trx: Trx, deps: Deps, { id, name, ...template }: NamedTemplate): Promise<void> => {
  const fields = { name, template: JSON.stringify(template) }
  await trx
    .insertInto('delivery_template')
    .values({ store_id: deps.storeId, id, ...fields })
    .onConflict((c) => c.columns(['store_id', 'id']).doUpdateSet(fields))
    .execute()
}

export const deleteTemplate = async (trx: Trx, deps: Deps, id: DeliveryTemplateId): Promise<void> => {
  await trx.deleteFrom('delivery_template').where('store_id', '=', deps.storeId).where('id', '=', id).execute()
}

export const countProductsWith = async (trx: Trx, deps: Deps, id: DeliveryTemplateId): Promise<number> =>
  (
    await trx
      .selectFrom('product')
      .select((eb) => eb.fn.countAll<number>().as('products'))
      .where('store_id', '=', deps.storeId)
      .where('delivery_template_id', '=', id)
      .executeTakeFirstOrThrow()
  ).products
