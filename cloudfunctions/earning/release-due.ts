/** Seven days after receipt, without an open after-sale, commission becomes payable. */
import type { Deps } from '../runtime/deps'
import type { Round } from '../runtime/each-due'
import { keptOf } from './earning-row'
import { openBooks } from './open-books'

export const RELEASE_BATCH = 200

/** What somebody else holds this moment has its turn in the next round. */
export const releaseDue = (deps: Deps): Promise<Round> =>
  deps.db.transaction().execute(async (trx) => {
    const due = await trx
      .selectFrom('earning')
      .selectAll()
      .where('store_id', '=', deps.storeId)
      .where('state', '=', 'accrued')
      .where('release_at', '<=', new Date(deps.now()))
      .orderBy('release_at')
      .limit(RELEASE_BATCH)
      .forUpdate()
      .skipLocked()
      .execute()
    const books = openBooks(deps)
    for (const row of due) books.move(keptOf(row), { kind: 'released' })
    await books.write(trx)
    return { done: due.length, failed: 0 }
  })
