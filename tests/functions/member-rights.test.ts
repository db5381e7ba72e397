import type { MemberId } from '@/domain/ids'
import { MINUTE } from '@/domain/time'
import { aCoupon, aTemplate, somePoints } from '../support/shop/deals'
import { dataOf, openShop, refusalOf, type Shop } from '../support/functions'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const SECRETS = ['林小满', '13800002071', '文三路 12 号 3 幢 502', '放门口']

/** An order as far as these rights go: whose it is and what it says of them. */
const anOrder = async (memberId: MemberId, trade: string, money: string, sharerId?: MemberId) => {
  const id = shop.deps.newId('ord')
  const at = new Date(shop.clock.now())
  await shop.deps.db
    .insertInto('orders')
    .values({
      store_id: shop.deps.storeId,
      id,
      number: id.slice(-12),
      member_id: memberId,
      request_id: id,
      trade,
      money,
      fulfilment: 'received',
      delivery_kind: 'local',
      address: JSON.stringify({
        name: SECRETS[0],
        phone: SECRETS[1],
        province: '',
        city: '',
        district: '',
        detail: SECRETS[2],
      }),
      buyer_name: SECRETS[0] ?? '',
      buyer_phone: SECRETS[1] ?? null,
      note: SECRETS[3] ?? null,
      quote: '{}',
      pieces: 1,
      first_title: '红颜草莓',
      total_fen: 1990,
      sharer_id: sharerId ?? null,
      placed_at: at,
      pay_deadline_at: at,
    })
    .execute()
  return id
}

/** Somebody with one of everything that the shop keeps of a person. */
const aNeighbour = async (name: string): Promise<MemberId> => {
  const id = await shop.aMember({ name, phone: '13800002071', openid: `o-${name}` })
  const { productId, skuId } = await shop.aProduct()
  const at = new Date(shop.clock.now())
  const mine = { store_id: shop.deps.storeId, member_id: id }
  await shop.anAddress(id)
  await shop.deps.db
    .insertInto('cart_line')
    .values({ ...mine, sku_id: skuId, quantity: 1, added_price_fen: 1, added_at: at })
    .execute()
  await shop.deps.db
    .insertInto('favorite')
    .values({ ...mine, product_id: productId, at })
    .execute()
  await shop.deps.db
    .insertInto('product_visit')
    .values({ ...mine, day: '2026-11-22', product_id: productId })
    .execute()
  const code = `share${id.slice(-8)}`
  await shop.deps.db
    .insertInto('share')
    .values({ ...mine, code, product_id: productId, channel: 'chat', day: '2026-11-22', created_at: at })
    .execute()
  await shop.deps.db
    .insertInto('share_open')
    .values({ ...mine, id: shop.deps.newId('sho'), code, scene: 1007, at })
    .execute()
  await anOrder(id, 'completed', 'paid')
  await aCoupon(shop, id)
  await somePoints(shop, id, 100)
  return id
}

describe('a member reads what the shop holds of them', () => {
  test('all of it, and nothing of anybody else', async () => {
    const [mine, other] = [await aNeighbour('沫沫'), await aNeighbour('浩然')]
    await anOrder(other, 'completed', 'paid', mine)
    const told = dataOf(await shop.call('member', 'exportData', {}, mine))
    expect(told).toMatchObject({
      member: { id: mine, name: '沫沫', phone: '13800002071' },
      addresses: [{ detail: SECRETS[2] }],
      orders: [{ buyerName: '林小满', note: '放门口', totalFen: 1990 }],
      cart: [{ quantity: 1 }],
      favorites: [{}],
      visits: [{ day: '2026-11-22', visits: 1 }],
      shares: [{ channel: 'chat', opened: 1 }],
      coupons: [{ name: '满减券', state: 'claimed' }],
      points: [{ kind: 'granted', points: 100 }],
      next: null,
    })
    const text = JSON.stringify(told)
    expect(text).not.toContain(other)
    expect(text).not.toContain('浩然')
    expect(text).not.toContain('o-沫沫')
  })

  test('many orders come in parts that fit into a reply', async () => {
    const id = await shop.aMember()
    for (let i = 0; i < 252; i++) await anOrder(id, 'completed', 'paid')
    const first = dataOf(await shop.call('member', 'exportData', {}, id))
    expect(first.orders).toHaveLength(250)
    const second = dataOf(await shop.call('member', 'exportData', { cursor: first.next ?? '' }, id))
    expect(second).toMatchObject({ member: null, next: null })
    expect(second.orders).toHaveLength(2)
  })
})

describe('a member leaves', () => {
  const leave = (as: MemberId | { openid: string }) => shop.call('member', 'deleteMe', { confirm: 'delete' }, as)

  test('and nothing in the database says who they were; their orders stay as papers', async () => {
    const [id, friend] = [await aNeighbour('晨晨'), await shop.aMember()]
    const shared = await anOrder(friend, 'completed', 'paid', id)
    await shop.deps.db.updateTable('orders').set({ buyer_name: '别人', note: null }).where('id', '=', shared).execute()
    expect(dataOf(await leave(id))).toEqual({ deleted: true })

    for (const table of [
      'address',
      'cart_line',
      'favorite',
      'product_visit',
      'share',
      'share_open',
      'orders',
      'coupon',
      'member_points',
      'points_entry',
    ] as const) {
      const rows = await shop.deps.db.selectFrom(table).selectAll().where('member_id', '=', id).execute()
      expect(rows).toEqual([])
    }
    const orders = await shop.deps.db.selectFrom('orders').selectAll().where('member_id', 'is', null).execute()
    expect(orders).toMatchObject([
      { total_fen: 1990, first_title: '红颜草莓', address: null, buyer_phone: null, note: null },
    ])
    for (const secret of SECRETS) expect(JSON.stringify(orders)).not.toContain(secret)
    const sharer = await shop.deps.db
      .selectFrom('orders')
      .select('sharer_id')
      .where('id', '=', shared)
      .executeTakeFirst()
    expect(sharer).toEqual({ sharer_id: null })
    const tombstone = await shop.deps.db.selectFrom('member').selectAll().where('id', '=', id).executeTakeFirst()
    expect(tombstone).toMatchObject({ name: '', phone: null, openid: null, avatar: null, settings: {} })
  })

  test('their old session is a stranger’s, and who comes back from WeChat begins anew', async () => {
    const openid = 'o-leaver'
    const id = await shop.aMember({ openid })
    await shop.call('member', 'me', {}, { openid })
    expect((await leave({ openid })).ok).toBe(true)
    expect(refusalOf(await shop.call('member', 'me', {}, id)).code).toBe('sign-in.required')
    const back = dataOf(await shop.call('member', 'me', {}, { openid }))
    expect(back.id).not.toBe(id)
  })

  test.each([
    ['an unpaid order', 'awaiting-payment', 'unpaid'],
    ['goods on the way', 'fulfilling', 'paid'],
    ['a refund on the way', 'completed', 'refunding'],
  ])('not while there is %s', async (_what, trade, money) => {
    const id = await aNeighbour(`圆圆${trade}${money}`)
    await anOrder(id, trade, money)
    expect(refusalOf(await leave(id))).toEqual({ code: 'member.has-open-orders', openOrders: 1 })
    expect(dataOf(await shop.call('member', 'addresses', {}, id)).addresses).toHaveLength(1)
  })

  test.each([{}, { confirm: 'yes' }, { confirm: true }])('not by accident: %j', async (input) => {
    const id = await shop.aMember()
    const reply = await shop.send('member', { action: 'deleteMe', input }, id)
    expect(refusalOf(reply as { ok: false; refusal: { code: string } }).code).toBe('input.invalid')
    expect((await shop.call('member', 'me', {}, id)).ok).toBe(true)
  })

  test('the trail of the staff says no more to whom they gave something', async () => {
    const [id, templateId, owner] = [await shop.aMember({ name: '沫沫' }), await aTemplate(shop), await shop.aStaff()]
    const grant = { templateId, memberIds: [id], reason: '赔礼', requestId: 'grant-of-one-to-momo' }
    dataOf(await shop.call('staff-promotion', 'grant', grant, owner))
    expect((await leave(id)).ok).toBe(true)
    const trail = await shop.deps.db.selectFrom('audit').selectAll().where('subject', '=', id).execute()
    expect(trail).toMatchObject([{ action: 'coupon.grant', subject_name: null }])
  })

  test('another process takes them for a member no longer than a minute', async () => {
    const openid = 'o-elsewhere'
    const id = await shop.aMember({ openid })
    const list = () => shop.call('coupon', 'mine', { tab: 'usable' }, { openid })
    await list()
    const gone = { deleted_at: new Date(shop.clock.now()), openid: null }
    await shop.deps.db.updateTable('member').set(gone).where('id', '=', id).execute()
    shop.clock.advance(MINUTE)
    await list()
    const found = await shop.deps.db.selectFrom('member').select('id').where('openid', '=', openid).execute()
    expect(found).toHaveLength(1)
  })

  test('a process that still knows them forgets them at the first question', async () => {
    const id = await shop.aMember()
    await shop.call('member', 'me', {}, id)
    const deleted_at = new Date(shop.clock.now())
    await shop.deps.db.updateTable('member').set({ deleted_at }).where('id', '=', id).execute()
    expect(await shop.call('member', 'me', {}, id)).toMatchObject({ fault: { code: 'busy', retryable: true } })
    expect(refusalOf(await shop.call('member', 'me', {}, id)).code).toBe('sign-in.required')
  })
})
