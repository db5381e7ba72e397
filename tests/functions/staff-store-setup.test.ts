import type { CallInput } from '@/contract/index'
import type { CategoryId, DeliveryTemplateId, PickupPointId, ProductId } from '@/domain/ids'
import { dataOf, openShop, refusalOf, type Shop } from '../support/functions'
import type { StaffSeat } from '../support/shop/builders'

let shop: Shop
let staff: StaffSeat
beforeAll(async () => {
  shop = await openShop()
  staff = await shop.aStaff({ name: '林晓禾', role: 'manager' })
})
afterAll(() => shop.close())

const lastTrail = () =>
  shop.deps.db.selectFrom('audit').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()

describe('settings of the store', () => {
  const read = async () => dataOf(await shop.call('staff-store', 'settings', {}, staff))

  test('have a default each until staff say otherwise', async () => {
    expect(await read()).toEqual({
      name: '晴川里鲜食',
      notice: null,
      servicePhone: null,
      searchHint: '',
      lowStockAt: 10,
      orderBeforeMinute: 16 * 60,
      readyFromMinute: 17 * 60 + 30,
      readyUntilMinute: 21 * 60,
    })
  })

  test('are seen by shoppers at once, and the trail keeps what changed', async () => {
    await shop.call('feed', 'home', {})
    const settings = { ...(await read()), notice: '今天的草莓到了', searchHint: '搜草莓' }
    expect(dataOf(await shop.call('staff-store', 'saveSettings', settings, staff))).toEqual(settings)
    expect(await read()).toEqual(settings)
    expect(dataOf(await shop.call('feed', 'home', {})).store.notice).toBe('今天的草莓到了')
    expect(await lastTrail()).toMatchObject({
      action: 'store.saveSettings',
      before: { notice: null, searchHint: '' },
      after: { notice: '今天的草莓到了', searchHint: '搜草莓' },
    })
  })

  test.each<[string, object]>([
    ['a minute after midnight of the next day', { orderBeforeMinute: 1440 }],
    ['half a minute', { readyFromMinute: 0.5 }],
    ['a phone with letters', { servicePhone: 'call me' }],
    ['no name', { name: '' }],
    ['a field of its own', { isFree: true }],
  ])('%s is refused', async (_what, wish) => {
    const event = { action: 'saveSettings', input: { ...(await read()), ...wish } }
    const reply = await shop.send('staff-store', event, staff)
    expect(refusalOf(reply as { ok: false; refusal: { code: string } }).code).toBe('input.invalid')
  })
})

describe('delivery templates', () => {
  const template: CallInput<'staff-store', 'saveDeliveryTemplate'>['template'] = {
    name: '同城配送',
    kind: 'local',
    feeFen: 500,
    freeOverFen: 4900,
    areas: [{ names: ['西湖区'], feeFen: 300, freeOverFen: null }],
    within: ['杭州市'],
  }
  const save = (input: CallInput<'staff-store', 'saveDeliveryTemplate'>) =>
    shop.call('staff-store', 'saveDeliveryTemplate', input, staff)
  const remove = (id: DeliveryTemplateId) => shop.call('staff-store', 'removeDeliveryTemplate', { id }, staff)

  test('are added, changed and removed, each with its trail', async () => {
    const { templates } = dataOf(await save({ template }))
    const [made] = templates
    if (!made) throw new Error('nothing was made')
    expect(made).toEqual({ id: made.id, ...template })
    const cheaper = dataOf(await save({ id: made.id, template: { ...template, feeFen: 400 } })).templates
    expect(cheaper).toMatchObject([{ id: made.id, feeFen: 400 }])
    expect(await lastTrail()).toMatchObject({
      action: 'delivery.change',
      before: { feeFen: 500 },
      after: { feeFen: 400 },
    })
    expect(dataOf(await remove(made.id)).templates).toEqual([])
    expect(await lastTrail()).toMatchObject({ action: 'delivery.remove', subject_name: '同城配送' })
    expect(refusalOf(await remove(made.id)).code).toBe('template.unknown')
    expect(refusalOf(await save({ id: made.id, template })).code).toBe('template.unknown')
  })

  test('one that products use stays', async () => {
    const id = await shop.aDeliveryTemplate()
    await shop.aProduct({ deliveryTemplateId: id })
    expect(refusalOf(await remove(id))).toEqual({ code: 'template.in-use', products: 1 })
  })
})

describe('pick-up points', () => {
  const point: CallInput<'staff-store', 'savePickupPoint'> = {
    name: '晴川里 3 号楼',
    keeper: '阿芳',
    keeperPhone: '13812342071',
    address: '文三路 8 号',
    hours: '17:30–21:00',
    latitude: 30.27,
    longitude: 120.12,
    walkMinutes: 3,
  }
  const save = (input: CallInput<'staff-store', 'savePickupPoint'>, as = staff) =>
    shop.call('staff-store', 'savePickupPoint', input, as)
  const anOrderFor = async (pointId: PickupPointId, trade: string, fulfilment: string) => {
    const id = shop.deps.newId('ord')
    const at = new Date(shop.clock.now())
    await shop.deps.db
      .insertInto('orders')
      .values({
        store_id: shop.deps.storeId,
        id,
        number: id.slice(-12),
        member_id: await shop.aMember(),
        request_id: id,
        trade,
        money: trade === 'awaiting-payment' ? 'unpaid' : 'paid',
        fulfilment,
        delivery_kind: 'pickup',
        pickup_point_id: pointId,
        buyer_name: '小美',
        quote: '{}',
        pieces: 1,
        first_title: '草莓',
        total_fen: 1990,
        placed_at: at,
        pay_deadline_at: at,
      })
      .execute()
  }

  test('are added and changed; no full phone reaches the trail', async () => {
    const [made] = dataOf(await save(point)).points
    expect(made).toMatchObject({ ...point, isClosed: false, toPickUp: 0 })
    expect(JSON.stringify(await lastTrail())).not.toContain('13812342071')
    await save({ ...point, id: made?.id, keeperPhone: '13900001111' })
    expect(await lastTrail()).toMatchObject({
      before: { keeperPhone: '138****2071' },
      after: { keeperPhone: '139****1111' },
    })
  })

  test.each([
    ['goods wait there', 'fulfilling', 'ready'],
    ['goods are on the way there', 'fulfilling', 'to-ship'],
    ['somebody may still pay for it', 'awaiting-payment', 'none'],
  ])('one does not close while %s', async (_what, trade, fulfilment) => {
    const id = await shop.aPickupPoint()
    await anOrderFor(id, trade, fulfilment)
    expect(refusalOf(await save({ ...point, id, isClosed: true }))).toEqual({
      code: 'pickup-point.has-orders',
      toPickUp: 1,
    })
    expect((await save({ ...point, id, hours: '8:00–9:00' })).ok).toBe(true)
  })

  test('one closes when everything was handed over, and opens again', async () => {
    const id = await shop.aPickupPoint()
    await anOrderFor(id, 'completed', 'received')
    expect((await save({ ...point, id, isClosed: true })).ok).toBe(true)
    expect((await save({ ...point, id, isClosed: false })).ok).toBe(true)
  })

  test('who sees one place only sees, changes and adds no other', async () => {
    const [mine, other] = [await shop.aPickupPoint({ name: '东门' }), await shop.aPickupPoint({ name: '西门' })]
    const local = await shop.aStaff({ role: 'manager', pickupPointIds: [mine] })
    const seen = dataOf(await shop.call('staff-store', 'pickupPoints', {}, local)).points
    expect(seen.map((p) => p.id)).toEqual([mine])
    expect(dataOf(await save({ ...point, id: mine }, local)).points.map((p) => p.id)).toEqual([mine])
    expect(refusalOf(await save({ ...point, id: other }, local)).code).toBe('pickup-point.unknown')
    expect(refusalOf(await save(point, local)).code).toBe('pickup-point.out-of-scope')
  })

  test('one that is not there is unknown', async () => {
    const id = 'pup_0000000000' as PickupPointId
    expect(refusalOf(await save({ ...point, id })).code).toBe('pickup-point.unknown')
  })
})

describe('blocks of the home screen', () => {
  type Blocks = CallInput<'staff-store', 'saveHomeBlocks'>['blocks']
  const save = (blocks: Blocks) => shop.call('staff-store', 'saveHomeBlocks', { blocks }, staff)
  const nowhere = { to: 'none' } as const
  const row = (productIds: ProductId[]): Blocks[number]['block'] => ({
    kind: 'product-row',
    title: '今天到货',
    subtitle: null,
    productIds,
    target: nowhere,
  })
  const banner: Blocks[number]['block'] = {
    kind: 'banner',
    badge: null,
    title: '草莓季',
    subtitle: null,
    picture: null,
    target: nowhere,
  }

  test('are previewed exactly as shoppers see them', async () => {
    const [on, off] = [await shop.aProduct({ title: '在售' }), await shop.aProduct({ title: '下架', status: 'off' })]
    const { preview } = dataOf(
      await save([
        { block: banner },
        { block: row([off.productId, on.productId]) },
        { block: row([on.productId]), isHidden: true },
        { block: row([off.productId]) },
      ]),
    )
    expect(preview.map((block) => block.kind)).toEqual(['banner', 'product-row'])
    expect(preview).toEqual(dataOf(await shop.call('feed', 'home', {})).blocks)
    const stored = dataOf(await shop.call('staff-store', 'homeBlocks', {}, staff))
    expect(stored.blocks.map((b) => [b.block.kind, b.isHidden])).toEqual([
      ['banner', false],
      ['product-row', false],
      ['product-row', true],
      ['product-row', false],
    ])
    expect(stored.preview).toEqual(preview)
    expect(new Set(stored.products.map((p) => p.title))).toEqual(new Set(['在售']))
    expect(await lastTrail()).toMatchObject({ action: 'home.save' })
  })

  test('that name what is not there are refused, and the old ones stay', async () => {
    const before = dataOf(await shop.call('staff-store', 'homeBlocks', {}, staff)).blocks
    const ghost = 'prd_0000000000' as ProductId
    const gone = 'cat_0000000000' as CategoryId
    expect(refusalOf(await save([{ block: row([ghost]) }]))).toEqual({ code: 'product.unknown', productId: ghost })
    expect(refusalOf(await save([{ block: { ...banner, target: { to: 'product', id: ghost } } }])).code).toBe(
      'product.unknown',
    )
    expect(refusalOf(await save([{ block: { ...banner, target: { to: 'category', id: gone } } }]))).toEqual({
      code: 'category.unknown',
      categoryId: gone,
    })
    expect(dataOf(await shop.call('staff-store', 'homeBlocks', {}, staff)).blocks).toEqual(before)
  })

  test('none at all is an arrangement too', async () => {
    expect(dataOf(await save([])).preview).toEqual([])
  })

  test.each<[string, unknown]>([
    ['a block of no kind', { block: { kind: 'script' } }],
    ['a shortcut without a picture', { block: { kind: 'shortcuts', items: [{ title: '水果', target: nowhere }] } }],
    ['a target outside the shop', { block: { ...banner, target: { to: 'url', url: 'https://evil' } } }],
    ['twenty-one blocks', null],
  ])('%s is refused', async (_what, block) => {
    const blocks = block ? [block] : Array.from({ length: 21 }, () => ({ block: banner }))
    const reply = await shop.send('staff-store', { action: 'saveHomeBlocks', input: { blocks } }, staff)
    expect(refusalOf(reply as { ok: false; refusal: { code: string } }).code).toBe('input.invalid')
  })
})
