import { asMember, member, signIn, signOut, stayStranger, useSession } from '@/platform/session'
import { call } from '@/platform/call'
import { fakeCloud } from '../../support/taro-dom/cloud'
import { phone } from '../../support/taro-dom/taro'

jest.mock('@tarojs/taro', () => jest.requireActual('../../support/taro-dom/taro'))

const me = { id: 'mem_0123456789', name: '小美' }
const welcome = { ok: true, data: { session: 'token', me } }
const stranger = { ok: false, refusal: { code: 'sign-in.required' } }
const cart = { ok: true, data: { items: [] } }
const view = () => asMember(() => call('cart', 'view', {}))

let cloud: ReturnType<typeof fakeCloud>
beforeEach(() => {
  phone.reset()
  signOut()
  cloud = fakeCloud()
  cloud.reply('member.signIn', welcome)
  cloud.reply('cart.view', cart)
})
afterEach(() => stayStranger())

test('a choice on the sheet signs in, and the phone keeps the session', async () => {
  const waiting = member()
  expect(useSession.getState().isAsking).toBe(true)
  await signIn('demo:xiaomei')
  expect(await waiting).toEqual(me)
  expect(useSession.getState()).toEqual({ me, isAsking: false })
  expect(phone.kept.get('quanji.session')).toBe('token')
})

test('everybody who waits hears of the one choice', async () => {
  const waiting = [member(), member()]
  await signIn('demo:xiaomei')
  expect(await Promise.all(waiting)).toEqual([me, me])
})

test('who puts the sheet away stays a stranger, and the call is not made', async () => {
  const waiting = view()
  stayStranger()
  expect(await waiting).toBeNull()
  expect(cloud.sent).toHaveLength(0)
})

test('a kept session brings the member back without asking', async () => {
  phone.kept.set('quanji.session', 'token')
  cloud.reply('member.me', { ok: true, data: me })
  expect(await view()).toEqual(cart)
  expect(useSession.getState().isAsking).toBe(false)
})

test('a session that has run out asks once more and then makes the call', async () => {
  await signIn('demo:xiaomei')
  cloud.reply('cart.view', stranger, cart)
  const waiting = view()
  await new Promise((resolve) => setTimeout(resolve))
  expect(useSession.getState().isAsking).toBe(true)
  await signIn('demo:xiaomei')
  expect(await waiting).toEqual(cart)
})

test('without a line nobody is signed out', async () => {
  phone.kept.set('quanji.session', 'token')
  cloud.reply('member.me', new TypeError('failed to fetch'))
  expect(await member()).toBeNull()
  expect(phone.kept.get('quanji.session')).toBe('token')
  expect(useSession.getState().isAsking).toBe(false)
})
