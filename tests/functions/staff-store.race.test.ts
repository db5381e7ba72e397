import type { ProductId } from '@/domain/ids'
import { dataOf, openShop, refusalOf, type Shop } from '../support/functions'
import type { StaffSeat } from '../support/shop/builders'

let shop: Shop
let staff: StaffSeat
beforeAll(async () => {
  shop = await openShop()
  staff = await shop.aStaff({ role: 'manager' })
})
afterAll(() => shop.close())

test('ten who arrange the home screen at once leave one whole arrangement', async () => {
  const block = (title: string) => ({
    kind: 'banner' as const,
    badge: null,
    title,
    subtitle: null,
    picture: null,
    target: { to: 'none' as const },
  })
  const save = (n: number) =>
    shop.call(
      'staff-store',
      'saveHomeBlocks',
      { blocks: [{ block: block(`上 ${n}`) }, { block: block(`下 ${n}`) }] },
      staff,
    )
  const replies = await Promise.all(Array.from({ length: 10 }, (_, n) => save(n)))
  expect(replies.every((reply) => reply.ok)).toBe(true)
  const { blocks } = dataOf(await shop.call('staff-store', 'homeBlocks', {}, staff))
  expect(blocks).toHaveLength(2)
  const [top, bottom] = blocks.map(({ block: b }) => (b.kind === 'banner' ? b.title : ''))
  expect(bottom).toBe(top?.replace('上', '下'))
})

test('a template is never removed from under a product that is being saved with it', async () => {
  const category = await shop.aCategory()
  for (let round = 0; round < 8; round++) {
    const id = await shop.aDeliveryTemplate()
    const sku = {
      options: [],
      code: '',
      priceFen: 100,
      memberPriceFen: null,
      marketPriceFen: null,
      costFen: null,
      weightG: 0,
    }
    const texts = { title: '草莓', subtitle: '', origin: '', unit: '', keywords: [], tags: [], description: [] }
    const saving = shop.call(
      'staff-catalog',
      'saveProduct',
      { ...texts, categoryId: category, pictures: [], specs: [], skus: [sku], status: 'draft', deliveryTemplateId: id },
      staff,
    )
    const [saved, removed] = await Promise.all([
      saving,
      shop.call('staff-store', 'removeDeliveryTemplate', { id }, staff),
    ])
    expect([saved.ok, removed.ok].filter(Boolean)).toHaveLength(1)
    if (!saved.ok) expect(refusalOf(saved).code).toBe('template.unknown')
    if (!removed.ok) expect(refusalOf(removed).code).toBe('template.in-use')
    const productId = saved.ok ? saved.data.id : ('prd_0000000000' as ProductId)
    expect((await shop.call('staff-catalog', 'product', { productId }, staff)).ok).toBe(saved.ok)
  }
})
