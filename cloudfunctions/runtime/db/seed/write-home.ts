/** What staff arranged on the home screen. */
import { blockIn, type StoredBlock } from '@/contract/staff-store'
import { demoId } from '../demo-ids'
import type { Trx } from '../connect'
import type { Deps } from '../../deps'
import { categories } from './catalogue/categories'
import { homeBlocks, type DemoBlock, type DemoTarget } from './catalogue/home-blocks'
import { categoryId, fileUrl, iconPicture, productId } from './demo-shop'
import { bannerFile } from './pictures/file-names'

/** Only onto an empty screen: what staff have arranged since stays as it is. */
export const writeHome = async (trx: Trx, { storeId }: Deps): Promise<void> => {
  const there = await trx
    .selectFrom('home_block')
    .select('id')
    .where('store_id', '=', storeId)
    .limit(1)
    .executeTakeFirst()
  if (there) return
  await trx
    .insertInto('home_block')
    .values(
      homeBlocks.map((block, position) => ({
        store_id: storeId,
        id: demoId('blk', block.slug),
        position,
        block: JSON.stringify(blockIn.parse(stored(block))),
      })),
    )
    .execute()
}

const stored = (block: DemoBlock): StoredBlock => {
  switch (block.kind) {
    case 'banner': {
      const { kind, badge, title, subtitle, art } = block
      const picture = {
        url: fileUrl(bannerFile(block.slug)),
        tone: [art.colours[0], art.colours[2]] as [string, string],
      }
      return { kind, badge, title, subtitle, picture, target: targetOf(block.target) }
    }
    case 'shortcuts': {
      const items = block.items.map(({ title, category }) => ({
        title,
        picture: iconOf(category),
        target: targetOf({ to: 'category', slug: category }),
      }))
      return { kind: block.kind, items }
    }
    case 'product-row': {
      const { kind, title, subtitle, products } = block
      return { kind, title, subtitle, productIds: products.map(productId), target: targetOf(block.target) }
    }
    default:
      return block satisfies never
  }
}

type Target = Extract<StoredBlock, { kind: 'banner' }>['target']

const targetOf = (target: DemoTarget): Target => {
  switch (target.to) {
    case 'product':
      return { to: 'product', id: productId(target.slug) }
    case 'category':
      return { to: 'category', id: categoryId(target.slug) }
    default:
      return { to: target.to }
  }
}

const iconOf = (slug: string) => {
  const category = categories.find((each) => each.slug === slug)
  if (!category) throw new Error(`no category ${slug}`)
  const { url, tone } = iconPicture(slug, category.icon)
  return { url, tone: [tone[0], tone[1]] as [string, string] }
}
