/** Many workers at one outbox: each letter is worked on by one of them. */
import { connectPg } from '../../cloudfunctions/runtime/db/connect'
import { drainOutbox, enqueue } from '../../cloudfunctions/runtime/outbox'
import { openShop, type Shop } from '../support/functions'

let shop: Shop
beforeAll(async () => {
  shop = await openShop({ embedded: false })
})
afterAll(() => shop.close())

const LETTERS = 200
const WORKERS = 6
/** At ten letters a round nobody can take them all, however late the others come. */
const ROUNDS = 8

test(`${WORKERS} workers with connections of their own share ${LETTERS} letters, none twice`, async () => {
  for (let i = 0; i < LETTERS; i++)
    await enqueue(shop.deps.db, shop.deps, { topic: 'refund.send', subject: `ref-${i}` })
  const seen: string[] = []
  const work = async (): Promise<number> => {
    const database = connectPg({ url: shop.url ?? '', max: 1 })
    const deps = { ...shop.deps, database, db: database.db }
    let done = 0
    for (let round = 0; round < ROUNDS; round++) {
      const report = await drainOutbox(
        deps,
        {
          'refund.send': async (_deps, { subject }) => {
            seen.push(subject ?? '')
            await new Promise((resolve) => setTimeout(resolve, Math.random() * 3))
          },
        },
        10,
      )
      done += report.done
      expect(report.failed).toBe(0)
    }
    await database.close()
    return done
  }
  const done = await Promise.all(Array.from({ length: WORKERS }, work))
  expect(done.reduce((sum, n) => sum + n, 0)).toBe(LETTERS)
  expect(new Set(seen).size).toBe(LETTERS)
  expect(seen).toHaveLength(LETTERS)
  expect(Math.max(...done)).toBeLessThanOrEqual(10 * ROUNDS)
})
