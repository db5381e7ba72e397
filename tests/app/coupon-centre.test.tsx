/** Coupons: claimed with one tap, taken back where the shop says no, kept by tab, and told until when. */
import { act } from 'react'
import CentrePage from '@/packages/coupon/centre/index'
import MinePage from '@/packages/coupon/mine/index'
import type { OfferView } from '@/contract/coupon'
import { beginsText, endsSoon, endsText, namedOffer, offerText, scopeText } from '@/ui/coupon-words'
import { fen } from '@/domain/money'
import { HOUR, later } from '@/domain/time'
import { keep } from '@/platform/storage'
import { nowMe, signOut, stayStranger } from '@/platform/session'
import { NOW, TONIGHT } from '../support/taro-dom/a-checkout'
import { fakeCloud } from '../support/taro-dom/cloud'
import { draw } from '../support/taro-dom/draw'
import { phone } from '../support/taro-dom/taro'

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  ...jest.requireActual('../support/taro-dom/taro'),
  useDidShow: jest.fn(),
  useDidHide: jest.fn(),
  usePullDownRefresh: jest.fn(),
  useReachBottom: jest.fn(),
}))

const offer = (n: number, wish: Partial<OfferView> = {}): OfferView => ({
  templateId: `ctp_${n}123456789` as never,
  name: `券${n}`,
  offer: { kind: 'amount', offFen: fen(800) },
  thresholdFen: fen(3900),
  scopeNames: ['水果'],
  leadsTo: { to: 'products' },
  combines: ['order'],
  validity: { kind: 'days', days: 7 },
  claimUntilAt: null,
  takenBp: 1200,
  mine: 0,
  perPerson: 1,
  state: 'open',
  opensAt: null,
  ...wish,
})
const answers = (view: object) => ({ ok: true, data: view })
let cloud: ReturnType<typeof fakeCloud>
const pass = () => act(async () => void (await jest.advanceTimersByTimeAsync(0)))

beforeEach(() => {
  jest.useFakeTimers({ now: NOW })
  phone.reset()
  keep('session', 's')
  nowMe({ id: 'mem_0123456789', level: 'member' } as never)
  cloud = fakeCloud()
})
afterEach(() => {
  stayStranger()
  signOut()
  jest.useRealTimers()
})

describe('the claim centre', () => {
  const open = async (...offers: OfferView[]) => {
    cloud.reply('coupon.centre', answers({ offers }))
    const view = draw(<CentrePage />)
    await pass()
    return view
  }

  test('what is used up leads nowhere and says so; where one may have another, it is claimed again', async () => {
    const view = await open(
      offer(1, { state: 'used', mine: 1 }),
      offer(2, { state: 'locked', mine: 1 }),
      offer(3, { state: 'gone', mine: 1 }),
      offer(4, { mine: 1, perPerson: 2 }),
    )
    for (const words of ['已用完', '订单用着', '已失效', '再领']) expect(view.has(words)).toBe(true)
    expect(view.text()).not.toContain('去使用')
  })

  test('a tap claims; the button says so before the answer is there, and then leads to the goods', async () => {
    const view = await open(offer(1), offer(2))
    expect(view.text()).toContain('水果可用领后 7 天内有效')
    expect(view.text()).toContain('可和满减同享')
    cloud.reply('coupon.claim', answers({ offer: offer(1, { state: 'claimed', mine: 1 }), coupon: {} }))
    view.tap('领取券1')
    expect(view.has('用券1')).toBe(true)
    await pass()
    expect(cloud.sent.at(-1)).toMatchObject({ to: 'coupon.claim', input: { templateId: 'ctp_1123456789' } })
    expect(view.has('领取券2')).toBe(true)
    view.tap('用券1')
    expect(view.has('这张券适用于')).toBe(true)
  })

  test('two taps in a row claim two: the second answer does not undo the first', async () => {
    const view = await open(offer(1), offer(2))
    cloud.reply(
      'coupon.claim',
      answers({ offer: offer(1, { state: 'claimed', mine: 1 }), coupon: {} }),
      answers({ offer: offer(2, { state: 'claimed', mine: 1 }), coupon: {} }),
    )
    view.tap('领取券1')
    view.tap('领取券2')
    await pass()
    expect([view.has('用券1'), view.has('用券2')]).toEqual([true, true])
  })

  test('where the last one went to somebody else, it is said and the ticket stands as it is', async () => {
    const view = await open(offer(1))
    cloud.reply('coupon.claim', { ok: false, refusal: { code: 'coupon.sold-out' } })
    cloud.reply('coupon.centre', answers({ offers: [offer(1, { state: 'sold-out' })] }))
    view.tap('领取券1')
    await pass()
    expect(view.has('这张券刚刚领完了')).toBe(true)
    expect(view.has('领完了')).toBe(true)
  })

  test('what opens later says when; nothing to claim says so', async () => {
    const view = await open(offer(1, { state: 'not-yet', opensAt: later(TONIGHT, 10 * HOUR) }))
    expect(view.has('明天 10:00 开领')).toBe(true)
    const none = await open()
    expect(none.has('现在没有可领的券')).toBe(true)
  })

  test('a code may be typed as it is printed; one that is wrong keeps what was typed', async () => {
    const view = await open(offer(1))
    view.tap('用兑换码换券')
    expect(view.find('兑换').getAttribute('aria-disabled')).toBe('true')
  })
})

describe('the wallet', () => {
  const coupon = (wish: object) => ({
    ...{ id: 'cpn_0123456789', source: 'claim', name: '鲜蔬水果券', offer: offer(1).offer, thresholdFen: fen(3900) },
    ...{ scopeNames: [], leadsTo: { to: 'shop' }, combines: [], validFromAt: later(NOW, -HOUR), expiresAt: TONIGHT },
    ...{ state: 'claimed', orderId: null, voidReason: null, ...wish },
  })
  const counts = { usable: 2, used: 0, expired: 1 }
  const open = async (...items: object[]) => {
    cloud.reply('coupon.mine', answers({ items, next: null, counts }))
    const view = draw(<MinePage />)
    await pass()
    return view
  }

  test('one that an order holds leads to the order; one that was taken back says why', async () => {
    const view = await open(
      coupon({ state: 'locked', orderId: 'ord_0123456789' }),
      coupon({ id: 'cpn_1123456789', state: 'voided', voidReason: '同一人多个账号' }),
    )
    view.tap('看订单')
    expect(phone.asked.at(-1)?.argument).toEqual({ url: '/packages/order/detail/index?id=ord_0123456789' })
    expect(view.text()).toContain('收回原因：同一人多个账号')
  })

  test('another tab is another question, and an empty one leads on', async () => {
    const view = await open(coupon({}))
    expect(view.text()).toContain('今晚到期')
    cloud.reply('coupon.mine', answers({ items: [], next: null, counts }))
    view.tap('用过的')
    await pass()
    expect(cloud.sent.at(-1)).toMatchObject({ to: 'coupon.mine', input: { tab: 'used' } })
    expect(view.has('还没有用过券')).toBe(true)
  })
})

describe('words', () => {
  test('until when', () => {
    expect(endsText(TONIGHT, NOW)).toBe('今晚到期')
    expect(endsText(later(TONIGHT, -HOUR), NOW)).toBe('今天 23:00 到期')
    expect(endsText(later(TONIGHT, 1), NOW)).toBe('明天到期')
    expect(endsText(later(TONIGHT, 24 * HOUR), NOW)).toBe('明天到期')
    expect(endsText(later(TONIGHT, 96 * HOUR), NOW)).toBe('11 月 26 日到期')
    expect(beginsText(TONIGHT, NOW)).toBe('明天 0:00 起可用')
    expect([endsSoon(later(TONIGHT, 24 * HOUR), NOW), endsSoon(later(TONIGHT, 25 * HOUR), NOW)]).toEqual([true, false])
  })

  test.each([
    [{ kind: 'amount', offFen: fen(800) }, 3900, '满 ¥39 减 ¥8'],
    [{ kind: 'amount', offFen: fen(550) }, 0, '直接减 ¥5.5'],
    [{ kind: 'percent', offBp: 1500, capFen: fen(1000) }, 2900, '满 ¥29 打 8.5 折，最多减 ¥10'],
    [{ kind: 'delivery', offFen: null }, 0, '免运费'],
    [{ kind: 'delivery', offFen: fen(600) }, 2900, '满 ¥29 运费减 ¥6'],
  ] as const)('%j from %d on', (terms, over, said) => {
    expect(offerText({ offer: terms, thresholdFen: fen(over) })).toBe(said)
  })

  test('terms that stand in the name are not said twice; many names are cut short', () => {
    const terms = { offer: offer(1).offer, thresholdFen: fen(3900) }
    expect(namedOffer({ name: '满 39 减 8', ...terms })).toBe('满 39 减 8')
    expect(namedOffer({ name: '水果券', ...terms })).toBe('水果券 满 ¥39 减 ¥8')
    expect(scopeText(['水果', '蔬菜'])).toBe('水果、蔬菜可用')
    expect(scopeText(['玻璃瓶娟姗奶 250ml × 4', '原味酸奶'])).toBe('玻璃瓶娟姗奶 250ml × 4 等可用')
  })
})
