/** Work outside the database: done once where all goes well, again where it doesn't, and shown to staff where it never will. */
import { HOUR, MINUTE, SECOND } from '@/domain/time'
import type { Deps } from '../../cloudfunctions/runtime/deps'
import { drainOutbox, enqueue, type LetterHandlers, type OpenLetter } from '../../cloudfunctions/runtime/outbox'
import { openShop, type Shop } from '../support/functions'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())
beforeEach(() => shop.deps.db.deleteFrom('outbox').execute())

const letter = async (subject: string, notBefore?: number): Promise<void> =>
  enqueue(shop.deps.db, shop.deps, {
    topic: 'refund.send',
    subject,
    payload: { subject },
    ...(notBefore === undefined ? {} : { notBefore }),
  })

const row = async (subject: string) =>
  shop.deps.db.selectFrom('outbox').selectAll().where('subject', '=', subject).executeTakeFirstOrThrow()

/** A hand that writes down what it was given and fails as often as it is told. */
const hand = (failures = 0, error: unknown = new Error('the other side is busy')) => {
  const seen: OpenLetter[] = []
  let left = failures
  const handlers: LetterHandlers = {
    'refund.send': async (_deps: Deps, open) => {
      seen.push(open)
      if (left-- > 0) throw error
    },
  }
  return { seen, handlers }
}

test('a letter is worked on once and is done', async () => {
  await letter('ref-1')
  const { seen, handlers } = hand()
  expect(await drainOutbox(shop.deps, handlers)).toEqual({ done: 1, failed: 0 })
  expect(await drainOutbox(shop.deps, handlers)).toEqual({ done: 0, failed: 0 })
  expect(seen).toMatchObject([{ topic: 'refund.send', subject: 'ref-1', payload: { subject: 'ref-1' }, attempts: 1 }])
  expect(await row('ref-1')).toMatchObject({ state: 'done', attempts: 1, last_error: null })
})

test('what is due is worked on, and what is not waits', async () => {
  const now = shop.clock.now()
  await letter('late', now + MINUTE)
  await letter('second', now - SECOND)
  await letter('first', now - MINUTE)
  const { seen, handlers } = hand()
  await drainOutbox(shop.deps, handlers)
  expect(seen.map(({ subject }) => subject)).toEqual(expect.arrayContaining(['first', 'second']))
  expect(seen).toHaveLength(2)
  expect((await row('late')).state).toBe('waiting')
})

test('a room takes only its own topics', async () => {
  await letter('ref-1')
  expect(await drainOutbox(shop.deps, { 'card.draw': async () => undefined })).toEqual({ done: 0, failed: 0 })
  expect((await row('ref-1')).attempts).toBe(0)
})

test('a failure waits 5 s, then twice as long each time, an hour at most', async () => {
  await letter('ref-1')
  const { handlers } = hand(99)
  const waits: number[] = []
  for (let i = 0; i < 11; i++) {
    expect(await drainOutbox(shop.deps, handlers)).toEqual({ done: 0, failed: 1 })
    const { next_try_at, state, last_error } = await row('ref-1')
    expect({ state, last_error }).toEqual({ state: 'waiting', last_error: 'the other side is busy' })
    const wait = next_try_at.getTime() - shop.clock.now()
    waits.push(wait)
    shop.clock.advance(wait - 1)
    expect(await drainOutbox(shop.deps, handlers)).toEqual({ done: 0, failed: 0 })
    shop.clock.advance(1)
  }
  expect(waits.slice(0, 5)).toEqual([5, 10, 20, 40, 80].map((s) => s * SECOND))
  expect(Math.max(...waits)).toBe(HOUR)
})

test('after twelve tries it is dead, tried no more, and staff see it and may try it again', async () => {
  await letter('ref-1')
  const { seen, handlers } = hand(12)
  for (let i = 0; i < 15; i++) {
    await drainOutbox(shop.deps, handlers)
    shop.clock.advance(HOUR)
  }
  expect(seen).toHaveLength(12)
  const { id, state } = await row('ref-1')
  expect(state).toBe('dead')

  const owner = await shop.aStaff({ role: 'owner' })
  const letters = await shop.call('staff-order', 'deadLetters', {}, owner)
  expect(letters).toMatchObject({
    ok: true,
    data: { rows: [{ id, topic: 'refund.send', state: 'dead', attempts: 12 }] },
  })
  expect(await shop.call('staff-order', 'retryLetter', { id }, owner)).toMatchObject({ ok: true })
  expect(await drainOutbox(shop.deps, handlers)).toEqual({ done: 1, failed: 0 })
})

test('an error that says so is final at once', async () => {
  await letter('ref-1')
  const { handlers } = hand(1, Object.assign(new Error('refused for good'), { giveUp: true }))
  await drainOutbox(shop.deps, handlers)
  expect(await row('ref-1')).toMatchObject({ state: 'dead', attempts: 1, last_error: 'refused for good' })
})

test('a worker that died in the middle loses its lease after a minute, and another one takes over', async () => {
  await letter('ref-1')
  const stuck = drainOutbox(shop.deps, { 'refund.send': () => new Promise<void>(() => undefined) })
  void stuck
  await until(async () => (await row('ref-1')).attempts === 1)
  const { seen, handlers } = hand()
  expect(await drainOutbox(shop.deps, handlers)).toEqual({ done: 0, failed: 0 })
  shop.clock.advance(MINUTE)
  expect(await drainOutbox(shop.deps, handlers)).toEqual({ done: 1, failed: 0 })
  expect(seen[0]?.attempts).toBe(2)
})

test('a letter written in a transaction that fails is never sent', async () => {
  await expect(
    shop.deps.db.transaction().execute(async (trx) => {
      await enqueue(trx, shop.deps, { topic: 'refund.send', subject: 'ref-1' })
      throw new Error('changed my mind')
    }),
  ).rejects.toThrow('changed my mind')
  expect(await drainOutbox(shop.deps, hand().handlers)).toEqual({ done: 0, failed: 0 })
})

const until = async (claim: () => Promise<boolean>): Promise<void> => {
  for (let i = 0; i < 400; i++) {
    if (await claim()) return
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  throw new Error('still not true')
}
