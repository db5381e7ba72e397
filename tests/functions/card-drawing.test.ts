/** Chat cards and posters, drawn for real and kept. */
import sharp from 'sharp'
import type { MemberId, ProductId } from '@/domain/ids'
import { readShareCode } from '@/domain/share/link'
import { forgetShop } from '../../cloudfunctions/catalog/shop-memory'
import { enqueue } from '../../cloudfunctions/runtime/outbox'
import { dataOf, openShop, refusalOf, type Shop } from '../support/functions'

let shop: Shop
beforeEach(async () => {
  shop = await openShop()
  // the pixel that stands for a mini program code elsewhere is too small to be looked at
  const code = await sharp({ create: { width: 430, height: 430, channels: 3, background: '#000' } })
    .png()
    .toBuffer()
  shop.wechat.port.miniProgramCode = async (ask) => (shop.wechat.calls.push({ name: 'miniProgramCode', ask }), code)
})
afterEach(() => shop.close())

const letter = (productId: ProductId) =>
  enqueue(shop.database.db, shop.deps, { topic: 'card.draw', subject: productId, payload: { productId } })
const run = async () => dataOf(await shop.call('card', 'run', {}, 'timer')).reports
const cardOf = async (productId: ProductId) => dataOf(await shop.call('catalog', 'product', { productId })).cardPicture
const bytesOf = (url: string) => shop.files.kept.get(url.replace('/files/', ''))

describe('a chat card', () => {
  test('is drawn when its letter comes: 5:4, a JPEG that WeChat takes, under a name of its own', async () => {
    const { productId } = await shop.aProduct({ title: '丹东 99 红颜草莓 500g 🍓', skus: [{ marketPriceFen: 3680 }] })
    await letter(productId)
    expect(await run()).toEqual([{ job: 'draw-cards', done: 1, failed: 0 }])
    const url = (await cardOf(productId)) ?? ''
    expect(url).toMatch(new RegExp(`^/files/cards/${productId}/[0-9a-f]{20}\\.jpg$`))
    const { format, width, height } = await sharp(bytesOf(url)).metadata()
    expect({ format, width, height }).toEqual({ format: 'jpeg', width: 1000, height: 800 })
    expect(bytesOf(url)!.length).toBeLessThan(128 * 1024)
    expect(await run()).toEqual([])
  })

  test('gets a new name with a new price, and the old picture stays for the chats it was sent to', async () => {
    const { productId, skuId } = await shop.aProduct()
    await letter(productId)
    await run()
    const before = await cardOf(productId)
    await letter(productId)
    await run()
    expect(await cardOf(productId)).toBe(before)
    await shop.deps.db.updateTable('sku').set({ price_fen: 990 }).where('id', '=', skuId).execute()
    await letter(productId)
    await run()
    const after = await cardOf(productId)
    expect(after).not.toBe(before)
    expect([...shop.files.kept.keys()].filter((key) => key.startsWith('cards/'))).toHaveLength(2)
  })

  test('shows the picture made for cards, or the large one where there is none', async () => {
    const jpeg = (color: string) =>
      sharp({ create: { width: 900, height: 720, channels: 3, background: color } })
        .jpeg()
        .toBuffer()
    /** Mean red and blue of the picture's middle. */
    const middle = async (url: string | null) => {
      const patch = await sharp(bytesOf(url ?? ''))
        .extract({ left: 300, top: 100, width: 200, height: 200 })
        .toBuffer()
      const [red, , blue] = (await sharp(patch).stats()).channels
      return { r: red?.mean ?? 0, b: blue?.mean ?? 0 }
    }
    const { productId, skuId } = await shop.aProduct()
    await shop.files.put('pictures/test.750.webp', Buffer.from('not drawable'), 'image/webp')
    await shop.files.put('pictures/test.card.jpg', await jpeg('#0000ff'), 'image/jpeg')
    await letter(productId)
    await run()
    const blue = await middle(await cardOf(productId))
    expect(blue.b).toBeGreaterThan(blue.r)
    await shop.files.remove('pictures/test.card.jpg')
    await shop.deps.db.updateTable('sku').set({ price_fen: 500 }).where('id', '=', skuId).execute()
    await letter(productId)
    expect(await run()).toEqual([{ job: 'draw-cards', done: 1, failed: 0 }])
    const plain = await middle(await cardOf(productId))
    expect(plain.r).toBeGreaterThan(plain.b)
  })

  test('of a draft, of nothing, or of a product without a SKU on sale is not drawn, and its letter is done', async () => {
    const draft = await shop.aProduct({ status: 'draft' })
    const bare = await shop.aProduct({ skus: [{ isOff: true }] })
    await letter(draft.productId)
    await letter(bare.productId)
    await letter('prd_0000000000' as ProductId)
    await enqueue(shop.database.db, shop.deps, { topic: 'card.draw', subject: 'x', payload: {} })
    expect(await run()).toEqual([{ job: 'draw-cards', done: 4, failed: 0 }])
    expect(await cardOf(draft.productId)).toBeNull()
    expect(shop.files.kept.size).toBe(0)
  })

  test('of a product saved while it was drawn is left to the letter of that save', async () => {
    const { productId } = await shop.aProduct()
    await letter(productId)
    const put = shop.files.put
    shop.files.put = async (...args) => {
      await shop.deps.db.updateTable('product').set({ version: 1 }).where('id', '=', productId).execute()
      return put(...args)
    }
    await run()
    expect(await cardOf(productId)).toBeNull()
  })

  test('is drawn for nobody but the clock', async () => {
    for (const as of ['stranger' as const, await shop.aMember()])
      expect(refusalOf(await shop.call('card', 'run', {}, as))).toEqual({ code: 'action.unknown' })
  })
})

describe('a poster', () => {
  const shared = async (memberId: MemberId, productId: ProductId) =>
    dataOf(await shop.call('share', 'create', { productId, channel: 'poster' }, memberId)).code
  const poster = (code: string, as: MemberId) => shop.call('card', 'poster', { code }, as)

  test('carries the code of its share, is drawn once and kept', async () => {
    const memberId = await shop.aMember({ name: '小美' })
    const { productId } = await shop.aProduct({ title: '丹东 99 草莓', subtitle: '凌晨采摘，冷链到店' })
    const code = await shared(memberId, productId)
    const { url } = dataOf(await poster(code, memberId))
    const { format, width, height } = await sharp(bytesOf(url)).metadata()
    expect({ format, width, height }).toEqual({ format: 'jpeg', width: 1080, height: 1620 })
    const [ask] = shop.wechat.callsTo('miniProgramCode') as { scene: string; page: string }[]
    expect(ask?.page).toBe('packages/share/landing/index')
    expect(readShareCode({ scene: ask?.scene })).toBe(code)
    forgetShop(shop.deps)
    expect(dataOf(await poster(code, memberId)).url).toBe(url)
    expect(shop.wechat.callsTo('miniProgramCode')).toHaveLength(1)
  })

  test('is only made of one’s own code', async () => {
    const [mine, other] = [await shop.aMember(), await shop.aMember()]
    const code = await shared(mine, (await shop.aProduct()).productId)
    expect(refusalOf(await poster(code, other))).toEqual({ code: 'share.unknown' })
    expect(refusalOf(await poster('AAAAAAAAAAAA', mine))).toEqual({ code: 'share.unknown' })
    expect(await shop.send('card', { action: 'poster', input: { code } })).toMatchObject({
      refusal: { code: 'sign-in.required' },
    })
    expect(await shop.send('card', { action: 'poster', input: { code: '../x' } }, mine)).toMatchObject({
      refusal: { code: 'input.invalid' },
    })
  })

  test('asks to try again while WeChat makes no codes, and is drawn once it does', async () => {
    const memberId = await shop.aMember()
    const code = await shared(memberId, (await shop.aProduct()).productId)
    const make = shop.wechat.port.miniProgramCode
    shop.wechat.port.miniProgramCode = async () => {
      throw Object.assign(new Error('down'), { retryable: true })
    }
    expect(await poster(code, memberId)).toMatchObject({ fault: { code: 'busy', retryable: true } })
    expect(shop.files.kept.size).toBe(0)
    shop.wechat.port.miniProgramCode = make
    expect((await poster(code, memberId)).ok).toBe(true)
  })
})
