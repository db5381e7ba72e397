/** The code that is shown at the door of a group sale: made on the phone, new every half minute, with or without a network. */
import { createHmac } from 'node:crypto'
import { act } from 'react'
import * as fc from 'fast-check'
import PickupPage from '@/packages/order/pickup/index'
import type { PickupKey } from '@/contract/sale'
import type { MemberId, OrderId } from '@/domain/ids'
import { CODE_STEP, pickupCode, readPickupCode, verifyPickupCode } from '@/domain/pickup/code'
import { DAY, epochMs, HOUR, later, SECOND, type EpochMs } from '@/domain/time'
import { keepKey, keptKey } from '@/features/order/kept-keys'
import { nowMe } from '@/platform/session'
import { signWith } from '@/platform/sign'
import { fakeCloud } from '../support/taro-dom/cloud'
import { draw, type Drawn } from '../support/taro-dom/draw'
import { modulesOf, seenModules } from '../support/taro-dom/seen-code'
import { phone } from '../support/taro-dom/taro'

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  ...jest.requireActual('../support/taro-dom/taro'),
  useDidShow: jest.fn(),
  useDidHide: jest.fn(),
  usePullDownRefresh: jest.fn(),
  useRouter: () => ({ params: { id: 'ord_0123456789' } }),
}))

const orderId = 'ord_0123456789' as OrderId
const me = 'mem_0123456789' as MemberId
const neighbour = 'mem_9876543210' as MemberId
/** Ten seconds into a step. */
const NOW = epochMs(Math.floor(Date.UTC(2026, 10, 22, 10) / CODE_STEP) * CODE_STEP + 10 * SECOND)
const hex = 'a1'.repeat(32)

const aKey = (more: Partial<PickupKey> = {}): PickupKey => ({
  ...{ orderId, number: 12, key: hex, plainCode: '730518', bag: 'waiting', madeAt: NOW },
  ...{ saleId: 'sal_0123456789' as never, title: '周日鲜食接龙', state: 'delivered', forName: null },
  handOverFromAt: later(NOW, -HOUR),
  handOverUntilAt: later(NOW, 2 * HOUR),
  keptUntilAt: later(NOW, DAY),
  place: { name: '3 号楼架空层', address: '梧桐里 168 弄', keeper: '小满' },
  ...more,
})

/** As the shop signs. */
const nodeSign = (key: string) => (text: string) =>
  createHmac('sha256', Buffer.from(key, 'hex')).update(text).digest('hex')

const shown = (page: Drawn): HTMLElement | undefined => page.all('.digit-square-code')[0]
const expectCodeOf = (page: Drawn, at: EpochMs): void => {
  const { side, dark } = modulesOf(pickupCode(orderId, at, nodeSign(hex)), 'M')
  expect(seenModules(shown(page), side)).toEqual(dark)
}
const pass = (ms: number) => act(async () => void (await jest.advanceTimersByTimeAsync(ms)))
const open = async () => {
  const page = draw(<PickupPage />)
  await pass(0)
  return page
}

let cloud: ReturnType<typeof fakeCloud>
/** As of when it is asked; the shop's clock may be ahead of the phone's. */
const answers = (more: Partial<PickupKey> = {}, aheadMs = 0) => ({
  ok: true,
  get data() {
    return aKey({ madeAt: epochMs(Date.now() + aheadMs), ...more })
  },
})
beforeEach(() => {
  jest.useFakeTimers({ now: NOW })
  phone.reset()
  nowMe({ id: me } as never)
  cloud = fakeCloud()
  cloud.reply('sale.pickupKey', answers())
})
afterEach(() => jest.useRealTimers())

test('the phone signs as the shop does, whatever the key and whatever the text', () => {
  const keys = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex'))
  const texts = fc.string({ unit: 'grapheme-ascii', maxLength: 120 })
  fc.assert(fc.property(keys, texts, (key, text) => signWith(key)(text) === nodeSign(key)(text)))
})

test('a code made on the phone is one that the leader takes, at any instant of its step', () => {
  const sign = signWith(hex)
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 9 }), (past) => {
      const at = epochMs(NOW + past)
      const code = readPickupCode(pickupCode(orderId, at, sign))
      return code !== null && verifyPickupCode(code, nodeSign(hex), at).ok
    }),
  )
})

test('it is drawn for this half minute, and anew at the next, with the ring where the step is', async () => {
  const page = await open()
  expectCodeOf(page, NOW)
  expect(page.all('.turn-arc')[0]?.style.animationDelay).toBe('-10000ms')
  await pass(19 * SECOND)
  expectCodeOf(page, NOW)
  await pass(SECOND)
  expectCodeOf(page, later(NOW, CODE_STEP))
  expect(page.all('.turn-arc')[0]?.style.animationDelay).toBe('-0ms')
})

test('the number on the bag stands large, the six digits below it, read out one by one', async () => {
  const page = await open()
  expect(page.find('12').className).toContain('pickup-number-big')
  expect(page.has('扫不上就报 7 3 0 5 1 8')).toBe(true)
  expect(page.text()).toContain('730 518')
})

test('a phone whose clock is an hour late shows the code of the hour it is', async () => {
  cloud.reply('sale.pickupKey', answers({}, HOUR))
  expectCodeOf(await open(), later(NOW, HOUR))
})

test('opened once, it needs no network', async () => {
  await open()
  cloud.reply('sale.pickupKey', new Error('no line'))
  await pass(2 * CODE_STEP)
  const again = await open()
  await pass(SECOND)
  expectCodeOf(again, later(NOW, 2 * CODE_STEP))
  expect(again.text()).toContain('没有网络也能用')
})

test('where nothing was kept, no network is an error with a way on, and no code', async () => {
  cloud.reply('sale.pickupKey', new Error('no line'))
  const page = await open()
  await pass(SECOND)
  expect(shown(page)).toBeUndefined()
  expect(page.text()).toContain('网络走神了')
})

test('while it is held out, the page says by itself that the bag has gone', async () => {
  const page = await open()
  cloud.reply('sale.pickupKey', answers({ bag: 'handed', plainCode: null }))
  await pass(5 * SECOND)
  expect(page.text()).toContain('取走了')
  expect(shown(page)).toBeUndefined()
})

test.each([
  ['overdue', '没赶上也不要紧，帮你留到'],
  ['no-show', '先问问团长，货还在就能取'],
] as const)('a bag that is %s can still be fetched, and says so', async (bag, words) => {
  cloud.reply('sale.pickupKey', answers({ bag }))
  const page = await open()
  expect(page.text()).toContain(words)
  expectCodeOf(page, NOW)
})

test('a bag that went back to the store shows no code', async () => {
  cloud.reply('sale.pickupKey', answers({ bag: 'returned' }))
  const page = await open()
  expect(page.text()).toContain('退回店里了')
  expect(shown(page)).toBeUndefined()
})

test('what the shop refuses is not shown from the phone either, and forgotten', async () => {
  keepKey(aKey(), me, NOW)
  cloud.reply('sale.pickupKey', { ok: false, refusal: { code: 'pickup.not-ready', trade: 'closed' } })
  const page = await open()
  await pass(0)
  expect(page.text()).toContain('现在没有取货码')
  expect(keptKey(orderId, me)).toBeNull()
})

test('the phone keeps a few, for their own member, and none of long ago', () => {
  keepKey(aKey(), neighbour, NOW)
  expect(keptKey(orderId, me)).toBeNull()
  const old = 'ord_00000000aa' as OrderId
  keepKey(aKey({ orderId: old, keptUntilAt: later(NOW, -8 * DAY) }), me, NOW)
  for (let n = 0; n < 9; n += 1) keepKey(aKey({ orderId: `ord_000000000${n}` as OrderId }), me, NOW)
  expect(keptKey(old, me)).toBeNull()
  expect(keptKey('ord_0000000008' as OrderId, me)).not.toBeNull()
  expect(keptKey('ord_0000000000' as OrderId, me)).toBeNull()
  expect((phone.kept.get('quanji.pickupKeys') as unknown[]).length).toBe(6)
})
