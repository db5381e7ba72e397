import { act } from 'react'
import type { MeView } from '@/contract/member'
import { DeleteSheet } from '@/features/member/delete-sheet'
import { setLarge, setPersonal } from '@/features/member/settings'
import { useLargeText } from '@/platform/large-text'
import { nowMe, signOut, useSession } from '@/platform/session'
import { fakeCloud } from '../support/taro-dom/cloud'
import { draw } from '../support/taro-dom/draw'
import { phone } from '../support/taro-dom/taro'

jest.mock('@tarojs/taro', () => jest.requireActual('../support/taro-dom/taro'))

const me = {
  id: 'mem_0123456789',
  name: '小美',
  settings: { isPersonal: true, isLargeText: false },
} as unknown as MeView
const isPersonal = () => useSession.getState().me?.settings.isPersonal
const soon = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 5))))

let cloud: ReturnType<typeof fakeCloud>
beforeEach(() => {
  phone.reset()
  signOut()
  nowMe(me)
  cloud = fakeCloud()
})

test('a switch answers before the cloud does', async () => {
  cloud.reply('member.updateSettings', {
    ok: true,
    data: { ...me, settings: { isPersonal: false, isLargeText: false } },
  })
  const done = setPersonal(false)
  expect(isPersonal()).toBe(false)
  await done
  expect(isPersonal()).toBe(false)
})

test('a switch that the cloud did not take goes back', async () => {
  cloud.reply('member.updateSettings', new Error('the line broke'))
  await setPersonal(false)
  expect(isPersonal()).toBe(true)
})

test('large letters stay large even where the cloud is out of reach', async () => {
  cloud.reply('member.updateSettings', new Error('the line broke'))
  await setLarge(true)
  expect(useLargeText.getState().isLarge).toBe(true)
  expect(phone.kept.get('quanji.largeText')).toBe(true)
})

test('a stranger’s large letters are the phone’s own matter', async () => {
  signOut()
  await setLarge(true)
  expect(cloud.sent).toHaveLength(0)
})

describe('leaving for good', () => {
  let ends: string[]
  const sheet = () => {
    ends = []
    const say = (word: string) => () => void ends.push(word)
    return draw(<DeleteSheet onClose={say('closed')} onGone={say('gone')} onOrders={say('orders')} />)
  }
  const type = (view: ReturnType<typeof sheet>, text: string) => {
    const node = view.find('输入「注销」两个字确认')
    act(() => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(node, text)
      node.dispatchEvent(new Event('input', { bubbles: true }))
    })
  }

  test('takes the word itself, and then the person is gone', async () => {
    cloud.reply('member.deleteMe', { ok: true, data: { deleted: true } })
    const view = sheet()
    view.tap('继续注销')
    view.tap('确认注销')
    type(view, '注')
    view.tap('确认注销')
    await soon()
    expect(cloud.sent).toHaveLength(0)
    type(view, '注销')
    view.tap('确认注销')
    await soon()
    expect(ends).toEqual(['gone'])
    expect(useSession.getState().me).toBeNull()
  })

  test('open orders stop it, and lead to them', async () => {
    cloud.reply('member.deleteMe', { ok: false, refusal: { code: 'member.has-open-orders', openOrders: 2 } })
    const view = sheet()
    view.tap('继续注销')
    type(view, '注销')
    view.tap('确认注销')
    await soon()
    expect(view.text()).toContain('还有 2 笔订单没结束')
    view.tap('看看是哪些')
    expect(ends).toEqual(['orders'])
    expect(useSession.getState().me).not.toBeNull()
  })
})
