/** What people have looked at, liked, sent around and put into their carts. */
import type { Insertable } from 'kysely'
import { DAY, HOUR, dayText, later, type EpochMs } from '@/domain/time'
import { unitPrice } from '@/domain/pricing/unit-price'
import { demoMemberId } from '../demo-ids'
import type { Trx } from '../connect'
import type { Deps } from '../../deps'
import type { Tables } from '../tables'
import { products } from './catalogue/products'
import type { CatalogueProduct } from './catalogue/types'
import { inChunks } from './chunks'
import { agedId, levelOf, notOnSale, people, productId, productOf, skuId } from './demo-shop'
import { chanceFrom, type Chance } from './history/chance'
import type { PastShare } from './history/shares'
import type { History } from './write-history'

export const writeShopping = async (trx: Trx, deps: Deps, { orders, shares }: History): Promise<void> => {
  const chance = chanceFrom(77_003)
  await trx
    .insertInto('share')
    .values(shares.map((share) => shareRow(deps, share)))
    .execute()
  await inChunks(opens(deps, chance, shares), (rows) => trx.insertInto('share_open').values(rows).execute())
  await inChunks(favorites(deps, chance), (rows) => trx.insertInto('favorite').values(rows).execute())
  await inChunks(carts(deps), (rows) => trx.insertInto('cart_line').values(rows).execute())
  await inChunks(visits(deps, chance, orders), (rows) => trx.insertInto('product_visit').values(rows).execute())
}

const shareRow = ({ storeId }: Deps, { code, sharer, product, channel, day, at }: PastShare) => ({
  store_id: storeId,
  code,
  member_id: demoMemberId(sharer),
  product_id: productId(product),
  channel,
  day,
  created_at: new Date(at),
})

/** A card in a group is opened some twenty times in its first two days, mostly by strangers. 1007 chat, 1008 group, 1047 code. */
const opens = ({ storeId, now }: Deps, chance: Chance, shares: readonly PastShare[]) =>
  shares.flatMap(({ code, at, channel }): Insertable<Tables['share_open']>[] =>
    Array.from({ length: chance.between(8, 26) }, (_, i) => {
      const openedAt = later(at, chance.between(1, 46) * HOUR + i)
      return {
        store_id: storeId,
        id: agedId('sop', openedAt, `${code}-${i}`),
        code,
        member_id: chance.next() < 0.4 ? demoMemberId(chance.pick(people).name) : null,
        scene: channel === 'poster' ? 1047 : chance.pick([1007, 1008, 1008]),
        at: new Date(Math.min(openedAt, now())),
      }
    }),
  )

const likedBy = (likes: readonly string[]): CatalogueProduct[] =>
  products.filter(({ slug, subCategory }) => likes.includes(subCategory) && notOnSale[slug] !== 'draft')

const favorites = ({ storeId, now }: Deps, chance: Chance): Insertable<Tables['favorite']>[] =>
  people.flatMap(({ name, likes }) =>
    likedBy(likes)
      .filter(() => chance.next() < 0.4)
      .slice(0, 6)
      .map(({ slug }) => ({
        store_id: storeId,
        member_id: demoMemberId(name),
        product_id: productId(slug),
        at: new Date(later(now(), -chance.between(1, 40) * DAY)),
      })),
  )

/** 小美's cart shows everything a cart can: a price that fell, one sold out, one taken off the shelf. */
const inCart: readonly (readonly [
  person: string,
  product: string,
  sku: number,
  quantity: number,
  dearerByFen?: number,
])[] = [
  ['xiaomei', 'dandong-strawberry', 0, 1, 300],
  ['xiaomei', 'lye-croissant', 1, 2],
  ['xiaomei', 'fresh-milk', 0, 1],
  ['xiaomei', 'strawberry-shortcake', 1, 1],
  ['xiaomei', 'water-hyacinth', 0, 1],
  ['lili', 'tulip-bunch', 0, 1],
  ['lili', 'caramel-pudding', 0, 2],
  ['ajie', 'ribeye-steak', 0, 1],
  ['dawei', 'white-shrimp', 0, 2],
  ['yuanyuan', 'free-range-eggs', 0, 1],
  ['yuanyuan', 'fresh-milk', 0, 2],
  ['momo', 'cultured-butter', 0, 1],
  ['afang', 'yunnan-blueberry', 0, 2],
]

const carts = ({ storeId, now }: Deps): Insertable<Tables['cart_line']>[] =>
  inCart.map(([person, slug, index, quantity, dearerByFen = 0], i) => {
    const product = productOf(slug)
    const sku = product.skus[index]
    if (!sku) throw new Error(`${slug} has no SKU ${index}`)
    const facts = { priceFen: sku.priceFen, memberPriceFen: sku.memberPriceFen ?? null }
    return {
      store_id: storeId,
      member_id: demoMemberId(person),
      sku_id: skuId(product, sku),
      quantity,
      added_price_fen: unitPrice(facts, levelOf(person)).unitPriceFen + dearerByFen,
      added_at: new Date(later(now(), -(i + 2) * HOUR)),
    }
  })

/** Who bought had looked; and people look at three times what they buy. One row a day, member and product. */
const visits = ({ storeId, now }: Deps, chance: Chance, orders: History['orders']) => {
  const seen = new Map<string, Insertable<Tables['product_visit']> & { visits: number }>()
  const look = (memberId: string, product: string, at: EpochMs, times: number): void => {
    const row = { store_id: storeId, day: dayText(at), member_id: memberId, product_id: product }
    const key = `${row.day} ${memberId} ${product}`
    seen.set(key, { ...row, visits: (seen.get(key)?.visits ?? 0) + times })
  }
  for (const { order, lines } of orders) {
    const at = order.placed_at.getTime() as EpochMs
    for (const line of lines) look(order.member_id ?? '', line.product_id, at, chance.between(1, 3))
  }
  for (const { name, likes } of people) {
    for (const { slug } of likedBy(likes)) {
      const days = chance.between(2, 9)
      for (let n = 0; n < days; n++)
        look(demoMemberId(name), productId(slug), later(now(), -chance.between(0, 45) * DAY), chance.between(1, 2))
    }
  }
  return [...seen.values()]
}
