import { act } from 'react'
import { useShareCode } from '@/features/share/use-share-code'
import { call } from '@/platform/call'
import { signOut } from '@/platform/session'
import type { ProductId } from '@/domain/ids'
import { fakeCloud } from '../support/taro-dom/cloud'
import { draw } from '../support/taro-dom/draw'
import { phone } from '../support/taro-dom/taro'

jest.mock('@tarojs/taro', () => jest.requireActual('../support/taro-dom/taro'))

const product = 'prd_0123456789' as ProductId
const made = { code: 'abcdefgh12', path: '/p?c=abcdefgh12', url: 'u', title: '草莓', cardPicture: null }
let cloud: ReturnType<typeof fakeCloud>
let sharing: ReturnType<typeof useShareCode>
const Page = () => {
  sharing = useShareCode(product, () => call('share', 'create', { productId: product, channel: 'chat' }))
  return null
}
const asked = () => cloud.sent.filter(({ to }) => to === 'share.create').length
const pass = (ms: number) => act(async () => void (await jest.advanceTimersByTimeAsync(ms)))

beforeEach(() => {
  jest.useFakeTimers()
  phone.reset()
  signOut()
  cloud = fakeCloud()
  cloud.reply('member.me', { ok: true, data: { id: 'mem_0123456789' } })
  cloud.reply('share.create', { ok: true, data: made })
})
afterEach(() => jest.useRealTimers())

test('a member’s code is ready before the tap, but after the page is drawn', async () => {
  phone.kept.set('quanji.session', 'token')
  draw(<Page />)
  expect(asked()).toBe(0)
  await pass(1_500)
  expect(asked()).toBe(1)
  expect(sharing.share).toEqual(made)
})

test('a tap before that asks at once, and the code is made once', async () => {
  phone.kept.set('quanji.session', 'token')
  draw(<Page />)
  await act(async () => void (await sharing.make()))
  await pass(1_500)
  expect(asked()).toBe(1)
})

test('nothing is made for a stranger who only looks', async () => {
  draw(<Page />)
  await pass(5_000)
  expect(cloud.sent).toHaveLength(0)
})
