/**
 * Orders that arrive while others are being written are written together, in one statement and one commit. On one hot SKU
 * a commit an order can't go faster than the disk, and more buyers make it slower; together, a crowd shares the commit.
 * A batch that a constraint refuses is written again one by one, so nobody is refused for a neighbour's order.
 * In a function instance, which serves one call at a time, every batch is one order and nothing waits.
 */
import type { Database } from '../runtime/db/connect'
import { retryConflicts } from '../runtime/db/errors'
import { writeOrders, type Placing } from './place-order.sql'

const MOST_TOGETHER = 64
/** A second batch may be under way for other SKUs while the first waits for the disk. */
const FLIGHTS = 2

type Waiting = { readonly placing: Placing; readonly done: () => void; readonly failed: (error: unknown) => void }
type Queue = { readonly waiting: Waiting[]; flights: number }

const queues = new WeakMap<Database, Queue>()

const queueOf = (database: Database): Queue => {
  const queue = queues.get(database) ?? { waiting: [], flights: 0 }
  queues.set(database, queue)
  return queue
}

/** Resolves when the order is committed; rejects with the database's error if it is not there. */
export const placeTogether = (database: Database, placing: Placing): Promise<void> =>
  new Promise((done, failed) => {
    const queue = queueOf(database)
    queue.waiting.push({ placing, done, failed })
    takeOff(database, queue)
  })

const takeOff = (database: Database, queue: Queue): void => {
  if (queue.flights >= FLIGHTS || queue.waiting.length === 0) return
  queue.flights++
  const batch = queue.waiting.splice(0, MOST_TOGETHER)
  void fly(database, batch).finally(() => {
    queue.flights--
    takeOff(database, queue)
  })
}

const fly = async (database: Database, batch: readonly Waiting[]): Promise<void> => {
  try {
    await retryConflicts(() =>
      writeOrders(
        database,
        batch.map((w) => w.placing),
      ),
    )
    batch.forEach((w) => w.done())
  } catch (error) {
    const [only] = batch
    if (batch.length === 1 && only) return only.failed(error)
    for (const one of batch) await fly(database, [one])
  }
}
