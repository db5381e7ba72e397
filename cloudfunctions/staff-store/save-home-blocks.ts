/** Replaces the whole arrangement, and answers with what shoppers see from now on. */
import type { BlockTarget } from '@/contract/feed'
import type { staffStore, StoredBlock } from '@/contract/staff-store'
import type { CategoryId, ProductId } from '@/domain/ids'
import { ok, refuse } from '@/domain/result'
import { forgetShop } from '../catalog/shop-memory'
import { rowProducts } from '../feed/home-blocks'
import { audit } from '../runtime/audit'
import type { UseCase } from '../runtime/serve'
import { firstUnknown, listBlocks, replaceBlocks, type PlacedBlock } from './home-block.sql'
import { previewHome } from './preview-home'
import { lockStore } from './settings.sql'

const targetsOf = (block: StoredBlock): readonly BlockTarget[] =>
  block.kind === 'shortcuts' ? block.items.map((item) => item.target) : [block.target]

export const saveHomeBlocks: UseCase<typeof staffStore.saveHomeBlocks> = async (deps, caller, input) => {
  const blocks: PlacedBlock[] = input.blocks.map((placed) => ({ ...placed, id: deps.newId('blk') }))
  const targets = blocks.flatMap(({ block }) => targetsOf(block))
  const products = [...rowProducts(blocks), ...targets.flatMap((t) => (t.to === 'product' ? [t.id as ProductId] : []))]
  const categories = targets.flatMap((t) => (t.to === 'category' ? [t.id as CategoryId] : []))
  const saved = await deps.db.transaction().execute(async (trx) => {
    const { name } = await lockStore(trx, deps)
    const productId = await firstUnknown(trx, deps, 'product', products)
    if (productId) return refuse({ code: 'product.unknown', productId })
    const categoryId = await firstUnknown(trx, deps, 'category', categories)
    if (categoryId) return refuse({ code: 'category.unknown', categoryId })
    const before = await listBlocks(trx, deps)
    await replaceBlocks(trx, deps, blocks)
    await audit(trx, deps, caller, {
      action: 'home.save',
      subject: deps.storeId,
      subjectName: name,
      before: before.map(forTrail),
      after: blocks.map(forTrail),
    })
    return ok(null)
  })
  if (!saved.ok) return saved
  forgetShop(deps)
  return ok({ preview: await previewHome(deps, blocks) })
}

/** Ids are made anew at each save and say nothing. */
const forTrail = ({ id: _id, ...placed }: PlacedBlock) => placed
