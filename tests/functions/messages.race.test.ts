/** Permissions under parallel connections: counted once, spent once. */
import type { OrderId } from '@/domain/ids'
import { fen } from '@/domain/money'
import { DAY, dayStart, HOUR, later } from '@/domain/time'
import { dataOf, openShop, type Shop } from '../support/functions'
import { answer, ledgerOf, sendingsOf, tellNow, TEMPLATES } from '../support/shop/messages'

let shop: Shop
beforeAll(async () => {
  shop = await openShop({ env: TEMPLATES })
  shop.clock.set(later(dayStart(shop.clock.now()), DAY + 12 * HOUR))
})
afterAll(() => shop.close())

const refund = (memberId: Awaited<ReturnType<Shop['aMember']>>, subject: string) => ({
  ...{ kind: 'refund-sent' as const, memberId, subject },
  facts: { orderId: 'ord_0000000001' as OrderId, title: '山东红富士', refundFen: fen(1290) },
})

test('ten rounds of the clock at once send one message under one permission', async () => {
  const memberId = await shop.aMember({ openid: 'o-race' })
  await answer(shop, memberId, { refund: 'accept' })
  for (let n = 0; n < 4; n++) await tellNow(shop, refund(memberId, `ref-${n}`))
  await Promise.all(Array.from({ length: 10 }, () => shop.call('jobs', 'run', {}, 'timer')))
  expect(shop.wechat.callsTo('sendSubscribeMessage')).toHaveLength(1)
  const kept = (await sendingsOf(shop, memberId)).map(({ sending }) => sending)
  expect([...kept].sort()).toEqual(['inbox', 'inbox', 'inbox', 'sent'])
  expect((await ledgerOf(shop, memberId, 'refund')).map(({ permits }) => permits)).toEqual([1, 0])
})

test('the same thing told twenty times at once is told once, and has one letter', async () => {
  const memberId = await shop.aMember()
  await Promise.all(Array.from({ length: 20 }, () => tellNow(shop, refund(memberId, 'the-same'))))
  expect(await sendingsOf(shop, memberId)).toHaveLength(1)
  const letters = await shop.deps.db
    .selectFrom('outbox')
    .select('id')
    .where('topic', '=', 'message.send')
    .where('payload', '@>', JSON.stringify({ memberId }) as never)
    .execute()
  expect(letters).toHaveLength(1)
})

test('the same answer sent twenty times at once is one permission, twenty answers are twenty', async () => {
  const memberId = await shop.aMember()
  const requestId = 'one-answer-many-sendings'
  await Promise.all(
    Array.from({ length: 20 }, () => answer(shop, memberId, { group: 'accept', refund: 'accept' }, { requestId })),
  )
  expect(await ledgerOf(shop, memberId, 'refund')).toHaveLength(1)
  await Promise.all(Array.from({ length: 20 }, () => answer(shop, memberId, { group: 'accept', refund: 'reject' })))
  const { topics } = dataOf(await shop.call('message', 'settings', {}, memberId))
  expect(topics.find(({ topic }) => topic === 'group')?.permits).toBe(21)
  expect(topics.find(({ topic }) => topic === 'refund')?.permits).toBe(1)
})
