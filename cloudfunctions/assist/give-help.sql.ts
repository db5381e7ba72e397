/**
 * Writes a friend's help in one guarded statement: the card's count, with the last one needed the unlocking and its budgets
 * and the owner's coupon, the friend's own coupon, the letters. Everything or nothing, one help or many. Locks are taken
 * as everywhere: cards, then campaigns, then coupon templates, each by id. The last guards are `assist_already_helped`,
 * `assist_day_limit`, `assist_sold_out` and `coupon_sold_out`; a card that moved on meanwhile ends the statement by a
 * division by zero.
 */
import type { Selectable } from 'kysely'
import { brokenConstraint, foundTooLittle, retryConflicts } from '../runtime/db/errors'
import type { Tables } from '../runtime/db/tables'
import type { letterRow } from '../runtime/outbox'
import { together } from '../runtime/together'
import { sendLettersSql } from './card-letters'

type CouponRow = Selectable<Tables['coupon']>

export type Giving = {
  readonly help: Selectable<Tables['assist_help']>
  /** How many had helped when it was decided. */
  readonly helped: number
  /** The owner's coupon where this is the last help needed. */
  readonly unlocks: CouponRow | null
  readonly gives: CouponRow | null
  readonly letters: readonly ReturnType<typeof letterRow>[]
}

const giveHelpStatement = {
  name: 'assist.give-help',
  text: `
with cards as materialized (
  select id from assist_card where store_id = $1 and id = any($3::text[]) order by id for update
), counted as (
  update assist_card a set helped = a.helped + 1, version = a.version + 1, coupon_id = q.coupon_id,
    state = case when q.coupon_id is null then 'collecting' else 'unlocked' end,
    unlocked_at = case when q.coupon_id is not null then $2::timestamptz end,
    ended_at = case when q.coupon_id is not null then $2::timestamptz end
  from unnest($3::text[], $4::int[], $5::text[]) as q (id, helped, coupon_id)
  where a.store_id = $1 and a.id = any($3::text[]) and a.id = q.id and a.id in (select id from cards)
    and a.helped = q.helped and a.state = 'collecting' and a.deadline_at > $2::timestamptz
  returning a.id
), campaigns as materialized (
  select id from assist_campaign
  where store_id = $1 and id = any($6::text[]) and (select count(*) from counted) >= 0 order by id for update
), reserved as (
  update assist_campaign g set unlocked = g.unlocked + q.n
  from unnest($6::text[], $7::int[]) as q (id, n)
  where g.store_id = $1 and g.id = any($6::text[]) and g.id = q.id and g.id in (select id from campaigns)
  returning g.id
), templates as materialized (
  select id from coupon_template
  where store_id = $1 and id = any($8::text[]) and (select count(*) from reserved) >= 0 order by id for update
), issued as (
  update coupon_template t set issued = t.issued + q.n
  from unnest($8::text[], $9::int[]) as q (id, n)
  where t.store_id = $1 and t.id = any($8::text[]) and t.id = q.id and t.id in (select id from templates)
    and t.status = 'live'
  returning t.id
), given as (
  insert into coupon select * from jsonb_populate_recordset(null::coupon, $10::jsonb)
  where (select count(*) from issued) >= 0
), helps as (
  insert into assist_help select * from jsonb_populate_recordset(null::assist_help, $11::jsonb)
  where (select count(*) from issued) >= 0
), told as (${sendLettersSql('$12')})
select 1 / (case when (select count(*) from counted) = cardinality($3::text[])
  and (select count(*) from reserved) = cardinality($6::text[])
  and (select count(*) from issued) = cardinality($8::text[]) then 1 else 0 end) as given`,
}

const countOf = (ids: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

/** Resolves when everything is committed; rejects with the database's error if nothing is there. */
export const giveHelp = together<Giving, void>(async (deps, givings) => {
  const coupons = givings.flatMap(({ unlocks, gives }) => [unlocks ?? [], gives ?? []].flat())
  const campaigns = countOf(givings.flatMap(({ unlocks, help }) => (unlocks ? help.campaign_id : [])))
  const templates = countOf(coupons.map((coupon) => coupon.template_id))
  const params = [
    deps.storeId,
    new Date(deps.now()),
    givings.map(({ help }) => help.card_id),
    givings.map(({ helped }) => helped),
    givings.map(({ unlocks }) => unlocks?.id ?? null),
    [...campaigns.keys()],
    [...campaigns.values()],
    [...templates.keys()],
    [...templates.values()],
    JSON.stringify(coupons),
    JSON.stringify(givings.map(({ help }) => help)),
    JSON.stringify(givings.flatMap(({ letters }) => letters)),
  ]
  await retryConflicts(() => deps.database.run(giveHelpStatement, params))
  return givings.map(() => undefined)
})

const GUARDS = [
  'assist_already_helped',
  'assist_help_pkey',
  'assist_day_limit',
  'assist_sold_out',
  'assist_unlocked',
  'coupon_sold_out',
  'coupon_limit_reached',
]

/** A guard said no to what the facts allowed a moment ago: whoever asked reads them again. */
export const isHelpGuard = (error: unknown): boolean =>
  foundTooLittle(error) || GUARDS.includes(brokenConstraint(error) ?? '')
