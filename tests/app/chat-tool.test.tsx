/** The chat tool (群工具): what it says of a sale, what it says into a chat, and the calm line for whatever does not work. */
import * as fc from 'fast-check'
import { act } from 'react'
import type { ChainEntryView, SaleLineView, SaleView } from '@/contract/sale'
import type { SaleId, SkuId } from '@/domain/ids'
import { fen } from '@/domain/money'
import { epochMs, HOUR, later } from '@/domain/time'
import { copy } from '@/features/chat-tool/copy'
import { ToolScreen } from '@/features/chat-tool/tool-screen'
import { ChatRow } from '@/features/chat-tool/chat-row'
import { lineWords, reminderTitle, unpaidWords, whenWords } from '@/features/chat-tool/words'
import { leaveForSale, whyNot } from '@/platform/chat-tool'
import { draw } from '../support/taro-dom/draw'
import { phone } from '../support/taro-dom/wechat'

jest.mock('@/platform/wx', () => jest.requireActual('../support/taro-dom/wechat'))
jest.mock('@/platform/page', () => ({ useShown: () => undefined }))
jest.mock('@tarojs/taro', () => ({ __esModule: true, ...jest.requireActual('../support/taro-dom/taro') }))

const NOW = epochMs(Date.now())
const SALE = 'sal_0123456789' as SaleId
const entry = (number: number, name: string, isPending = false): ChainEntryView => ({
  ...{ number, name, isPending, avatar: null, text: '草莓×2', at: NOW, isYou: false },
})
const line: Pick<SaleLineView, 'skuId' | 'label' | 'tiers' | 'priceFen' | 'sold'> = {
  skuId: 'sku_0123456789' as SkuId,
  label: '草莓',
  priceFen: fen(2990),
  sold: 46,
  tiers: [
    { fromUnits: 1, priceFen: fen(3180) },
    { fromUnits: 20, priceFen: fen(2990) },
    { fromUnits: 50, priceFen: fen(2890) },
  ],
}
const aSale = (wish: Partial<SaleView> = {}): SaleView =>
  ({
    ...{ id: SALE, title: '周五 · 草莓接龙 🍓', state: 'open', community: { id: 'com_0123456789', name: '梧桐里' } },
    ...{ startsAt: later(NOW, -HOUR), endsAt: later(NOW, HOUR), lineViews: [line], isLeader: true, canOrder: true },
    ...{ chain: [entry(46, '柏*', true), entry(45, '喻*')], chainCount: 45, cardPicture: '/card.jpg' },
    ...wish,
  }) as SaleView

const way = { code: 'Ab3dEf7h' }
const tool = (wish?: Partial<SaleView>) => draw(<ToolScreen sale={aSale(wish)} way={way} />)
const askedFor = (name: string) => phone.asked.filter((each) => each.name === name).map(({ argument }) => argument)
const pages = (count: number) => Object.assign(globalThis, { getCurrentPages: () => Array.from({ length: count }) })
const settle = () => act(async () => undefined)

const TOOL = 'getApiCategory openChatTool shareAppMessageToGroup selectGroupMembers notifyGroupMembers'.split(' ')
beforeEach(() => {
  phone.reset()
  TOOL.forEach((name) => phone.knows.add(name))
  phone.category = 'chatTool'
  phone.answer('selectGroupMembers', { members: ['g-1', 'g-2'] })
  pages(2)
})

describe('words', () => {
  test.each([
    ['周五 · 草莓接龙 🍓', '周五草莓接龙'],
    ['梧桐里邻居们的周日鲜食大接龙第三场', '梧桐里邻居们的周日鲜食大接龙第'],
    ['Friday 8pm', 'Friday8pm'],
    ['🍓！', '接龙'],
  ])('a reminder for 「%s」 is called 「%s」', (title, said) => expect(reminderTitle(title)).toBe(said))

  test('a reminder never has more than the 30 that WeChat takes, and never says nothing', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const title = reminderTitle(text)
        const width = [...title].reduce((sum, sign) => sum + (sign > '\u33ff' ? 2 : 1), 0)
        expect(title).not.toBe('')
        expect(width).toBeLessThanOrEqual(30)
      }),
    ))

  test('a line says how many, the price now, and what is missing to the next', () => {
    expect(lineWords(line)).toEqual({ sold: '草莓 已接 46 份', price: '¥29.90', next: '再 4 份，人人 ¥28.90' })
    expect(lineWords({ ...line, priceFen: fen(2890), sold: 60 }).next).toBe('已到最低一档')
    expect(lineWords({ ...line, tiers: line.tiers.slice(0, 1) }).next).toBeNull()
  })

  test('a sale says until when, or since when it is over', () => {
    const { startsAt, endsAt } = aSale()
    expect(whenWords({ state: 'open', startsAt, endsAt }, NOW)).toMatch(/截单$/)
    expect(whenWords({ state: 'open', startsAt: endsAt, endsAt: later(endsAt, HOUR) }, NOW)).toMatch(/开始$/)
    expect(whenWords({ state: 'picking', startsAt, endsAt }, NOW)).toMatch(/截的单$/)
  })

  test('those who have not paid are named under their masks, the first three of them', () => {
    expect(unpaidWords([entry(1, '顾*')])).toBeNull()
    expect(unpaidWords([entry(2, '林*', true), entry(1, '顾*')])).toBe('林* 还没付款')
    const many = ['林*', '顾*', '陈*', '周*'].map((name, n) => entry(n, name, true))
    expect(unpaidWords(many)).toBe('林*、顾*、陈* 等 4 位还没付款')
  })

  test('a failure of WeChat is somebody changing their mind, a page without a chat, or a failure', () => {
    expect(whyNot('selectGroupMembers:fail cancel', false)).toBe('cancelled')
    expect(whyNot('notifyGroupMembers:fail not in chat', true)).toBe('outside')
    expect(whyNot('notifyGroupMembers:fail', false)).toBe('failed')
  })
})

describe('beside a chat', () => {
  test('the leader sees the sale at a glance', () => {
    const words = tool().text()
    for (const said of ['梧桐里', '周五 · 草莓接龙', '45', '再 4 份，人人 ¥28.90', '柏* 还没付款', '喻* 草莓×2'])
      expect(words).toContain(said)
  })

  test('sends the card of the sale, which leads back into the tool', async () => {
    const screen = tool()
    screen.tap(copy.send)
    await settle()
    expect(askedFor('shareAppMessageToGroup')).toEqual([
      { title: '周五 · 草莓接龙 🍓', path: '/packages/chat-tool/sale/index?c=Ab3dEf7h', imageUrl: '/card.jpg' },
    ])
    expect(screen.text()).toContain(copy.done.send)
  })

  test.each([
    [copy.remind, 'complete', '接龙付款周五草莓接龙'],
    [copy.invite, 'participate', '周五草莓接龙'],
  ])('%s calls whom the leader picks: %s', async (key, type, title) => {
    const screen = tool()
    screen.tap(key)
    await settle()
    const entrancePath = '/packages/chat-tool/sale/index?c=Ab3dEf7h'
    expect(askedFor('notifyGroupMembers')).toEqual([{ title, members: ['g-1', 'g-2'], entrancePath, type }])
  })

  test.each([
    ['the list of members is closed', 'selectGroupMembers', 'fail cancel', copy.no.cancelled],
    ['nobody is picked', 'selectGroupMembers', { members: [] }, copy.no.cancelled],
    ['the message fails', 'notifyGroupMembers', 'fail system error', copy.no.failed],
  ])('%s: a calm line, and nothing else', async (_, name, answer, said) => {
    phone.answer(name, answer)
    const screen = tool()
    screen.tap(copy.invite)
    await settle()
    expect(screen.text()).toContain(said)
    expect(screen.text()).not.toContain(copy.done.join)
  })

  test('after the end nothing is advertised any more, and who has not paid can still be reminded', () => {
    const screen = tool({ state: 'closed', canOrder: false })
    expect([copy.send, copy.invite, copy.remind].map(screen.has)).toEqual([false, false, true])
  })

  test('a neighbour sees the chain and the way on, and nothing to send', () => {
    const screen = tool({ isLeader: false })
    expect(screen.text()).not.toContain('还没付款')
    expect([copy.send, copy.remind, copy.invite, copy.go].map(screen.has)).toEqual([false, false, false, true])
    pages(1)
    screen.tap(copy.go)
    expect(askedFor('reLaunch')).toEqual([{ url: '/packages/community/sale/index?c=Ab3dEf7h' }])
  })
})

describe('where it does not work', () => {
  test('opened like any other page: it says so and offers to choose a chat', async () => {
    phone.category = 'default'
    const screen = tool()
    expect(screen.text()).toContain(copy.no.outside)
    expect(screen.has(copy.send)).toBe(false)
    phone.answer('openChatTool', 'fail cancel')
    screen.tap(copy.choose)
    await settle()
    expect(screen.text()).toContain(copy.no.cancelled)
  })

  test('a WeChat that is too old: a calm line, no key that fails', () => {
    phone.category = 'default'
    phone.knows.clear()
    const screen = tool()
    expect(screen.text()).toContain(copy.no.old)
    expect([copy.choose, copy.send, copy.see].map(screen.has)).toEqual([false, false, true])
  })

  test('in the workbench there is no row for it on such a phone, and one that opens it elsewhere', () => {
    expect(draw(<ChatRow saleId={SALE} />).has(copy.row.title)).toBe(true)
    phone.knows.clear()
    expect(draw(<ChatRow saleId={SALE} />).text()).toBe('')
  })
})

describe('the way out', () => {
  const url = `/packages/community/sale/index?id=${SALE}`

  test('from a chat by going back first, since WeChat blocks every other way', () => {
    leaveForSale({ saleId: SALE })
    expect(phone.asked.map(({ name }) => name)).toEqual(['navigateBack', 'navigateTo'])
    expect(askedFor('navigateTo')).toMatchObject([{ url }])
  })

  test('where nothing lies beneath, or WeChat refuses, by starting anew there', () => {
    pages(1)
    leaveForSale({ saleId: SALE })
    pages(2)
    phone.answer('navigateTo', 'fail')
    leaveForSale({ saleId: SALE })
    expect(askedFor('reLaunch')).toEqual([{ url }, { url }])
  })

  test('without a chat straight on', () => {
    phone.category = 'default'
    leaveForSale({ saleId: SALE })
    expect(phone.asked.map(({ name }) => name)).toEqual(['navigateTo'])
  })
})
