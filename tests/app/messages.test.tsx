/** The inbox and its switches on the phone: read at once, true to the cloud, one number everywhere. */
import { act } from 'react'
import type { InboxMessage } from '@/contract/message'
import { wordsOf } from '@/features/message/words'
import MessageSettingsPage from '@/packages/member/message-settings/index'
import MessagesPage from '@/packages/member/messages/index'
import type { CommunityId, CouponId, GroupId, HandOverId, MessageId, OrderId, SaleId, TransferId } from '@/domain/ids'
import { messageKinds } from '@/domain/message/kinds'
import { fen } from '@/domain/money'
import { DAY, HOUR, later } from '@/domain/time'
import { nowMe, signOut, useSession } from '@/platform/session'
import { NOW } from '../support/taro-dom/a-checkout'
import { fakeCloud } from '../support/taro-dom/cloud'
import { draw, type Drawn } from '../support/taro-dom/draw'
import { phone } from '../support/taro-dom/taro'

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  ...jest.requireActual('../support/taro-dom/taro'),
  useDidShow: jest.fn(),
  useDidHide: jest.fn(),
  usePullDownRefresh: jest.fn(),
  useReachBottom: jest.fn(),
}))

const [orderId, groupId] = ['ord_0123456789' as OrderId, 'grp_0123456789' as GroupId]
const about = { orderId, title: '山东红富士' }
const facts: { [K in InboxMessage['kind']]: Extract<InboxMessage, { kind: K }>['facts'] } = {
  'order-shipped': { ...about, carrier: 'sf', trackingTail: '0001', isPart: false },
  'order-ready': { ...about, point: '南门', hours: '08:00–21:00', code: '482913' },
  'group-full': { ...about, groupId, size: 3 },
  'group-expired': { ...about, groupId, refundFen: fen(1290) },
  'seat-lost': { ...about, groupId, chooseBy: later(NOW, HOUR) },
  'refund-sent': { ...about, refundFen: fen(1990) },
  'coupon-ending': {
    couponIds: ['cpn_1', 'cpn_2'] as unknown as CouponId[],
    name: '满 30 减 5',
    expiresAt: later(NOW, DAY),
  },
  'sale-unpaid': { ...about, payBy: later(NOW, HOUR) },
  'sale-closed': { ...about, backFen: fen(200) },
  'shortage-cut': { ...about, cutPieces: 2, refundFen: fen(600) },
  'hand-over': { ...about, point: '南门', fromAt: later(NOW, HOUR), untilAt: later(NOW, 3 * HOUR) },
  'sale-opened': {
    saleId: 'sal_0123456789' as SaleId,
    title: about.title,
    community: '梧桐里邻里群',
    endsAt: later(NOW, HOUR),
  },
  'list-ready': { saleId: 'sal_0123456789' as SaleId, title: about.title, orders: 12, pieces: 30 },
  'payout-waiting': { transferId: 'trf_0123456789' as TransferId, amountFen: fen(478), confirmBy: later(NOW, DAY) },
  'leader-decided': { state: 'rejected', reason: '小区里已有两位团长' },
  'community-offered': {
    ...{ handOverId: 'hov_0123456789' as HandOverId, communityId: 'com_0123456789' as CommunityId },
    ...{ community: '梧桐里邻里群', from: '阿芳', answerBy: later(NOW, DAY) },
  },
}
const told = (kind: InboxMessage['kind'], nth: number, isRead = false): InboxMessage =>
  ({ id: `msg_000000000${nth}` as MessageId, kind, facts: facts[kind], at: NOW, isRead }) as InboxMessage

const labels = (page: Drawn): string[] => page.all('[aria-label]').map((node) => node.getAttribute('aria-label') ?? '')
const unreadOfMe = () => useSession.getState().me?.counts.unread
const soon = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 5))))

let cloud: ReturnType<typeof fakeCloud>
beforeEach(() => {
  phone.reset()
  signOut()
  nowMe({ id: 'mem_0123456789', name: '小美', counts: { unread: 5 } } as never)
  cloud = fakeCloud()
})

test.each(messageKinds)('%s says what happened, and to what', (kind) => {
  const { title, note } = wordsOf(told(kind, 1), NOW)
  expect(title.length).toBeGreaterThan(2)
  expect(title.length).toBeLessThanOrEqual(18)
  expect(`${title}${note}`).not.toMatch(/undefined|NaN|ord_|grp_|!/)
  if ('title' in facts[kind]) expect(note).toContain('山东红富士')
})

test('a message that is opened is read, leads to its order, and 我的 counts one less', async () => {
  cloud.reply('message.inbox', {
    ok: true,
    data: { items: [told('order-ready', 2), told('refund-sent', 1, true)], next: null, unread: 1 },
  })
  cloud.reply('message.read', { ok: true, data: { unread: 0 } })
  const page = draw(<MessagesPage />)
  await soon()
  expect(unreadOfMe()).toBe(1)
  expect(page.text()).toContain('备好了，取货码 482913')
  const label = labels(page).find((one) => one.startsWith('没看过，备好了'))
  page.tap(label ?? '')
  await soon()
  expect(cloud.sent.find(({ to }) => to === 'message.read')?.input).toEqual({ id: 'msg_0000000002' })
  expect(phone.asked.at(-1)?.argument).toEqual({ url: '/packages/order/detail/index?id=ord_0123456789' })
  expect(unreadOfMe()).toBe(0)
  expect(labels(page).some((one) => one.startsWith('没看过'))).toBe(false)
})

test('all read at once; if the cloud did not hear of it, they are unread again', async () => {
  cloud.reply('message.inbox', {
    ok: true,
    data: { items: [told('group-full', 2), told('refund-sent', 1)], next: null, unread: 2 },
  })
  cloud.reply('message.read', new Error('the line broke'), { ok: true, data: { unread: 0 } })
  const page = draw(<MessagesPage />)
  await soon()
  const unread = () => labels(page).filter((one) => one.startsWith('没看过')).length
  page.tap('都看过了')
  await soon()
  expect(unread()).toBe(2)
  page.tap('都看过了')
  await soon()
  expect(unread()).toBe(0)
  expect(unreadOfMe()).toBe(0)
})

test('an empty inbox says what will stand there', async () => {
  cloud.reply('message.inbox', { ok: true, data: { items: [], next: null, unread: 0 } })
  const page = draw(<MessagesPage />)
  await soon()
  expect(page.text()).toContain('还没有消息')
})

test('a topic is switched off at once; what the cloud did not take goes back', async () => {
  const topics = (isMuted: boolean) => ({
    topics: [
      { topic: 'order', isMuted: false, permits: 2 },
      { topic: 'coupon', isMuted, permits: 0 },
    ],
  })
  cloud.reply('message.settings', { ok: true, data: topics(false) })
  cloud.reply('message.mute', { ok: true, data: topics(true) }, new Error('the line broke'))
  const page = draw(<MessageSettingsPage />)
  await soon()
  expect(page.text()).toContain('微信还能提醒 2 次')
  const isOn = () => page.find('优惠券到期').getAttribute('aria-checked')
  page.tap('优惠券到期')
  await soon()
  expect(cloud.sent.at(-1)).toMatchObject({ to: 'message.mute', input: { topic: 'coupon', isMuted: true } })
  expect(isOn()).toBe('false')
  page.tap('优惠券到期')
  await soon()
  expect(isOn()).toBe('false')
})
