import { act } from 'react'
import StandIns from '@/features/stand-in/stand-ins'
import { fen } from '@/domain/money'
import { pay } from '@/platform/pay'
import { member, signOut, stayStranger } from '@/platform/session'
import { fakeCloud } from '../../support/taro-dom/cloud'
import { draw } from '../../support/taro-dom/draw'
import { phone } from '../../support/taro-dom/taro'

jest.mock('@tarojs/taro', () => jest.requireActual('../../support/taro-dom/taro'))

const me = { id: 'mem_0123456789', name: '小美' }
const people = [
  { code: 'demo:xiaomei', name: '小美', avatar: null, role: 'member' },
  { code: 'demo:afang', name: '阿芳', avatar: null, role: 'leader' },
]
const soon = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 5))))

let cloud: ReturnType<typeof fakeCloud>
beforeEach(() => {
  phone.reset()
  signOut()
  cloud = fakeCloud()
})
afterEach(() => act(() => stayStranger()))

test('a stranger picks a neighbour and is that neighbour', async () => {
  cloud.reply('member.demoPeople', { ok: true, data: { people } })
  cloud.reply('member.signIn', { ok: true, data: { session: 'token', me } })
  const view = draw(<StandIns />)
  let waiting: Promise<unknown> = Promise.resolve()
  act(() => void (waiting = member()))
  await soon()
  expect(view.text()).toContain('团长')
  view.tap('小美')
  await soon()
  expect(await waiting).toEqual(me)
  expect(cloud.sent.at(-1)).toMatchObject({ to: 'member.signIn', input: { code: 'demo:xiaomei' } })
  expect(view.text()).toBe('')
})

test('where there is no demo the sheet says where to go', async () => {
  cloud.reply('member.demoPeople', { ok: true, data: { people: [] } })
  const view = draw(<StandIns />)
  act(() => void member())
  await soon()
  expect(view.text()).toContain('请在微信里打开')
})

test('the pay sheet shows the sum, takes the tap and goes', async () => {
  const params = { timeStamp: '1', nonceStr: 'n', package: 'prepay_id=p', signType: 'RSA' as const, paySign: 's' }
  const view = draw(<StandIns />)
  let paying: Promise<string> = Promise.resolve('')
  Object.assign(globalThis, { fetch: async () => ({ json: async () => ({ outcome: 'success' }) }) })
  act(() => void (paying = pay({ ...params, standinUrl: '/pay' }, fen(9400))))
  expect(view.text()).toContain('¥94.00')
  view.tap('确认付款')
  await soon()
  expect(await paying).toBe('paid')
  expect(view.text()).toBe('')
})
