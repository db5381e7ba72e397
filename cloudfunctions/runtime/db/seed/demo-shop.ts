/** Ids, pictures and people of the demo shop, as several parts of the seed name them. */
import type { CategoryId, Id, PickupPointId, ProductId, SkuId } from '@/domain/ids'
import type { EpochMs } from '@/domain/time'
import type { Picture } from '@/contract/views'
import type { Level } from '@/domain/pricing/unit-price'
import { demoId } from '../demo-ids'
import { leaders, members, type DemoMember } from './catalogue/people'
import { neighbours } from './catalogue/neighbours'
import { products } from './catalogue/products'
import type { CatalogueIcon, CatalogueProduct, CatalogueSku } from './catalogue/types'
import { iconFile, pictureFile } from './pictures/file-names'
import { toneColours } from './pictures/tones'

/** Where `drawCatalogue` puts the pictures, below the shop's files. */
export const PICTURE_FOLDER = 'pictures/demo'

export const fileUrl = (name: string): string => `/files/${PICTURE_FOLDER}/${name}`

export const categoryId = (slug: string): CategoryId => demoId('cat', slug)
export const productId = (slug: string): ProductId => demoId('prd', slug)
export const skuId = (product: CatalogueProduct, sku: CatalogueSku): SkuId =>
  demoId('sku', [product.slug, ...sku.values].join('/'))
export const pickupPointId = (slug: string): PickupPointId => demoId('pup', slug)

const BASE32 = '0123456789abcdefghjkmnpqrstvwxyz'

/** An id that sorts by `at`, as live ones do, and is the same for the same slug and instant. */
export const agedId = <P extends string>(prefix: P, at: EpochMs, slug: string): Id<P> => {
  let time = ''
  for (let rest: number = at, i = 0; i < 10; i++, rest = Math.floor(rest / 32)) time = BASE32.charAt(rest % 32) + time
  return `${prefix}_${time}${demoId(prefix, slug).slice(prefix.length + 1, prefix.length + 13)}` as Id<P>
}

export const productPictures = ({ slug, gallery }: CatalogueProduct): Picture[] =>
  gallery.map(({ tone }, i) => {
    const { top, bottom } = toneColours(tone)
    return { url: fileUrl(pictureFile(slug, i + 1, 750)), tone: [top, bottom] }
  })

export const mainPicture = (product: CatalogueProduct): Picture => {
  const [first] = productPictures(product)
  if (!first) throw new Error(`${product.slug} has no picture`)
  return first
}

export const iconPicture = (slug: string, { tone }: CatalogueIcon): Picture => {
  const { top, bottom } = toneColours(tone)
  return { url: fileUrl(iconFile(slug)), tone: [top, bottom] }
}

export const people: readonly DemoMember[] = [...members, ...leaders]

export const personOf = (name: string): DemoMember => {
  const person = [...people, ...neighbours].find((each) => each.name === name)
  if (!person) throw new Error(`nobody is called ${name}`)
  return person
}

const paying: ReadonlySet<string> = new Set([
  'xiaomei',
  'lili',
  'dawei',
  'yuanyuan',
  'momo',
  'afang',
  'laozhou',
  'xiaoqin',
])
export const levelOf = (name: string): Level => (paying.has(name) ? 'member' : 'ordinary')

export const productOf = (slug: string): CatalogueProduct => {
  const product = products.find((each) => each.slug === slug)
  if (!product) throw new Error(`no product ${slug}`)
  return product
}

/** So that the staff's filters have something to show: one taken off the shelf, one not yet ready. */
export const notOnSale: Readonly<Record<string, 'off' | 'draft'>> = {
  'water-hyacinth': 'off',
  'party-cupcake': 'draft',
}
