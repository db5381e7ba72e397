import sharp from 'sharp'
import type { CallInput } from '@/contract/index'
import type { CategoryId, DeliveryTemplateId, ProductId, SkuId } from '@/domain/ids'
import { dataOf, openShop, refusalOf, type Shop } from '../support/functions'
import { aPicture, type StaffSeat } from '../support/shop/builders'

let shop: Shop
let staff: StaffSeat
let fruit: CategoryId
beforeAll(async () => {
  shop = await openShop()
  staff = await shop.aStaff({ name: '何小满', role: 'operations' })
  fruit = await shop.aCategory({ name: '水果' })
})
afterAll(() => shop.close())

type Input = CallInput<'staff-catalog', 'saveProduct'>
const aSku = (options: string[], wish: Partial<Input['skus'][number]> = {}): Input['skus'][number] => ({
  options,
  code: '',
  priceFen: 3590,
  memberPriceFen: null,
  marketPriceFen: null,
  costFen: null,
  weightG: 500,
  ...wish,
})
const aProduct = (wish: Partial<Input> = {}): Input => ({
  title: '丹东草莓',
  subtitle: '',
  categoryId: fruit,
  keywords: ['红颜'],
  tags: ['当季'],
  origin: '辽宁丹东',
  unit: '盒',
  description: ['早上摘下午到'],
  pictures: [{ url: '/files/pictures/test.750.webp', tone: ['#ffe6d6', '#e8502a'] }],
  specs: [{ name: '重量', options: ['500g', '1kg'] }],
  skus: [aSku(['500g'], { initialStock: 86 }), aSku(['1kg'], { priceFen: 6590 })],
  status: 'on',
  deliveryTemplateId: null,
  ...wish,
})
const save = (wish: Partial<Input> = {}, as = staff) => shop.call('staff-catalog', 'saveProduct', aProduct(wish), as)
const open = async (productId: ProductId) => dataOf(await shop.call('staff-catalog', 'product', { productId }, staff))
const list = async (filter: CallInput<'staff-catalog', 'products'> = {}) =>
  dataOf(await shop.call('staff-catalog', 'products', filter, staff))
const lettersTo = async (subject: string): Promise<string[]> => {
  const rows = await shop.deps.db
    .selectFrom('outbox')
    .select('topic')
    .where('subject', '=', subject)
    .orderBy('id')
    .execute()
  await shop.deps.db.deleteFrom('outbox').where('subject', '=', subject).execute()
  return rows.map((row) => row.topic).sort()
}
const trail = (subject: string) =>
  shop.deps.db.selectFrom('audit').selectAll().where('subject', '=', subject).orderBy('id', 'desc').execute()

describe('a new product', () => {
  test('is there with its SKUs, their first stock, its letters and its trail', async () => {
    const product = dataOf(await save())
    expect(product).toMatchObject({ version: 0, title: '丹东草莓', subtitle: null, status: 'on' })
    expect(product.skus.map((sku) => [sku.options, sku.available, sku.held])).toEqual([
      [['500g'], 86, 0],
      [['1kg'], 0, 0],
    ])
    for (const sku of product.skus) expect(await shop.ledgerOf(sku.id)).toBe(sku.available)
    expect(await lettersTo(product.id)).toEqual(['card.draw', 'feed.refresh'])
    expect(await trail(product.id)).toMatchObject([{ action: 'product.add', subject_name: '丹东草莓' }])
    const { rows } = await list({ text: 'caomei' })
    expect(rows).toMatchObject([{ id: product.id, priceFromFen: 3590, priceToFen: 6590, available: 86, skuCount: 2 }])
    await shop.deps.db.deleteFrom('product').execute()
  })

  test('as a draft needs nothing and tells nobody', async () => {
    const product = dataOf(await save({ status: 'draft', pictures: [] }))
    expect(await lettersTo(product.id)).toEqual([])
  })

  test.each<[string, Partial<Input>, object]>([
    ['without a picture', { pictures: [] }, { code: 'product.not-ready', missing: ['picture'] }],
    [
      'with every SKU off',
      { skus: [aSku(['500g'], { isOff: true })] },
      { code: 'product.not-ready', missing: ['sku'] },
    ],
    ['with a cell twice', { skus: [aSku(['1kg']), aSku(['1kg'])] }, { code: 'sku.options-repeated' }],
    ['with an option that no spec has', { skus: [aSku(['2kg'])] }, { code: 'sku.options-mismatch' }],
    ['in a category that is not there', { categoryId: 'cat_0000000000' as CategoryId }, { code: 'category.unknown' }],
    [
      'with a delivery template that is not there',
      { deliveryTemplateId: 'dlv_0000000000' as DeliveryTemplateId },
      { code: 'template.unknown' },
    ],
    ['with the SKU of nobody', { skus: [aSku(['1kg'], { id: 'sku_0000000000' as SkuId })] }, { code: 'sku.unknown' }],
    ['that should be there already', { id: 'prd_0000000000' as ProductId }, { code: 'product.unknown' }],
  ])('%s is refused and nothing is written', async (_what, wish, refusal) => {
    const before = (await list()).total
    expect(refusalOf(await save(wish))).toEqual(refusal)
    expect((await list()).total).toBe(before)
  })

  test.each<[string, object]>([
    ['a price of nothing', { skus: [aSku([], { priceFen: 0 })], specs: [] }],
    ['a price in yuan', { skus: [aSku([], { priceFen: 35.9 })], specs: [] }],
    ['a price as text', { skus: [{ ...aSku([]), priceFen: '3590' }], specs: [] }],
    ['negative stock', { skus: [aSku([], { initialStock: -1 })], specs: [] }],
    ['no SKU at all', { skus: [] }],
    ['a picture that is a script', { pictures: [{ url: 'javascript:alert(1)', tone: ['#ffffff', '#ffffff'] }] }],
    ['a colour that is a style', { pictures: [{ ...aPicture, tone: ['red;}', '#ffffff'] }] }],
    ['a title of a million letters', { title: 'x'.repeat(1_000_000) }],
    ['a status of its own', { status: 'gone' }],
  ])('with %s is refused', async (_what, wish) => {
    const reply = await shop.send('staff-catalog', { action: 'saveProduct', input: { ...aProduct(), ...wish } }, staff)
    const { code } = refusalOf(reply as { ok: false; refusal: { code: string } })
    expect(['input.invalid', 'request.too-large']).toContain(code)
  })

  test('the SKU of another product cannot be taken over', async () => {
    const other = await shop.aProduct()
    const wish = { specs: [], skus: [aSku([], { id: other.skuId })] }
    expect(refusalOf(await save(wish)).code).toBe('sku.unknown')
  })

  test('hostile words are only words', async () => {
    const title = `'; drop table product; -- <b>草莓</b> 🍓`
    const product = dataOf(await save({ title, keywords: [`%_\\`] }))
    expect((await open(product.id)).title).toBe(title)
    expect((await list({ text: '%' })).rows.map((row) => row.id)).not.toContain(product.id)
  })
})

describe('a product saved again', () => {
  const again = (product: Awaited<ReturnType<typeof open>>, wish: Partial<Input> = {}): Partial<Input> => ({
    id: product.id,
    version: product.version,
    skus: product.skus.map((sku) => aSku([...sku.options], { id: sku.id, priceFen: sku.priceFen })),
    ...wish,
  })

  test('keeps only what changed in its trail, and redraws the card only where it shows', async () => {
    const product = dataOf(await save())
    await lettersTo(product.id)
    const [first] = product.skus
    const quiet = dataOf(await save(again(product, { keywords: ['红颜', '奶油'] })))
    expect(await lettersTo(product.id)).toEqual([])
    expect((await trail(product.id))[0]).toMatchObject({
      action: 'product.change',
      before: { keywords: ['红颜'] },
      after: { keywords: ['红颜', '奶油'] },
    })
    const dearer = quiet.skus.map((sku) => aSku([...sku.options], { id: sku.id, priceFen: sku.priceFen + 100 }))
    await save(
      again(quiet, { keywords: ['红颜', '奶油'], skus: dearer.slice(0, 1).concat(again(quiet).skus?.[1] ?? []) }),
    )
    expect(await lettersTo(product.id)).toEqual(['card.draw'])
    expect(Object.keys((await trail(product.id))[0]?.after as object)).toEqual([`sku:${first?.id}`])
  })

  test('over somebody else’s save is refused, and the newer one stays', async () => {
    const product = dataOf(await save())
    await save(again(product, { title: '先到的名字' }))
    expect(refusalOf(await save(again(product, { title: '后到的名字' })))).toEqual({
      code: 'product.changed-meanwhile',
      version: product.version + 1,
    })
    expect((await open(product.id)).title).toBe('先到的名字')
  })

  test('a SKU that is left out is off and keeps its ledger; typed again it is back', async () => {
    const product = dataOf(await save())
    const [small, large] = product.skus
    const without = dataOf(await save(again(product, { skus: [aSku(['1kg'], { id: large?.id })] })))
    expect(without.skus.find((sku) => sku.id === small?.id)).toMatchObject({ isOff: true, available: 86 })
    const back = dataOf(await save(again(without, { skus: [aSku(['500g']), aSku(['1kg'], { id: large?.id })] })))
    expect(back.skus.find((sku) => sku.id === small?.id)).toMatchObject({ isOff: false, available: 86 })
    expect(await shop.ledgerOf(small?.id ?? ('' as SkuId))).toBe(86)
  })

  test('two SKUs change places', async () => {
    const product = dataOf(await save())
    const [a, b] = product.skus
    const swapped = dataOf(
      await save(again(product, { skus: [aSku(['1kg'], { id: a?.id }), aSku(['500g'], { id: b?.id })] })),
    )
    expect(swapped.skus.map((sku) => [sku.id, sku.options[0]])).toEqual([
      [a?.id, '1kg'],
      [b?.id, '500g'],
    ])
  })

  test('with other specs: the old cells are out of sight, their stock is not lost', async () => {
    const product = dataOf(await save())
    const specs = [
      { name: '等级', options: ['一级'] },
      { name: '重量', options: ['500g'] },
    ]
    const changed = dataOf(await save(again(product, { specs, skus: [aSku(['一级', '500g'])] })))
    expect(changed.skus).toHaveLength(1)
    const { rows } = dataOf(await shop.call('staff-catalog', 'stock', { text: '丹东草莓', pageSize: 50 }, staff))
    expect(rows.filter((row) => row.productId === product.id && row.available === 86)).toHaveLength(1)
  })

  test('what unpaid orders hold is shown beside what is left', async () => {
    const product = dataOf(await save())
    const [sku] = product.skus
    const member = await shop.aMember()
    const id = shop.deps.newId('ord')
    const at = new Date(shop.clock.now())
    await shop.deps.db
      .insertInto('orders')
      .values({
        store_id: shop.deps.storeId,
        id,
        number: '88402339',
        member_id: member,
        request_id: id,
        trade: 'awaiting-payment',
        money: 'unpaid',
        fulfilment: 'none',
        delivery_kind: 'pickup',
        buyer_name: '小美',
        quote: '{}',
        pieces: 2,
        first_title: product.title,
        total_fen: 7180,
        placed_at: at,
        pay_deadline_at: at,
      })
      .execute()
    await shop.deps.db
      .insertInto('order_line')
      .values({
        store_id: shop.deps.storeId,
        order_id: id,
        id: shop.deps.newId('oln'),
        line_no: 1,
        sku_id: sku?.id ?? '',
        product_id: product.id,
        title: product.title,
        options: ['500g'],
        picture: JSON.stringify(aPicture),
        quantity: 2,
        original_unit_fen: 3590,
        unit_price_fen: 3590,
        discount_fen: 0,
        paid_fen: 7180,
      })
      .execute()
    expect((await open(product.id)).skus[0]).toMatchObject({ id: sku?.id, available: 86, held: 2 })
  })
})

describe('the list of products', () => {
  let drinks: CategoryId
  let juices: CategoryId
  beforeAll(async () => {
    drinks = await shop.aCategory({ name: '饮料' })
    juices = await shop.aCategory({ name: '果汁', parentId: drinks })
    const plain = { specs: [], keywords: [], tags: [] }
    for (let i = 0; i < 7; i++) {
      shop.clock.advance(1000)
      await save({
        ...plain,
        title: `橙汁${i}`,
        categoryId: juices,
        skus: [aSku([], { initialStock: i * 5, code: `OJ-${i}` })],
        status: i < 2 ? 'draft' : i < 5 ? 'on' : 'off',
      })
    }
  })

  test('is paged, newest change first, with the counts of the tabs', async () => {
    const first = await list({ categoryId: drinks, pageSize: 5 })
    expect(first).toMatchObject({ total: 7, counts: { all: 7, draft: 2, on: 3, off: 2 } })
    expect(first.rows.map((row) => row.title)).toEqual(['橙汁6', '橙汁5', '橙汁4', '橙汁3', '橙汁2'])
    const second = await list({ categoryId: drinks, pageSize: 5, page: 2 })
    expect(second.rows.map((row) => row.title)).toEqual(['橙汁1', '橙汁0'])
    expect((await list({ categoryId: drinks, page: 400 })).rows).toEqual([])
  })

  test('a tab filters rows and total, not the counts of the others', async () => {
    const off = await list({ categoryId: juices, status: 'off' })
    expect(off).toMatchObject({ total: 2, counts: { all: 7, draft: 2, on: 3, off: 2 } })
    expect(off.rows.every((row) => row.status === 'off' && row.categoryName === '果汁')).toBe(true)
  })

  test('is searched by name, pinyin, initials and a SKU’s code', async () => {
    for (const text of ['橙汁3', 'chengzhi 3', 'cz 3', 'oj-3'])
      expect((await list({ text, categoryId: drinks })).rows.map((row) => row.title)).toContain('橙汁3')
    expect((await list({ text: '没有这个' })).total).toBe(0)
  })

  test('shows what is low: on sale, with a SKU at the limit or below', async () => {
    const low = await list({ categoryId: drinks, lowStock: true })
    expect(low.rows.map((row) => row.title)).toEqual(['橙汁2'])
  })
})

describe('the status of many', () => {
  test('changes what is ready, names what is not, and tells the feed once', async () => {
    const ready = dataOf(await save({ status: 'off' })).id
    const bare = dataOf(await save({ status: 'draft', pictures: [] })).id
    const ghost = 'prd_0000000000' as ProductId
    await shop.deps.db.deleteFrom('outbox').execute()
    const input = { productIds: [ready, bare, ghost, ready], status: 'on' as const }
    expect(dataOf(await shop.call('staff-catalog', 'setStatus', input, staff))).toEqual({
      changed: 1,
      refused: [
        { productId: bare, code: 'product.not-ready' },
        { productId: ghost, code: 'product.unknown' },
      ],
    })
    expect(await open(ready)).toMatchObject({ status: 'on', version: 1 })
    expect(await open(bare)).toMatchObject({ status: 'draft', version: 0 })
    expect(await lettersTo(ready)).toEqual(['card.draw', 'feed.refresh'])
    expect((await trail(ready))[0]).toMatchObject({ before: { status: 'off' }, after: { status: 'on' } })
  })

  test('that is so already changes nothing', async () => {
    const id = dataOf(await save({ status: 'draft' })).id
    const input = { productIds: [id], status: 'draft' as const }
    expect(dataOf(await shop.call('staff-catalog', 'setStatus', input, staff)).changed).toBe(0)
    expect((await open(id)).version).toBe(0)
  })
})

describe('a picture', () => {
  const draw = async (width: number, height: number, kind: 'webp' | 'jpeg' | 'png' = 'webp') =>
    (
      await sharp({ create: { width, height, channels: 3, background: '#fa0' } })
        [kind]()
        .toBuffer()
    ).toString('base64')
  const tone: [string, string] = ['#ffe6d6', '#e8502a']
  const upload = (large: string, small: string) =>
    shop.call('staff-catalog', 'uploadPicture', { large, small, tone }, staff)

  test.each(['webp', 'jpeg'] as const)('comes in two sizes as %s and can be used at once', async (kind) => {
    const { picture } = dataOf(await upload(await draw(750, 600, kind), await draw(360, 288, kind)))
    expect(picture).toEqual({ url: expect.stringMatching(/^\/files\/pictures\/img_\w+\.750\.(webp|jpg)$/), tone })
    const keys = [picture.url, picture.url.replace('.750.', '.360.')].map((url) => url.slice('/files/'.length))
    for (const key of keys) expect(shop.files.kept.has(key)).toBe(true)
    expect((await save({ pictures: [picture] })).ok).toBe(true)
  })

  test('may be as flat as a banner, and as long as a picture of details', async () => {
    expect((await upload(await draw(750, 242), await draw(360, 116))).ok).toBe(true)
    expect((await upload(await draw(750, 190), await draw(300, 76))).ok).toBe(true)
    expect((await upload(await draw(480, 1440), await draw(240, 720))).ok).toBe(true)
    expect(refusalOf(await upload(await draw(480, 1540), await draw(240, 770))).code).toBe('picture.invalid')
  })

  test('that is none, or two different ones, or too large is refused and not stored', async () => {
    const before = shop.files.kept.size
    const script = Buffer.from('<svg onload="x"/>').toString('base64')
    const good = await draw(750, 750)
    const cases = [
      [script, await draw(360, 360)],
      [good, script],
      [good, await draw(360, 200)],
      [good, await draw(361, 361)],
      [await draw(751, 751), await draw(360, 360)],
      [await draw(750, 750, 'png'), await draw(360, 360, 'png')],
      [good, await draw(360, 360, 'jpeg')],
      [await draw(750, 100), await draw(360, 48)],
    ] as const
    for (const [large, small] of cases) expect(refusalOf(await upload(large, small)).code).toBe('picture.invalid')
    expect(shop.files.kept.size).toBe(before)
  })
})

describe('categories', () => {
  const saveCategory = (input: Partial<CallInput<'staff-catalog', 'saveCategory'>>) =>
    shop.call('staff-catalog', 'saveCategory', { name: '鲜花', parentId: null, picture: null, ...input }, staff)

  test('come parents first, each with its own products', async () => {
    const { categories } = dataOf(await saveCategory({}))
    const flowers = categories.find((c) => c.name === '鲜花')
    await saveCategory({ name: '玫瑰', parentId: flowers?.id ?? null })
    const names = dataOf(await shop.call('staff-catalog', 'categories', {}, staff)).categories.map((c) => c.name)
    expect(names.indexOf('玫瑰')).toBe(names.indexOf('鲜花') + 1)
  })

  test('a new name is found by the search of the products below it', async () => {
    const { categories } = dataOf(await saveCategory({ name: '点心' }))
    const id = categories.find((c) => c.name === '点心')?.id as CategoryId
    const child = dataOf(await saveCategory({ name: '蛋糕', parentId: id })).categories.find((c) => c.name === '蛋糕')
    const product = dataOf(await save({ title: '提拉米苏', categoryId: child?.id ?? fruit, keywords: [], tags: [] }))
    await saveCategory({ id, name: '烘焙' })
    expect((await list({ text: 'hongbei' })).rows.map((row) => row.id)).toEqual([product.id])
    expect((await list({ text: '点心' })).total).toBe(0)
  })

  test.each<[string, () => Partial<CallInput<'staff-catalog', 'saveCategory'>>, string]>([
    ['below nothing', () => ({ parentId: 'cat_0000000000' as CategoryId }), 'category.unknown'],
    ['that is not there', () => ({ id: 'cat_0000000000' as CategoryId }), 'category.unknown'],
    ['below itself', () => ({ id: fruit, parentId: fruit }), 'category.too-deep'],
  ])('one %s is refused', async (_what, input, code) => {
    expect(refusalOf(await saveCategory(input())).code).toBe(code)
  })

  describe('are put into an order', () => {
    const arrange = (parentId: CategoryId | null, order: readonly CategoryId[]) =>
      shop.call('staff-catalog', 'arrangeCategories', { parentId, order: [...order] }, staff)
    const below = async (parentId: CategoryId | null) =>
      dataOf(await shop.call('staff-catalog', 'categories', {}, staff)).categories.filter(
        (c) => c.parentId === parentId,
      )
    const looks = () =>
      shop.deps.db.selectFrom('audit').select(['before', 'after']).where('action', '=', 'category.arrange').execute()
    let nuts: CategoryId
    beforeAll(async () => {
      nuts = dataOf(await saveCategory({ name: '坚果' })).categories.find((c) => c.name === '坚果')?.id as CategoryId
      for (const name of ['核桃', '杏仁', '腰果']) await saveCategory({ name, parentId: nuts })
    })

    test('all at once, with one audit row; the same order again leaves none', async () => {
      const [walnut, almond, cashew] = (await below(nuts)).map(({ id }) => id) as [CategoryId, CategoryId, CategoryId]
      const order = [cashew, walnut, almond]
      const { categories } = dataOf(await arrange(nuts, order))
      expect(categories.filter((c) => c.parentId === nuts).map((c) => c.name)).toEqual(['腰果', '核桃', '杏仁'])
      await arrange(nuts, order)
      expect(await looks()).toEqual([
        { before: { position: ['核桃', '杏仁', '腰果'] }, after: { position: ['腰果', '核桃', '杏仁'] } },
      ])
    })

    test('the top as well', async () => {
      const order = (await below(null)).map(({ id }) => id).reverse()
      dataOf(await arrange(null, order))
      expect((await below(null)).map(({ id }) => id)).toEqual(order)
    })

    test('only as a whole: one left out, doubled, from elsewhere or unknown is refused and nothing moves', async () => {
      const here = await below(nuts)
      const [first, second, third] = here.map(({ id }) => id) as [CategoryId, CategoryId, CategoryId]
      const wrong = [
        [second, first],
        [second, first, first],
        [second, first, fruit],
        [second, first, third, fruit],
        [second, first, 'cat_0000000000' as CategoryId],
      ]
      for (const order of wrong) expect(refusalOf(await arrange(nuts, order)).code).toBe('category.not-these')
      expect(await below(nuts)).toEqual(here)
    })

    test('two colleagues at once leave one whole order', async () => {
      const [a, b, c] = (await below(nuts)).map(({ id }) => id) as [CategoryId, CategoryId, CategoryId]
      const orders = [
        [c, b, a],
        [b, a, c],
      ]
      await Promise.all(orders.map((order) => arrange(nuts, order)))
      expect(orders).toContainEqual((await below(nuts)).map(({ id }) => id))
    })
  })
})
