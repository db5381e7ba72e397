/**
 * Once an hour what has served its turn goes: counts of an hour or a day that is over, letters long done, codes of people who
 * left, and what was kept of people's looking about, when the privacy centre says it goes.
 */
import { sql, type RawBuilder } from 'kysely'
import { TOUCH_WINDOW } from '@/domain/commission/clocks'
import { DAY, dayText, HOUR, later, MINUTE } from '@/domain/time'
import { forgetParts } from '../member/keep-parts.sql'
import type { Deps } from '../runtime/deps'
import type { Round } from '../runtime/each-due'
import { makeId } from '../runtime/ids'
import type { Topic } from '../runtime/outbox'
import type { Job } from './work-through'

/** Of each kind in one go: nobody waits long for its locks. */
const PURGE_BATCH = 1_000
/** Some rounds an hour, so that one that fails or does not finish is no harm. */
const ROUNDS = 5 * MINUTE
/** Done letters say for a while when a picture or message was made. Those of refunds and parcels stay: they say how it went. */
const LETTERS_FOR = 7 * DAY
const VISITS_FOR = 90 * DAY
/** A campaign that runs longer counts the friends of its last half year. */
const OPENINGS_FOR = 180 * DAY
const PASSING = [
  ...(['card.draw', 'feed.refresh', 'group-card.draw', 'group-card.remove', 'group-message.tell'] as const),
  ...(['group.settle', 'assist-card.draw', 'assist-card.remove', 'assist-message.tell', 'commission.follow'] as const),
  ...(['group.tell', 'message.send', 'service-card.keep', 'sale-card.draw', 'sale-card.remove'] as const),
  ...(['community-card.draw', 'community-card.remove', 'sale.tell'] as const),
] satisfies readonly Topic[]

type Heap = {
  readonly table: 'assist_try' | 'assist_hour' | 'coupon_day' | 'touch' | 'outbox' | 'product_visit' | 'share_open'
  readonly isOver: RawBuilder<unknown>
}

const heaps = ({ now }: Deps): Heap[] => {
  const anHourAgo = sql`${new Date(later(now(), -HOUR))}::timestamptz`
  return [
    { table: 'assist_try', isOver: sql`hour <= ${anHourAgo}` },
    { table: 'assist_hour', isOver: sql`hour <= ${anHourAgo}` },
    { table: 'coupon_day', isOver: sql`day < ${dayText(now())}::date` },
    { table: 'touch', isOver: sql`at < ${new Date(later(now(), -TOUCH_WINDOW))}::timestamptz` },
    { table: 'product_visit', isOver: sql`day < ${dayText(later(now(), -VISITS_FOR))}::date` },
    // ids begin with their time: by those, and not by `at`, the key finds the old ones without a look at all the others
    { table: 'share_open', isOver: sql`id < ${makeId('opn', later(now(), -OPENINGS_FOR))}` },
    {
      table: 'outbox',
      isOver: sql`state = 'done' and topic = any(${PASSING}::text[]) and done_at < ${new Date(later(now(), -LETTERS_FOR))}::timestamptz`,
    },
  ]
}

/** What somebody else holds this moment is left for the next batch. */
const sweep = async (deps: Deps, { table, isOver }: Heap): Promise<number> => {
  const name = sql.table(table)
  // materialized: as a plain sub-select the planner may run it again for each row
  const { numAffectedRows = 0n } = await sql`
    with due as materialized (
      select ctid from ${name} where store_id = ${deps.storeId} and ${isOver} limit ${PURGE_BATCH} for update skip locked
    )
    delete from ${name} where ctid in (select ctid from due)`.execute(deps.db)
  return Number(numAffectedRows)
}

export const purge: Job = async (deps): Promise<Round> => {
  if (deps.now() % HOUR >= ROUNDS) return { done: 0, failed: 0 }
  let done = 0
  for (const heap of heaps(deps)) done += await toTheEnd(() => sweep(deps, heap))
  done += await toTheEnd(() => forgetParts(deps.db, deps, PURGE_BATCH))
  return { done, failed: 0 }
}

/** A hundred batches a round: the other jobs want their turn. */
const toTheEnd = async (sweepOnce: () => Promise<number>): Promise<number> => {
  let [sum, last] = [0, PURGE_BATCH]
  for (let batch = 0; batch < 100 && last === PURGE_BATCH; batch++) sum += last = await sweepOnce()
  return sum
}
