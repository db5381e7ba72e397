import sharp from 'sharp'
import { demoMemberId } from '../../cloudfunctions/runtime/db/demo-ids'
import type { MemberId } from '@/domain/ids'
import { dataOf, openShop, refusalOf, type Shop } from '../support/functions'
import { anExpressOrder, pay, place } from '../support/shop/buying'
import { APPID } from '../support/shop/fake-pay'
import { pushHead } from '../support/wechat-push'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const me = async (as: MemberId) => dataOf(await shop.call('member', 'me', {}, as))

const picture = async (side = 200, kind: 'png' | 'jpeg' | 'webp' = 'webp'): Promise<string> => {
  const drawn = sharp({ create: { width: side, height: side, channels: 3, background: '#fa0' } })
  return (await drawn[kind]().toBuffer()).toString('base64')
}

describe('coming in', () => {
  const demoPerson = async (slug: string, name: string) => {
    const id = demoMemberId(slug)
    const at = new Date(shop.clock.now())
    await shop.deps.db.insertInto('member').values({ store_id: shop.deps.storeId, id, name, created_at: at }).execute()
    return id
  }

  test('in the demo a person is chosen by name, and the session holds', async () => {
    const id = await demoPerson('xiaomei', '小美')
    const { session, me: view } = dataOf(await shop.call('member', 'signIn', { code: 'demo:xiaomei' }))
    expect(view).toMatchObject({ id, name: '小美', level: 'ordinary', isLeader: false, maskedPhone: null })
    expect(session.startsWith(`${id}.`)).toBe(true)
    expect((await me(id)).name).toBe('小美')
  })

  test('the demo offers the people that are there, with their role', async () => {
    await demoPerson('afang', '阿芳')
    await shop.deps.db.updateTable('member').set({ is_leader: true }).where('id', '=', demoMemberId('afang')).execute()
    const { people } = dataOf(await shop.call('member', 'demoPeople', {}))
    expect(people).toEqual([
      { code: 'demo:xiaomei', name: '小美', avatar: null, role: 'member' },
      { code: 'demo:afang', name: '阿芳', avatar: null, role: 'leader' },
    ])
  })

  test.each(['demo:nobody', 'demo:', 'xiaomei', "demo:' or 1=1", ''])('%p is nobody', async (code) => {
    expect(refusalOf(await shop.call('member', 'signIn', { code })).code).toBe('sign-in.unknown-person')
  })

  test('in WeChat the platform says who it is: the code is not read, and there is no session to steal', async () => {
    const openid = 'o-first-visit'
    const { session, me: view } = dataOf(await shop.call('member', 'signIn', { code: 'demo:xiaomei' }, { openid }))
    expect(view.id).not.toBe(demoMemberId('xiaomei'))
    expect(session).toBe('')
    expect(JSON.stringify(view)).not.toContain(openid)
    expect(dataOf(await shop.call('member', 'signIn', {}, { openid })).me.id).toBe(view.id)
  })

  test('a session that holds is renewed without a code', async () => {
    const id = await shop.aMember()
    expect(dataOf(await shop.call('member', 'signIn', {}, id)).session).not.toBe('')
  })

  test('in production there is no demo', async () => {
    const real = await openShop({ env: { QUANJI_MODE: 'production' } })
    try {
      expect(refusalOf(await real.call('member', 'signIn', { code: 'demo:xiaomei' })).code).toBe('sign-in.unavailable')
      expect(dataOf(await real.call('member', 'demoPeople', {})).people).toEqual([])
    } finally {
      await real.close()
    }
  })
})

describe('a member', () => {
  test('sees their own numbers, and a phone that nobody can call', async () => {
    const id = await shop.aMember({ name: '莉莉', phone: '13812342071', level: 'member' })
    const { skuId, productId } = await shop.aProduct()
    const at = new Date(shop.clock.now())
    const mine = { store_id: shop.deps.storeId, member_id: id }
    await shop.deps.db
      .insertInto('cart_line')
      .values({ ...mine, sku_id: skuId, quantity: 3, added_price_fen: 1990, added_at: at })
      .execute()
    await shop.deps.db
      .insertInto('favorite')
      .values({ ...mine, product_id: productId, at })
      .execute()
    expect(await me(id)).toMatchObject({
      maskedPhone: '138****2071',
      level: 'member',
      counts: { toPay: 0, toShip: 0, toReceive: 0, afterSale: 0, cart: 3, favorites: 1, unread: 0 },
      settings: { isPersonal: true, isLargeText: false },
    })
  })

  test('sees what comes next: first what stands ready, with its code, then what is on its way', async () => {
    const owner = await shop.aStaff()
    const sent = await anExpressOrder(shop, [1])
    await pay(shop, sent)
    const { memberId } = sent
    expect((await me(memberId)).coming).toBeNull()
    const parcel = { orderId: sent.orderId, carrier: 'sf' as const, trackingNo: 'SF1234567890' }
    dataOf(await shop.call('staff-order', 'ship', parcel, owner))
    const onTheWay = (await me(memberId)).coming
    expect(onTheWay).toMatchObject({ id: sent.orderId, fulfilment: 'shipped', pieces: 1, pickup: null })
    expect(onTheWay?.picture.tone).toHaveLength(2)

    const [skuId = '' as never] = sent.skuIds
    const pickupPointId = await shop.aPickupPoint()
    const wish = { basket: [{ skuId, quantity: 1 }], pickupPointId, totalFen: 1000 }
    const ready = { memberId, ...dataOf(await place(shop, memberId, wish)) }
    await pay(shop, ready)
    expect((await me(memberId)).coming?.id).toBe(sent.orderId)
    dataOf(await shop.call('staff-order', 'makeReady', { orderIds: [ready.orderId] }, owner))
    const { pickup } = dataOf(await shop.call('order', 'detail', { orderId: ready.orderId }, memberId))
    expect((await me(memberId)).coming).toMatchObject({
      id: ready.orderId,
      fulfilment: 'ready',
      pickup: { point: pickup?.point.name, hours: pickup?.point.hours, code: pickup?.code },
    })
  })

  test('throws two switches at once and both are thrown', async () => {
    const id = await shop.aMember()
    await Promise.all([
      shop.call('member', 'updateSettings', { isPersonal: false }, id),
      shop.call('member', 'updateSettings', { isLargeText: true }, id),
    ])
    expect((await me(id)).settings).toEqual({ isPersonal: false, isLargeText: true })
  })

  test.each(['signIn', 'me', 'updateProfile', 'addresses', 'exportData', 'deleteMe'])(
    '%s with a forged identity in the event is refused',
    async (action) => {
      const id = await shop.aMember()
      const event = {
        action,
        input: { memberId: id, openid: 'x' },
        userInfo: { openId: 'x' },
        openid: 'x',
        memberId: id,
      }
      const reply = (await shop.send('member', event)) as { ok: false; refusal: { code: string } }
      expect(['sign-in.required', 'input.invalid']).toContain(refusalOf(reply).code)
    },
  )
})

describe('a name', () => {
  const rename = (name: string, as: MemberId) => shop.call('member', 'updateProfile', { name }, as)
  beforeEach(() => {
    shop.wechat.setDown(false)
    shop.wechat.say({ text: 'pass' })
  })

  test('is shown once WeChat let it pass', async () => {
    const id = await shop.aMember({ openid: 'o-namer' })
    expect(dataOf(await rename('  阿杰 ', id)).name).toBe('阿杰')
    expect(shop.wechat.callsTo('checkText').at(-1)).toEqual({
      openid: 'o-namer',
      scene: 'profile',
      content: '阿杰',
      nickname: '阿杰',
    })
  })

  test.each(['risky', 'review'] as const)('that WeChat calls %s is refused', async (text) => {
    const id = await shop.aMember({ name: '原名', openid: `o-${text}` })
    shop.wechat.say({ text })
    expect(refusalOf(await rename('坏名字', id)).code).toBe('text.risky')
    expect((await me(id)).name).toBe('原名')
  })

  test('that nobody could check is refused: WeChat is down, or does not know the member', async () => {
    const id = await shop.aMember({ name: '原名', openid: 'o-down' })
    shop.wechat.setDown(true)
    expect(refusalOf(await rename('新名', id)).code).toBe('text.unchecked')
    shop.wechat.setDown(false)
    const stranger = await shop.aMember({ name: '原名' })
    expect(refusalOf(await rename('新名', stranger)).code).toBe('text.unchecked')
    expect((await me(id)).name).toBe('原名')
  })

  test('that stays the same is not checked', async () => {
    const id = await shop.aMember({ name: '小圆' })
    const before = shop.wechat.calls.length
    expect((await rename('小圆', id)).ok).toBe(true)
    expect(shop.wechat.calls).toHaveLength(before)
  })

  test.each([
    ['empty', ' '],
    ['too long', '长'.repeat(21)],
    ['with a control character', 'a\u0000b'],
    ['not a text', 7],
  ])('%s is refused', async (_what, name) => {
    const id = await shop.aMember()
    const reply = await shop.send('member', { action: 'updateProfile', input: { name } }, id)
    expect(refusalOf(reply as { ok: false; refusal: { code: string } }).code).toBe('input.invalid')
  })
})

describe('an avatar', () => {
  const upload = (avatarBase64: string, as: MemberId) => shop.call('member', 'updateProfile', { avatarBase64 }, as)
  /** As WeChat pushes it, with nobody's name in it. */
  const pushed = (trace_id: string, suggest: string, errcode = 0) => ({
    ...pushHead('wxa_media_check', shop.clock.now()),
    appid: APPID,
    trace_id,
    version: 2,
    errcode,
    result: { suggest, label: 100 },
  })
  const settle = async (traceId: string, verdict: string, errcode?: number) => {
    const reply = await shop.send('member', pushed(traceId, verdict, errcode), 'timer')
    return dataOf(reply as { ok: true; data: { settled: boolean } }).settled
  }
  const traceOf = async (id: MemberId): Promise<string> => {
    const row = await shop.deps.db
      .selectFrom('member')
      .select('settings')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    return row.settings.pendingAvatar?.traceId ?? ''
  }
  const filesOf = (id: MemberId) => [...shop.files.kept.keys()].filter((key) => key.startsWith(`avatars/${id}/`))

  test('waits for WeChat; the old one stays until it has passed, then goes', async () => {
    const id = await shop.aMember({ openid: 'o-face' })
    expect(dataOf(await upload(await picture(), id))).toMatchObject({ avatar: null, isAvatarChecking: true })
    expect(await settle(await traceOf(id), 'pass')).toBe(true)
    const first = await me(id)
    expect(first).toMatchObject({ avatar: expect.stringMatching(/^\/files\/avatars\//), isAvatarChecking: false })

    expect(dataOf(await upload(await picture(300, 'jpeg'), id)).avatar).toBe(first.avatar)
    expect(await settle(await traceOf(id), 'pass')).toBe(true)
    expect((await me(id)).avatar).toMatch(/\.jpeg$/)
    expect(filesOf(id)).toHaveLength(1)
  })

  test.each(['review', 'risky'] as const)('that WeChat calls %s is never shown and its file goes', async (verdict) => {
    const id = await shop.aMember({ openid: `o-face-${verdict}` })
    await upload(await picture(), id)
    expect(await settle(await traceOf(id), verdict)).toBe(true)
    expect(await me(id)).toMatchObject({ avatar: null, isAvatarChecking: false })
    expect(filesOf(id)).toEqual([])
  })

  test('that WeChat could not look at is not shown', async () => {
    const id = await shop.aMember({ openid: 'o-unseen' })
    await upload(await picture(), id)
    expect(await settle(await traceOf(id), 'pass', -1008)).toBe(true)
    expect((await me(id)).avatar).toBeNull()
  })

  test('another push, or one of another app, is no verdict', async () => {
    const id = await shop.aMember({ openid: 'o-other-push' })
    await upload(await picture(), id)
    const verdict = pushed(await traceOf(id), 'pass')
    for (const lie of [{ Event: 'subscribe_msg_popup_event' }, { appid: 'wxffffffffffffffff' }, { appid: undefined }])
      expect(await shop.send('member', { ...verdict, ...lie }, 'timer')).toMatchObject({ ok: false })
    expect(await me(id)).toMatchObject({ avatar: null, isAvatarChecking: true })
  })

  test('replaced while it waited: the late verdict on it settles nothing', async () => {
    const id = await shop.aMember({ openid: 'o-late' })
    await upload(await picture(), id)
    const early = await traceOf(id)
    await upload(await picture(128), id)
    expect(filesOf(id)).toHaveLength(1)
    expect(await settle(early, 'pass')).toBe(false)
    expect((await me(id)).avatar).toBeNull()
  })

  test('a verdict comes from the platform only', async () => {
    const id = await shop.aMember({ openid: 'o-cheat' })
    await upload(await picture(), id)
    const input = { traceId: await traceOf(id), verdict: 'pass' as const }
    for (const as of [id, 'stranger', { openid: 'o-cheat' }] as const)
      expect(refusalOf(await shop.call('member', 'settlePictureCheck', input, as)).code).toBe('action.unknown')
    expect((await me(id)).avatar).toBeNull()
  })

  test('a page, a drawing with a script, a dot and a poster are no avatars', async () => {
    const id = await shop.aMember({ openid: 'o-bad' })
    const bad = ['<html>', '<svg onload="x"/>'].map((text) => Buffer.from(text).toString('base64'))
    for (const base64 of [...bad, await picture(16), await picture(3000)])
      expect(refusalOf(await upload(base64, id)).code).toBe('picture.invalid')
    expect(filesOf(id)).toEqual([])
  })
})
