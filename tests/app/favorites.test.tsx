import { act } from 'react'
import type { ProductCard } from '@/contract/views'
import { FavoritesScreen } from '@/features/favorites/favorites-screen'
import { nowMe, signOut, stayStranger } from '@/platform/session'
import { fakeCloud } from '../support/taro-dom/cloud'
import { draw } from '../support/taro-dom/draw'
import { phone } from '../support/taro-dom/taro'

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  ...jest.requireActual('../support/taro-dom/taro'),
  useDidShow: jest.fn(),
  usePullDownRefresh: jest.fn(),
  useReachBottom: jest.fn(),
}))

const goods = (id: string, title: string) => ({ id, title }) as ProductCard
const milk = goods('prd_1', '鲜牛乳')
const bread = goods('prd_2', '法棍')
const first = { ok: true, data: { items: [milk, bread], next: null } }
const soon = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 5))))
const marks = () => cloud.sent.filter(({ to }) => to === 'catalog.favorite').map(({ input }) => input)

let cloud: ReturnType<typeof fakeCloud>
let hasGone: boolean
const open = async () => {
  const view = draw(<FavoritesScreen drawLine={({ title }) => title} onShop={() => (hasGone = true)} />)
  await soon()
  return view
}
beforeEach(() => {
  phone.reset()
  hasGone = false
  nowMe({ id: 'mem_0123456789' } as never)
  cloud = fakeCloud()
  cloud.reply('catalog.favorites', first)
  cloud.reply('catalog.favorite', { ok: true, data: { isFavorite: false } })
})
afterEach(() => {
  stayStranger()
  signOut()
})

test('what is taken out leaves at once, and the way back stands in its place', async () => {
  const view = await open()
  view.tap('不收藏鲜牛乳了')
  expect(view.has('不收藏「鲜牛乳」了')).toBe(true)
  view.tap('把鲜牛乳放回收藏')
  await soon()
  expect(view.has('不收藏鲜牛乳了')).toBe(true)
  expect(marks()).toEqual([
    { productId: 'prd_1', isFavorite: false },
    { productId: 'prd_1', isFavorite: true },
  ])
})

test('what the shop did not take out comes back', async () => {
  cloud.reply('catalog.favorite', new TypeError('failed to fetch'))
  const view = await open()
  view.tap('不收藏法棍了')
  await soon()
  expect(view.has('不收藏法棍了')).toBe(true)
})

test('the next page comes by its cursor', async () => {
  const more = { ok: true, data: { items: [bread], next: null } }
  cloud.reply('catalog.favorites', { ok: true, data: { items: [milk], next: 'c1' } }, more)
  const view = await open()
  view.tap('再看一些')
  await soon()
  expect(cloud.sent.at(-1)?.input).toEqual({ cursor: 'c1' })
  expect(view.text()).toContain('法棍')
  expect(view.has('都在这里了')).toBe(true)
})

test('nothing yet leads to the shop', async () => {
  cloud.reply('catalog.favorites', { ok: true, data: { items: [], next: null } })
  const view = await open()
  view.tap('去逛逛')
  expect(hasGone).toBe(true)
})

test('a stranger who puts the sheet away is offered it again', async () => {
  signOut()
  const view = await open()
  act(() => stayStranger())
  await soon()
  expect(view.has('登录后就能看到收藏')).toBe(true)
  expect(cloud.sent).toHaveLength(0)
})
