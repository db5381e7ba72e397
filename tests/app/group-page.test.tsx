/** The page of a group, drawn: it counts up by itself, joins in two taps, and says what is safe when something is in the way. */
import { act } from 'react'
import GroupPage from '@/packages/group/page/index'
import { fen } from '@/domain/money'
import { nowMe, signOut, stayStranger } from '@/platform/session'
import { usePaySheet } from '@/platform/pay'
import { fakeCloud } from '../support/taro-dom/cloud'
import { draw } from '../support/taro-dom/draw'
import { phone } from '../support/taro-dom/taro'
import { aGroup, aRefund, aSeat, friend, inMinutes, leader, NOW, you } from '../support/taro-dom/a-group'

const hooks: { onShow: (() => void)[]; onHide: (() => void)[] } = { onShow: [], onHide: [] }
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  ...jest.requireActual('../support/taro-dom/taro'),
  useDidShow: (run: () => void) => void hooks.onShow.push(run),
  useDidHide: (run: () => void) => void hooks.onHide.push(run),
  usePullDownRefresh: jest.fn(),
  useShareAppMessage: jest.fn(),
  useShareTimeline: jest.fn(),
  useRouter: () => ({ params: { c: 'abcdefgh12' } }),
}))

const answers = (view: object) => ({ ok: true, data: view })
const quote = {
  lines: [],
  steps: [],
  originalFen: 3680,
  goodsFen: 2990,
  deliveryFen: 0,
  totalFen: 2990,
  savedFen: 690,
}
const point = { id: 'pup_0123456789', name: '3 号楼架空层', keeper: '小满', walkMinutes: 4 }
const deals = { choice: { couponId: null, deliveryCouponId: null, usePoints: false }, options: [], points: null }
const checkout = answers({
  quote,
  deals,
  flash: null,
  delivery: { kind: 'pickup', pickupPoint: point, address: null, promise: null },
})

let cloud: ReturnType<typeof fakeCloud>
const asked = (to: string) => cloud.sent.filter((each) => each.to === to)
const pass = (ms: number) => act(async () => void (await jest.advanceTimersByTimeAsync(ms)))
const open = async () => {
  const view = draw(<GroupPage />)
  await pass(0)
  return view
}

beforeEach(() => {
  jest.useFakeTimers({ now: NOW })
  phone.reset()
  hooks.onShow = []
  hooks.onHide = []
  nowMe({ id: 'mem_0123456789', level: 'ordinary' } as never)
  cloud = fakeCloud()
  cloud.reply('group-buy.open', answers(aGroup()))
  cloud.reply('group-buy.watch', answers({ view: null }))
  cloud.reply('order.checkout', checkout)
})
afterEach(() => {
  stayStranger()
  signOut()
  usePaySheet.setState({ sheet: null })
  jest.useRealTimers()
})

describe('a friend opens the card', () => {
  test('one question, and everything to decide by stands there', async () => {
    const view = await open()
    expect(cloud.sent.map(({ to, input }) => [to, input])).toEqual([
      ['group-buy.open', { code: 'abcdefgh12', scene: 0 }],
    ])
    for (const words of [
      '邀你一起拼',
      '2 人',
      '留给你',
      '参团 · ¥29.90',
      '单独买 ¥36.80',
      '没成团，钱原路退回，不用你操作。',
    ])
      expect(view.has(words)).toBe(true)
  })

  test('it counts up without reloading, tells who came, and stops when all are there', async () => {
    const view = await open()
    cloud.reply('group-buy.watch', answers({ view: aGroup({ version: 4, members: [leader, friend], sharer: null }) }))
    await pass(3_000)
    expect(view.text()).toContain('还差 1 人 就成团')
    expect(view.find('莉* 来了，还差 1 人').getAttribute('role')).toBe('status')
    expect(view.all('.seat-new')).toHaveLength(1)
    expect(view.text()).toContain('邀你一起拼')
    cloud.reply(
      'group-buy.watch',
      answers({ view: aGroup({ version: 5, state: 'full', members: [leader, friend, friend], acts: [] }) }),
    )
    await pass(3_000)
    expect(view.text()).toContain('这个团满了')
    const before = asked('group-buy.watch').length
    await pass(60_000)
    expect(asked('group-buy.watch')).toHaveLength(before)
  })

  test('nothing is asked while the page is covered; coming back it asks again', async () => {
    await open()
    act(() => hooks.onHide.forEach((run) => run()))
    await pass(30_000)
    expect(asked('group-buy.watch')).toHaveLength(0)
    act(() => hooks.onShow.forEach((run) => run()))
    await pass(3_000)
    expect(asked('group-buy.watch')).toHaveLength(1)
  })

  test('a seat that waits for its payment says what it costs, on the button that pays', async () => {
    const mine = aSeat({ state: 'reserved', payDeadlineAt: inMinutes(9), dueFen: fen(5980), paidFen: fen(0) })
    cloud.reply('group-buy.open', answers(aGroup({ mine, reserved: 1, acts: ['pay', 'leave', 'see-order'] })))
    const view = await open()
    expect(view.has('去付款 ¥59.80')).toBe(true)
  })

  test('a link that leads to no group says so and shows the way to the shop', async () => {
    cloud.reply('group-buy.open', { ok: false, refusal: { code: 'group.unknown' } })
    const view = await open()
    expect(view.has('这个团打不开了')).toBe(true)
  })
})

describe('joining', () => {
  const placed = { orderId: 'ord_0123456789', number: '1', totalFen: 2990, payDeadlineAt: NOW, isRepeat: false }

  test('two taps bring a member to the pay sheet, and the seat is theirs', async () => {
    cloud.reply('order.place', answers({ ...placed, groupId: 'grp_0123456789' }))
    cloud.reply('payment.start', answers({ params: { package: 'prepay_id=1', standinUrl: '/pay' }, amountFen: 2990 }))
    cloud.reply('payment.check', answers({ isPaid: true }))
    const view = await open()
    view.tap('参团 · ¥29.90')
    await pass(0)
    expect(asked('order.checkout')[0]?.input).toEqual({
      basket: [{ skuId: 'sku_0123456789', quantity: 1 }],
      group: { kind: 'join', groupId: 'grp_0123456789' },
    })
    expect(view.text()).toContain('3 号楼架空层')
    view.tap('付款 ¥29.90')
    await pass(0)
    expect(asked('order.place')[0]?.input).toMatchObject({
      totalFen: 2990,
      shareCode: 'abcdefgh12',
      group: { kind: 'join', groupId: 'grp_0123456789' },
    })
    const { sheet } = usePaySheet.getState()
    expect(sheet?.amountFen).toBe(2990)
    cloud.reply(
      'group-buy.open',
      answers(aGroup({ version: 4, members: [leader, you], mine: aSeat(), acts: ['invite'] })),
    )
    await act(async () => void (await sheet?.onTap('success')))
    await pass(0)
    expect(view.has('邀请邻居')).toBe(true)
    expect(view.text()).toContain('你')
  })

  test('a seat that somebody else is paying for says when it may come free, and that nothing was paid', async () => {
    cloud.reply('order.checkout', { ok: false, refusal: { code: 'group.full', freesAt: inMinutes(30) } })
    const view = await open()
    view.tap('参团 · ¥29.90')
    await pass(0)
    expect(view.text()).toContain('有人正在付款，12:30 前没付就空出来')
    expect(asked('order.place')).toHaveLength(0)
  })

  test('more than one: the sheet asks for the price again before it can be paid', async () => {
    const view = await open()
    view.tap('参团 · ¥29.90')
    await pass(0)
    view.tap('数量，加一')
    await pass(0)
    expect(asked('order.checkout').at(-1)?.input).toMatchObject({ basket: [{ quantity: 2 }] })
    expect(asked('order.checkout')).toHaveLength(2)
  })
})

describe('a seat of one’s own', () => {
  test('leaving asks once, says where the money goes, and shows the receipt', async () => {
    cloud.reply('group-buy.open', answers(aGroup({ members: [leader, you], mine: aSeat(), acts: ['invite', 'leave'] })))
    cloud.reply(
      'group-buy.leave',
      answers(aGroup({ version: 4, acts: [], mine: aSeat({ state: 'left', refund: aRefund() }) })),
    )
    const view = await open()
    view.tap('不拼了，退出这个团')
    expect(view.text()).toContain('钱会全额原路退回')
    view.tap('退出并退款')
    await pass(0)
    expect(view.text()).toContain('退款 ¥29.90')
    expect(view.text()).toContain('微信处理中')
  })

  test('whose seat was gone sees where else, and moves without paying again', async () => {
    const other = { id: 'grp_9876543210', leader: '周*', avatars: [null], missing: 1, deadlineAt: inMinutes(90) }
    cloud.reply(
      'group-buy.open',
      answers(
        aGroup({
          state: 'full',
          acts: ['choose'],
          mine: aSeat({ state: 'lost', chooseBy: inMinutes(10) }),
          others: [other] as never,
        }),
      ),
    )
    cloud.reply('group-buy.choose', answers({ orderId: 'ord_0123456789', groupId: 'grp_9876543210' }))
    const view = await open()
    expect(view.text()).toContain('位子刚被占')
    expect(view.text()).toContain('不用再付款')
    view.tap('去拼 周* 的团，还差 1 人')
    await pass(0)
    expect(asked('group-buy.choose')[0]?.input).toEqual({
      orderId: 'ord_0123456789',
      choice: { kind: 'join', groupId: 'grp_9876543210' },
    })
    expect(phone.asked.at(-1)).toMatchObject({ name: 'redirectTo' })
  })

  test('a refund on its way is followed until it is there', async () => {
    const seat = (state: 'sent' | 'done') => aSeat({ state: 'refunded', refund: aRefund({ state: state as never }) })
    cloud.reply(
      'group-buy.open',
      answers(aGroup({ state: 'expired', acts: [], mine: seat('sent') })),
      answers(aGroup({ state: 'refunded', acts: [], mine: seat('done') })),
    )
    const view = await open()
    expect(view.text()).toContain('到点没拼成')
    expect(view.text()).toContain('最晚到账')
    await pass(3_000)
    expect(view.text()).toContain('已原路退回')
    const before = cloud.sent.length
    await pass(60_000)
    expect(cloud.sent).toHaveLength(before)
  })
})
