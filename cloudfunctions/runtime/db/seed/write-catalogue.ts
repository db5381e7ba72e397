/** Categories, products and their SKUs. What is there already stays as staff left it. */
import type { Insertable } from 'kysely'
import { DAY, HOUR, MINUTE, SECOND, dayStart, later, shopClock, type EpochMs } from '@/domain/time'
import { searchTextOf } from '../../../catalog/search-text'
import type { Deps } from '../../deps'
import { letterRow } from '../../outbox'
import { demoId } from '../demo-ids'
import type { Trx } from '../connect'
import type { Tables } from '../tables'
import { categories } from './catalogue/categories'
import { homeBlocks } from './catalogue/home-blocks'
import { products } from './catalogue/products'
import type { Category, CatalogueProduct } from './catalogue/types'
import { inChunks } from './chunks'
import { categoryId, iconPicture, notOnSale, productId, productPictures, skuId } from './demo-shop'

/** Goods that go with a carrier; everything else is the courier's. */
const BY_PARCEL = new Set(['grains', 'snacks', 'drinks'])

const all: readonly Category[] = categories

export const writeCategories = async (trx: Trx, { storeId }: Deps): Promise<void> => {
  await trx
    .insertInto('category')
    .values(
      all.flatMap(({ slug, name, icon, children }, position) => [
        {
          store_id: storeId,
          id: categoryId(slug),
          parent_id: null,
          name,
          picture: JSON.stringify(iconPicture(slug, icon)),
          position,
        },
        ...children.map((child, i) => ({
          store_id: storeId,
          id: categoryId(child.slug),
          parent_id: categoryId(slug),
          name: child.name,
          picture: JSON.stringify(iconPicture(child.slug, child.icon)),
          position: i,
        })),
      ]),
    )
    .onConflict((c) => c.doNothing())
    .execute()
}

export const writeProducts = async (trx: Trx, { storeId, now }: Deps): Promise<void> => {
  const today = now()
  const added = new Set<string>()
  await inChunks(products, async (chunk) => {
    const rows = await trx
      .insertInto('product')
      .values(chunk.map((product) => productRow(storeId, product, today)))
      .onConflict((c) => c.doNothing())
      .returning('id')
      .execute()
    for (const { id } of rows) added.add(id)
  })
  // a product that was there keeps the choices it has: a newer seed may offer others
  const skus = products.flatMap((product) => (added.has(productId(product.slug)) ? skuRows(storeId, product) : []))
  await inChunks(skus, (chunk) => trx.insertInto('sku').values(chunk).execute())
}

/** One chat card every few seconds: drawing them all at once would keep the first visitor waiting. */
const CARD_EVERY = 3 * SECOND

/** What the home screen shows is shared first. */
export const askForCards = async (trx: Trx, deps: Deps): Promise<void> => {
  const onSale = products.filter(({ slug }) => notOnSale[slug] === undefined)
  const inOrder = [...onSale].sort((a, b) => Number(freshToday.has(b.slug)) - Number(freshToday.has(a.slug)))
  const letters = inOrder.map(({ slug }, i) => {
    const id = productId(slug)
    return letterRow(deps, {
      topic: 'card.draw',
      subject: id,
      payload: { productId: id },
      notBefore: deps.now() + i * CARD_EVERY,
    })
  })
  await inChunks(letters, (chunk) => trx.insertInto('outbox').values(chunk).execute())
}

const freshToday = new Set(homeBlocks.flatMap((block) => (block.kind === 'product-row' ? block.products : [])))

/** The van of this morning, or of yesterday while it is still night. */
const lastVan = (now: EpochMs): EpochMs => {
  const today = later(dayStart(now), 6 * HOUR + 20 * MINUTE)
  return today < now ? today : later(today, -DAY)
}

const productRow = (storeId: string, product: CatalogueProduct, now: EpochMs): Insertable<Tables['product']> => {
  const { slug, title, subtitle, keywords, tags, subCategory, category, seasonMonths } = product
  const prices = product.skus.map((sku) => sku.priceFen)
  const at = new Date(addedAt(product, now))
  return {
    store_id: storeId,
    id: productId(slug),
    title,
    subtitle,
    category_id: categoryId(subCategory),
    keywords: [...keywords],
    tags: [...tags],
    origin: product.origin,
    unit: product.unit,
    description: [...product.description],
    pictures: JSON.stringify(productPictures(product)),
    specs: JSON.stringify(product.dimensions),
    status: notOnSale[slug] ?? 'on',
    delivery_template_id: demoId('dlv', BY_PARCEL.has(subCategory) ? 'express' : 'local'),
    search_text: searchTextOf({ title, keywords, tags, categoryNames: namesOf(category, subCategory) }),
    price_from_fen: Math.min(...prices),
    price_to_fen: Math.max(...prices),
    is_in_season: seasonMonths?.includes(shopClock(now).month) ?? false,
    arrived_at: freshToday.has(slug) ? new Date(lastVan(now)) : null,
    created_at: at,
    updated_at: at,
  }
}

/** The range grew over the months; the last of every shelf came this week. */
const addedAt = ({ slug, sort }: CatalogueProduct, now: EpochMs): EpochMs => {
  const spread = [...slug].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 17
  return later(now, -(sort >= 60 ? 2 : 70 + spread * 11) * DAY - spread * HOUR)
}

const namesOf = (category: string, subCategory: string): string[] => {
  const top = all.find(({ slug }) => slug === category)
  const below = top?.children.find(({ slug }) => slug === subCategory)
  return [below?.name, top?.name].filter((name) => name !== undefined)
}

const skuRows = (storeId: string, product: CatalogueProduct): Insertable<Tables['sku']>[] =>
  product.skus.map((sku, position) => ({
    store_id: storeId,
    id: skuId(product, sku),
    product_id: productId(product.slug),
    options: [...sku.values],
    code: sku.code,
    price_fen: sku.priceFen,
    member_price_fen: sku.memberPriceFen ?? null,
    market_price_fen: sku.marketPriceFen ?? null,
    cost_fen: sku.costFen,
    weight_g: sku.weightGrams,
    position,
  }))
