/** Sharing a product and opening what was shared, through the door. */
import type { MemberId, ProductId } from '@/domain/ids'
import { readShareLink } from '@/domain/share/link'
import { DAY } from '@/domain/time'
import { dataOf, openShop, refusalOf, type Shop } from '../support/functions'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

type Channel = 'chat' | 'timeline' | 'poster' | 'link'
const create = (as: MemberId, productId: ProductId, channel: Channel = 'chat') =>
  shop.call('share', 'create', { productId, channel }, as)
const opens = (code: string) =>
  shop.deps.db.selectFrom('share_open').select(['member_id', 'scene']).where('code', '=', code).orderBy('id').execute()

describe('sharing', () => {
  test('gives one code per member, product, channel and day, that leads back from path and link', async () => {
    const [memberId, other] = [await shop.aMember(), await shop.aMember()]
    const { productId } = await shop.aProduct({ title: '丹东 99 草莓' })
    const made = dataOf(await create(memberId, productId))
    expect(made).toMatchObject({ title: '丹东 99 草莓', cardPicture: null })
    expect(made.code).toMatch(/^[0-9A-Za-z]{12}$/)
    expect([readShareLink(made.path), readShareLink(made.url)]).toEqual([made.code, made.code])
    expect(dataOf(await create(memberId, productId))).toEqual(made)
    const codes = new Set([
      made.code,
      dataOf(await create(memberId, productId, 'link')).code,
      dataOf(await create(other, productId)).code,
      dataOf(await create(memberId, (await shop.aProduct()).productId)).code,
    ])
    shop.clock.advance(DAY)
    codes.add(dataOf(await create(memberId, productId)).code)
    expect(codes.size).toBe(5)
  })

  test('carries the picture that was drawn ahead', async () => {
    const { productId } = await shop.aProduct()
    const drawn = { card_picture: '/files/cards/a.jpg' }
    await shop.deps.db.updateTable('product').set(drawn).where('id', '=', productId).execute()
    expect(dataOf(await create(await shop.aMember(), productId)).cardPicture).toBe('/files/cards/a.jpg')
  })

  test('is refused for a draft and for nothing, and needs a member', async () => {
    const memberId = await shop.aMember()
    const { productId } = await shop.aProduct({ status: 'draft' })
    expect(refusalOf(await create(memberId, productId))).toEqual({ code: 'product.unknown' })
    expect(refusalOf(await create(memberId, 'prd_0000000000' as ProductId))).toEqual({ code: 'product.unknown' })
    expect(refusalOf(await create('stranger' as MemberId, productId))).toEqual({ code: 'sign-in.required' })
  })
})

describe('opening a card', () => {
  test('shows product and masked sharer in one call, and notes who opened it in which scene', async () => {
    const sharer = await shop.aMember({ name: '张小美' })
    const friend = await shop.aMember()
    const { productId } = await shop.aProduct({ title: '草莓' })
    const { code } = dataOf(await create(sharer, productId))
    const seen = dataOf(await shop.call('share', 'open', { code, scene: 1007 }, friend))
    expect(seen).toMatchObject({
      code,
      product: { id: productId, title: '草莓' },
      sharer: { name: '张*', avatar: null },
    })
    expect(JSON.stringify(seen)).not.toContain(sharer)
    dataOf(await shop.call('share', 'open', { code, scene: 1154 }))
    expect(await opens(code)).toEqual([
      { member_id: friend, scene: 1007 },
      { member_id: null, scene: 1154 },
    ])
  })

  test('shows oneself no sharer and is not noted', async () => {
    const sharer = await shop.aMember()
    const { code } = dataOf(await create(sharer, (await shop.aProduct()).productId))
    expect(dataOf(await shop.call('share', 'open', { code }, sharer)).sharer).toBeNull()
    expect(await opens(code)).toEqual([])
  })

  test('still works where the sharer is gone or the product is off', async () => {
    const sharer = await shop.aMember()
    const { productId } = await shop.aProduct()
    const { code } = dataOf(await create(sharer, productId))
    await shop.deps.db.updateTable('member').set({ deleted_at: new Date() }).where('id', '=', sharer).execute()
    await shop.deps.db.updateTable('product').set({ status: 'off' }).where('id', '=', productId).execute()
    expect(dataOf(await shop.call('share', 'open', { code }))).toMatchObject({
      sharer: null,
      product: { isOnSale: false },
    })
    await shop.deps.db.updateTable('share').set({ member_id: null }).where('code', '=', code).execute()
    expect(dataOf(await shop.call('share', 'open', { code })).sharer).toBeNull()
    expect(await opens(code)).toHaveLength(2)
  })

  test.each(['AAAAAAAAAAAA', 'aaaaaaaaaaaaaaaaaaaaaaaa'])('is unknown for %s, a code of nobody', async (code) => {
    expect(refusalOf(await shop.call('share', 'open', { code }))).toEqual({ code: 'share.unknown' })
    expect(await opens(code)).toEqual([])
  })

  test.each([
    { code: '' },
    { code: 'short' },
    { code: "AAAA'; drop table share; --" },
    { code: 'x'.repeat(1_000) },
    { code: 'AAAAAAAAAAAA', scene: -1 },
    { code: 'AAAAAAAAAAAA', scene: 1.5 },
    { code: 'AAAAAAAAAAAA', sharer: 'mem_0000000000' },
  ])('is refused for bad input %#', async (input) => {
    expect(await shop.send('share', { action: 'open', input })).toMatchObject({ refusal: { code: 'input.invalid' } })
  })
})
