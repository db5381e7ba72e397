/**
 * Orders that arrive while others are being written are written together, in one statement and one commit. On one hot SKU
 * a commit an order can't go faster than the disk, and more buyers make it slower; together, a crowd shares the commit.
 * A batch that a constraint refuses is written again one by one, so nobody is refused for a neighbour's order.
 */
import { retryConflicts } from '../runtime/db/errors'
import { together } from '../runtime/together'
import { writeOrders, type Placing } from './place-order.sql'

/** Resolves when the order is committed; rejects with the database's error if it is not there. */
export const placeTogether = together<Placing, void>(async (deps, placings) => {
  await retryConflicts(() => writeOrders(deps.database, placings))
  return placings.map(() => undefined)
})
