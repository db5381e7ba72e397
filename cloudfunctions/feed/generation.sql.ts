/** Generations of the feed: written whole, read in pieces, never changed. */
import type { Reason } from '@/contract/views'
import type { CategoryId, ProductId } from '@/domain/ids'
import { MINUTE } from '@/domain/time'
import type { Deps } from '../runtime/deps'

export type Entry = { productId: ProductId; categoryId: CategoryId; reason: Reason | null }

const saveGenerationStatement = {
  name: 'feed.save-generation',
  text: `
with fresh as (
  insert into feed_generation (store_id, generation, made_at, size)
  select $1, greatest($2::bigint, coalesce(max(generation), 0) + 1), $3::timestamptz, cardinality($4::text[])
  from feed_generation where store_id = $1
  on conflict do nothing
  returning generation
), filled as (
  insert into feed_entry (store_id, generation, position, product_id, category_id, reason)
  select $1, generation, n - 1, product_id, category_id, reason::jsonb
  from fresh, unnest($4::text[], $5::text[], $6::text[]) with ordinality as u (product_id, category_id, reason, n)
), old as (
  delete from feed_generation where store_id = $1 and made_at < $7::timestamptz returning generation
), swept as (
  delete from feed_entry e using old where e.store_id = $1 and e.generation = old.generation
)
select generation from fresh`,
}

/**
 * Writes `entries` as the newest generation and drops those made before `dropBefore`. Null where another process made one
 * in the same moment: theirs is as good.
 */
export const saveGeneration = async (
  deps: Deps,
  entries: readonly Entry[],
  dropBefore: number,
): Promise<number | null> => {
  const now = deps.now()
  const [row] = await deps.database.run<{ generation: number }>(saveGenerationStatement, [
    deps.storeId,
    now,
    new Date(now),
    entries.map((entry) => entry.productId),
    entries.map((entry) => entry.categoryId),
    entries.map((entry) => entry.reason && JSON.stringify(entry.reason)),
    new Date(dropBefore),
  ])
  return row?.generation ?? null
}

const isDueStatement = {
  name: 'feed.is-due',
  text: `
select not exists (
  select from (select made_at from feed_generation where store_id = $1 order by generation desc limit 1) g
  where g.made_at > $2 and (g.made_at > $3
    or not exists (select from product where store_id = $1 and updated_at > g.made_at))
) as "isDue"`,
}

/** Ten minutes old, or one minute if staff changed a product since. */
export const isFeedDue = async (deps: Deps): Promise<boolean> => {
  const ago = (minutes: number) => new Date(deps.now() - minutes * MINUTE)
  const [row] = await deps.database.run<{ isDue: boolean }>(isDueStatement, [deps.storeId, ago(10), ago(1)])
  return row?.isDue === true
}

const isBehindStatement = {
  name: 'feed.is-behind',
  text: `
select coalesce((select max(updated_at) from product where store_id = $1)
  >= (select made_at from feed_generation where store_id = $1 order by generation desc limit 1), true) as "isBehind"`,
}

/** True if a product was saved since the newest generation was made, or none is there yet. */
export const isFeedBehind = async (deps: Deps): Promise<boolean> => {
  const [row] = await deps.database.run<{ isBehind: boolean }>(isBehindStatement, [deps.storeId])
  return row?.isBehind === true
}

export type Stretch = { size: number; madeAt: Date; entries: readonly Entry[] }

const readStretchStatement = {
  name: 'feed.read-stretch',
  text: `
select g.size, g.made_at as "madeAt",
  coalesce((select json_agg(json_build_object('productId', product_id, 'categoryId', category_id, 'reason', reason) order by position)
    from feed_entry where store_id = $1 and generation = $2 and position >= $3 and position < $3 + $4), '[]') as entries
from feed_generation g where g.store_id = $1 and g.generation = $2`,
}

/** `length` entries from `position` on; null if the generation is gone. */
export const readStretch = async (
  deps: Deps,
  generation: number,
  position: number,
  length: number,
): Promise<Stretch | null> =>
  (await deps.database.run<Stretch>(readStretchStatement, [deps.storeId, generation, position, length]))[0] ?? null
