/** The home screen and the feed, through the door. */
import { sql } from 'kysely'
import type { StoredBlock } from '@/contract/staff-store'
import type { CategoryId, MemberId, ProductId } from '@/domain/ids'
import { DAY, HOUR, later, MINUTE } from '@/domain/time'
import { forgetShop } from '../../cloudfunctions/catalog/shop-memory'
import { feedLetters, refreshFeed, refreshFeedWhenDue } from '../../cloudfunctions/feed/refresh-feed'
import { drainOutbox, enqueue } from '../../cloudfunctions/runtime/outbox'
import { TEN_O_CLOCK } from '../support/shop/clock'
import { dataOf, openShop, type Shop } from '../support/functions'
import { aFlashSlot } from '../support/shop/deals'

const picture = { url: '/files/pictures/test.750.webp', tone: ['#ffe6d6', '#e8502a'] as [string, string] }

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())
beforeEach(async () => {
  await sql`truncate product, sku, stock, category, feed_generation, feed_entry, home_block, pickup_point, outbox`.execute(
    shop.deps.db,
  )
  await shop.deps.db.updateTable('store').set({ settings: '{}' }).execute()
  shop.clock.set(TEN_O_CLOCK)
  forgetShop(shop.deps)
})

type As = Parameters<Shop['call']>[3]
const home = async (as: As = 'stranger') => dataOf(await shop.call('feed', 'home', {}, as))
const page = async (cursor: string, as: As = 'stranger') => dataOf(await shop.call('feed', 'page', { cursor }, as))

/** Scrolls to the end; the ids in the order they were seen. */
const scroll = async (as: As = 'stranger', between: () => Promise<unknown> = async () => undefined) => {
  const first = await home(as)
  const seen = first.feed.items.map((card) => card.id)
  for (let next = first.feed.next; next !== null;) {
    await between()
    const more = await page(next, as)
    seen.push(...more.items.map((card) => card.id))
    next = more.next
  }
  return seen
}

const stockShop = async (count: number, categories = 4) => {
  const categoryIds: CategoryId[] = []
  for (let i = 0; i < categories; i++) categoryIds.push(await shop.aCategory({ name: `类目 ${i}` }))
  const products: { id: ProductId; categoryId: CategoryId }[] = []
  for (let i = 0; i < count; i++) {
    const categoryId = categoryIds[i % categories] as CategoryId
    products.push({ id: (await shop.aProduct({ title: `商品 ${i}`, categoryId })).productId, categoryId })
  }
  return { categoryIds, products }
}

const arrange = async (...blocks: StoredBlock[]) => {
  const rows = blocks.map((block, position) => ({
    store_id: shop.deps.storeId,
    id: `blk_${position}`,
    position,
    block: JSON.stringify(block),
  }))
  await shop.deps.db.insertInto('home_block').values(rows).execute()
  forgetShop(shop.deps)
}

const buy = async (memberId: MemberId, productId: ProductId, times = 2) => {
  const pickupPointId = await shop.aPickupPoint({ name: '常去的点' })
  const skus = await shop.deps.db.selectFrom('sku').select('id').where('product_id', '=', productId).execute()
  for (let i = 0; i < times; i++) {
    dataOf(
      await shop.call(
        'order',
        'place',
        {
          requestId: `request-${memberId.slice(-6)}-${productId.slice(-6)}-${i}`,
          basket: skus.map(({ id }) => ({ skuId: id as never, quantity: 1 })),
          delivery: { kind: 'pickup', pickupPointId },
          totalFen: 1990,
        },
        memberId,
      ),
    )
  }
}

describe('the feed', () => {
  test('shows every product on sale exactly once, ten to a page', async () => {
    const { products } = await stockShop(37)
    await shop.aProduct({ status: 'off' })
    await refreshFeed(shop.deps)
    const seen = await scroll()
    expect([...seen].sort()).toEqual(products.map((p) => p.id).sort())
    expect((await home()).feed.items).toHaveLength(10)
  })

  test('stays as it was for whoever scrolls, while newer generations are made', async () => {
    const { products } = await stockShop(45)
    await refreshFeed(shop.deps)
    const seen = await scroll('stranger', async () => {
      shop.clock.advance(10 * MINUTE)
      await shop.aProduct({ title: '刚上架' })
      await refreshFeed(shop.deps)
    })
    expect(new Set(seen).size).toBe(seen.length)
    expect([...seen].sort()).toEqual(products.map((p) => p.id).sort())
  })

  test('skips what went off since, without short pages', async () => {
    const { products } = await stockShop(30)
    await refreshFeed(shop.deps)
    const first = (await home()).feed.items.map((card) => card.id)
    const off = first.slice(2, 6)
    await shop.deps.db.updateTable('product').set({ status: 'off' }).where('id', 'in', off).execute()
    forgetShop(shop.deps)
    expect((await home()).feed.items).toHaveLength(10)
    const seen = await scroll()
    expect([...seen].sort()).toEqual(
      products
        .map((p) => p.id)
        .filter((id) => !off.includes(id))
        .sort(),
    )
  })

  test('goes on at the same depth in the newest generation when its own is gone', async () => {
    await stockShop(30)
    await refreshFeed(shop.deps)
    const first = await home()
    shop.clock.advance(7 * HOUR)
    await refreshFeed(shop.deps)
    const generations = await shop.deps.db.selectFrom('feed_generation').select('generation').execute()
    expect(generations).toHaveLength(1)
    const entries = await shop.deps.db.selectFrom('feed_entry').select('generation').distinct().execute()
    expect(entries).toEqual(generations)
    const second = await page(first.feed.next as string)
    expect(second.items).toHaveLength(10)
    const seen = [...first.feed.items, ...second.items].map((card) => card.id)
    expect(new Set(seen).size).toBe(20)
  })

  test('keeps generations of the last hours, and two refreshes at once leave a whole feed', async () => {
    await stockShop(12)
    await refreshFeed(shop.deps)
    shop.clock.advance(5 * HOUR)
    await Promise.all([refreshFeed(shop.deps), refreshFeed(shop.deps), refreshFeed(shop.deps)])
    const rows = await shop.deps.db.selectFrom('feed_generation').selectAll().execute()
    expect(rows.length).toBeGreaterThanOrEqual(2)
    for (const { generation, size } of rows) {
      const entries = await shop.deps.db
        .selectFrom('feed_entry')
        .select('position')
        .where('generation', '=', generation)
        .execute()
      expect(entries).toHaveLength(size)
      expect(size).toBe(12)
    }
    expect(await scroll()).toHaveLength(12)
  })

  test('is refreshed when it is old, sooner when staff changed a product, and not otherwise', async () => {
    await stockShop(3)
    expect(await refreshFeedWhenDue(shop.deps)).toEqual({ done: 1, failed: 0 })
    shop.clock.advance(2 * MINUTE)
    expect(await refreshFeedWhenDue(shop.deps)).toEqual({ done: 0, failed: 0 })
    await shop.aProduct({ title: '新品' })
    expect(await refreshFeedWhenDue(shop.deps)).toEqual({ done: 1, failed: 0 })
    expect(await refreshFeedWhenDue(shop.deps)).toEqual({ done: 0, failed: 0 })
    shop.clock.advance(11 * MINUTE)
    expect(await refreshFeedWhenDue(shop.deps)).toEqual({ done: 1, failed: 0 })
  })

  test('hears of a batch of products once', async () => {
    await refreshFeed(shop.deps)
    shop.clock.advance(MINUTE)
    const { products } = await stockShop(5)
    shop.clock.advance(MINUTE)
    for (const { id } of products) await enqueue(shop.database.db, shop.deps, { topic: 'feed.refresh', subject: id })
    expect(await drainOutbox(shop.deps, feedLetters)).toEqual({ done: 5, failed: 0 })
    expect(await scroll()).toHaveLength(5)
    expect(await shop.deps.db.selectFrom('feed_generation').selectAll().execute()).toHaveLength(2)
  })

  test('says why a card is there, and "arrived today" only on that day', async () => {
    const { products } = await stockShop(1)
    const arrived = { arrived_at: new Date(shop.clock.now() - HOUR) }
    await shop.deps.db.updateTable('product').set(arrived).where('id', '=', products[0]!.id).execute()
    await refreshFeed(shop.deps)
    expect((await home()).feed.items[0]?.reason).toEqual({ code: 'arrived-today' })
    shop.clock.advance(DAY)
    expect((await home()).feed.items[0]?.reason).toBeNull()
  })

  test('tells the saving where there is no better reason', async () => {
    const categoryId = await shop.aCategory()
    const { productId } = await shop.aProduct({ categoryId, skus: [{ priceFen: 1990, marketPriceFen: 2590 }] })
    const old = { created_at: new Date(shop.clock.now() - 30 * DAY) }
    await shop.deps.db.updateTable('product').set(old).where('id', '=', productId).execute()
    await refreshFeed(shop.deps)
    expect((await home()).feed.items[0]?.reason).toEqual({ code: 'saves', savesFen: 600 })
  })

  test.each(['', 'x', '0.0', '1.1', '9'.repeat(30), '-1.-1', '1e9.1', 'a:b~c'])(
    'with cursor %j, that nobody here wrote, starts anew and never fails',
    async (cursor) => {
      await stockShop(3)
      await refreshFeed(shop.deps)
      expect((await page(cursor)).items.length).toBeLessThanOrEqual(3)
    },
  )

  test.each([{}, { cursor: 5 }, { cursor: "1' or '1'='1" }, { cursor: 'x'.repeat(300) }, { cursor: '', page: 2 }])(
    'refuses bad input %#',
    async (input) => {
      expect(await shop.send('feed', { action: 'page', input })).toMatchObject({ refusal: { code: 'input.invalid' } })
    },
  )
})

describe('what a member likes', () => {
  test('moves up inside the page and says so; nothing repeats, nothing is lost', async () => {
    const { products, categoryIds } = await stockShop(40, 8)
    await refreshFeed(shop.deps)
    const memberId = await shop.aMember()
    const plain = (await home()).feed.items.map((card) => card.id)
    const liked = categoryIds[7] as CategoryId
    await buy(memberId, products.find((p) => p.categoryId === liked)!.id)
    const mine = await home(memberId)
    expect(mine.isPersonal).toBe(true)
    const because = mine.feed.items.filter((card) => card.reason?.code === 'you-buy')
    expect(because.length).toBeGreaterThan(0)
    for (const card of because) {
      expect(card.reason).toEqual({ code: 'you-buy', category: '类目 7' })
      expect(mine.feed.items.indexOf(card)).toBeLessThan(plain.indexOf(card.id))
    }
    expect(mine.feed.items.map((card) => card.id).sort()).toEqual([...plain].sort())
    expect([...(await scroll(memberId))].sort()).toEqual(products.map((p) => p.id).sort())
  })

  test('counts for nothing once they switched it off', async () => {
    const { products } = await stockShop(20)
    await refreshFeed(shop.deps)
    const memberId = await shop.aMember()
    for (const { id } of products.slice(0, 3)) await buy(memberId, id)
    const off = { settings: JSON.stringify({ isPersonal: false }) }
    await shop.deps.db.updateTable('member').set(off).where('id', '=', memberId).execute()
    const mine = await home(memberId)
    expect(mine.isPersonal).toBe(false)
    expect(mine.feed).toEqual((await home()).feed)
  })
})

describe('the home screen', () => {
  const none = { to: 'none' } as const

  test('has the store, the member’s pick-up point and cart, and the blocks in their order', async () => {
    const { products } = await stockShop(20)
    await refreshFeed(shop.deps)
    const first = await shop.aPickupPoint({ name: '3 号楼小满家' })
    const settings = { notice: '周一休息', searchHint: '白灼虾', servicePhone: '021-5555' }
    await shop.deps.db
      .updateTable('store')
      .set({ settings: JSON.stringify(settings) })
      .execute()
    const [a, b, off] = products.map((p) => p.id) as [ProductId, ProductId, ProductId]
    await shop.deps.db.updateTable('product').set({ status: 'off' }).where('id', '=', off).execute()
    const banner = { title: '16:00 前下单，傍晚取', subtitle: null, picture: null, target: none }
    await arrange(
      { kind: 'banner', badge: '现在下单，今天就能取', ...banner },
      { kind: 'banner', badge: null, ...banner },
      { kind: 'shortcuts', items: [{ title: '水果', picture, target: { to: 'search', text: '水果' } }] },
      { kind: 'product-row', title: '今晚就吃', subtitle: null, productIds: [b, off, a], target: none },
      { kind: 'product-row', title: '都下架了', subtitle: null, productIds: [off], target: none },
    )
    const memberId = await shop.aMember()
    await buy(memberId, a, 1)
    dataOf(await shop.call('cart', 'add', { skuId: (await shop.aProduct()).skuId, quantity: 4 }, memberId))

    const mine = await home(memberId)
    expect(mine).toMatchObject({
      store: { name: '晴川里鲜食', notice: '周一休息', servicePhone: '021-5555' },
      pickupPoint: { name: '常去的点' },
      searchHint: '白灼虾',
      cartCount: 4,
    })
    expect(mine.blocks.map((block) => block.kind)).toEqual(['banner', 'banner', 'shortcuts', 'product-row'])
    const [timed, plain, , row] = mine.blocks
    expect(timed).toMatchObject({ until: Date.UTC(2026, 10, 22, 8) })
    expect(plain).toMatchObject({ until: null })
    expect(row).toMatchObject({ products: [{ id: b }, { id: a }] })
    const stranger = await home()
    expect(stranger).toMatchObject({ pickupPoint: { id: first }, cartCount: 0, isPersonal: false })
    shop.clock.advance(6 * HOUR)
    expect((await home()).blocks[0]).toMatchObject({ until: null })
  })

  test('what stands in a row of the staff has the price of its flash sale, as in the feed', async () => {
    const { productId, skuId } = await shop.aProduct()
    const endsAt = later(shop.clock.now(), HOUR)
    await aFlashSlot(shop, { productId, skuId }, { priceFen: 990, endsAt })
    await refreshFeed(shop.deps)
    await arrange({ kind: 'product-row', title: '今晚就吃', subtitle: null, productIds: [productId], target: none })
    expect((await home()).blocks).toMatchObject([{ products: [{ id: productId, flash: { priceFen: 990, endsAt } }] }])
  })

  test('shows nothing twice: what stands in a row is not in the feed below', async () => {
    const { products } = await stockShop(25)
    await refreshFeed(shop.deps)
    const inRow = products.slice(0, 5).map((p) => p.id)
    await arrange({ kind: 'product-row', title: '精选', subtitle: null, productIds: inRow, target: none })
    const seen = await scroll()
    expect([...seen, ...inRow].sort()).toEqual(products.map((p) => p.id).sort())
  })

  test('of a new shop is empty, not an error', async () => {
    expect(await home()).toMatchObject({
      blocks: [],
      feed: { items: [], next: null },
      pickupPoint: null,
      searchHint: '',
    })
  })

  test('stays below 10 KB with ten cards, a row, shortcuts and a banner', async () => {
    const { products } = await stockShop(30)
    await refreshFeed(shop.deps)
    await shop.aPickupPoint()
    const target = { to: 'product', id: products[0]!.id } as const
    await arrange(
      { kind: 'banner', badge: '现在下单', title: '16:00 前下单', subtitle: '17:30 起', picture, target },
      { kind: 'shortcuts', items: Array.from({ length: 5 }, () => ({ title: '时令水果', picture, target })) },
      {
        kind: 'product-row',
        title: '今晚',
        subtitle: '现做',
        productIds: products.slice(0, 3).map((p) => p.id),
        target,
      },
    )
    expect(Buffer.byteLength(JSON.stringify(await home(await shop.aMember())))).toBeLessThan(10_000)
  })
})
