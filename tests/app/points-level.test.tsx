/** Points and the level: what is so, and never more. */
import { act } from 'react'
import PointsPage from '@/packages/coupon/points/index'
import { levelPercent, levelWords } from '@/features/points/level-words'
import { fen } from '@/domain/money'
import { nowMe, signOut, stayStranger } from '@/platform/session'
import { NOW } from '../support/taro-dom/a-checkout'
import { fakeCloud } from '../support/taro-dom/cloud'
import { draw } from '../support/taro-dom/draw'
import { phone } from '../support/taro-dom/taro'

const bottom: (() => void)[] = []
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  ...jest.requireActual('../support/taro-dom/taro'),
  useDidShow: jest.fn(),
  useDidHide: jest.fn(),
  usePullDownRefresh: jest.fn(),
  useReachBottom: (run: () => void) => void bottom.splice(0, 1, run),
}))

const level = (now: 'ordinary' | 'member', needFen: number, missingFen: number) => ({
  ...{ now, spentFen: fen(needFen - missingFen), needFen: fen(needFen), missingFen: fen(missingFen), checkedAt: NOW },
})

test.each([
  [level('ordinary', 30_000, 8600), '再消费 ¥86.00 升为春芽会员', 71],
  [level('ordinary', 30_000, 0), '已经够了，下次核对时升为春芽会员', 100],
  [level('member', 20_000, 0), '180 天内消费满 ¥200.00，会员价一直有', 100],
  [level('member', 20_000, 1), '再消费 ¥0.01，保住会员价', 99],
])('%j', (stand, words, percent) => {
  expect(levelWords(stand)).toBe(words)
  expect(levelPercent(stand)).toBe(percent)
})

test('the ledger grows by cursor, and each row leads to its order', async () => {
  phone.reset()
  nowMe({ id: 'mem_0123456789', level: 'member' } as never)
  const cloud = fakeCloud()
  const entry = (id: string, points: number) => ({
    id,
    kind: points > 0 ? 'earned' : 'spent',
    points,
    orderId: 'ord_0123456789',
    at: NOW,
  })
  const view = { balance: 280, frozen: 20, owed: 12, worthFen: 280, level: level('member', 20_000, 0) }
  cloud.reply(
    'points.mine',
    { ok: true, data: { ...view, items: [entry('pte_1', 88)], next: 'pte_1' } },
    { ok: true, data: { ...view, items: [entry('pte_2', -30)], next: null } },
  )
  const page = draw(<PointsPage />)
  await act(async () => {})
  expect(page.text()).toContain('可抵 ¥2.80')
  expect(page.text()).toContain('另有 20 积分')
  expect(page.text()).toContain('多用了 12 积分')
  await act(async () => bottom[0]?.())
  expect(page.has('−30')).toBe(true)
  page.tap('买东西得的，88，看订单')
  expect(phone.asked.at(-1)?.argument).toEqual({ url: '/packages/order/detail/index?id=ord_0123456789' })
  stayStranger()
  signOut()
})
