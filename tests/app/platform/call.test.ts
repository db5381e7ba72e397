import { call, read } from '@/platform/call'
import { fakeCloud } from '../../support/taro-dom/cloud'
import { phone } from '../../support/taro-dom/taro'

jest.mock('@tarojs/taro', () => jest.requireActual('../../support/taro-dom/taro'))

const busy = { ok: false, fault: { code: 'busy', requestId: 'req_1', retryable: true } }
const bug = { ok: false, fault: { code: 'internal', requestId: 'req_2', retryable: false } }
const fine = { ok: true, data: { suggestions: ['草莓'] } }

const suggest = () => read('catalog', 'suggest', { text: 'cm' })
const add = () => call('cart', 'add', { skuId: 'sku_0123456789' as never, quantity: 1 })

let cloud: ReturnType<typeof fakeCloud>
beforeEach(() => {
  phone.reset()
  cloud = fakeCloud()
})
afterEach(() => jest.useRealTimers())

test('the answer comes back as it is, with the session in the header', async () => {
  phone.kept.set('quanji.session', 'token')
  cloud.reply('catalog.suggest', fine)
  expect(await suggest()).toEqual(fine)
  expect(cloud.sent).toEqual([{ to: 'catalog.suggest', input: { text: 'cm' }, session: 'Bearer token' }])
})

test('a refusal is an answer: it is not asked again', async () => {
  const refusal = { ok: false, refusal: { code: 'sku.short', available: 2 } }
  cloud.reply('cart.add', refusal)
  expect(await add()).toEqual(refusal)
  expect(cloud.sent).toHaveLength(1)
})

test('a read that may pass is tried once more', async () => {
  cloud.reply('catalog.suggest', busy, fine)
  expect(await suggest()).toEqual(fine)
  expect(cloud.sent).toHaveLength(2)
})

test('a second fault is told, and a fault that will not pass is told at once', async () => {
  cloud.reply('catalog.suggest', busy)
  expect(await suggest()).toEqual(busy)
  expect(cloud.sent).toHaveLength(2)
  cloud.reply('catalog.suggest', bug)
  expect(await suggest()).toEqual(bug)
  expect(cloud.sent).toHaveLength(3)
})

test('a write is never sent twice', async () => {
  cloud.reply('cart.add', busy)
  expect(await add()).toEqual(busy)
  expect(cloud.sent).toHaveLength(1)
})

test('a broken line is a fault, not an exception', async () => {
  cloud.reply('cart.add', new TypeError('failed to fetch'))
  expect(await add()).toMatchObject({ ok: false, fault: { code: 'offline', retryable: true } })
})

test.each([[null], ['<html>'], [{ message: 'no route' }], [{ ok: false }]])(
  "somebody else's error page is a fault: %j",
  async (body) => {
    cloud.reply('cart.add', body)
    expect(await add()).toMatchObject({ ok: false, fault: { code: 'internal' } })
  },
)

test('who waits too long is told that it is slow', async () => {
  jest.useFakeTimers()
  Object.assign(globalThis, { fetch: () => new Promise(() => undefined) })
  const answer = add()
  await jest.advanceTimersByTimeAsync(12_000)
  expect(await answer).toMatchObject({ fault: { code: 'slow' } })
})
