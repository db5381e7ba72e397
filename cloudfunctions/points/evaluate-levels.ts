/** The clock looks at every member's level once a day: what they bought in half a year says what it is. */
import { sql } from 'kysely'
import type { MemberLevel } from '@/contract/member'
import { countsSince, evaluateLevel } from '@/domain/member/level'
import { fen } from '@/domain/money'
import { dayStart } from '@/domain/time'
import type { Deps } from '../runtime/deps'
import type { Round } from '../runtime/each-due'
import { spentSql } from './spent.sql'

/** A hundred thousand members are through within the hour. */
const BATCH = 2_000

type Row = { id: string; level: MemberLevel; spentFen: number }

const readDueStatement = {
  name: 'points.read-due-levels',
  text: `
select m.id, m.level, (${spentSql('m.id', '$3')}) as "spentFen"
from (select id, level from member
  where store_id = $1 and deleted_at is null and (level_checked_at is null or level_checked_at < $2::timestamptz)
  order by level_checked_at nulls first limit ${BATCH}) m`,
}

/** `done` counts who rose or fell. Rounds that overlap decide the same, so nobody has to wait for a lock. */
export const evaluateLevels = async (deps: Deps): Promise<Round> => {
  const now = deps.now()
  const due = await deps.database.run<Row>(readDueStatement, [
    deps.storeId,
    new Date(dayStart(now)),
    new Date(countsSince(now)),
  ])
  if (due.length === 0) return { done: 0, failed: 0 }
  const stands = due.map((member) => evaluateLevel(member.level, fen(member.spentFen)))
  await sql`
    update member m set level = q.level, level_checked_at = ${new Date(now)}
    from unnest(${due.map((member) => member.id)}::text[], ${stands.map((stand) => stand.level)}::text[]) as q (id, level)
    where m.store_id = ${deps.storeId} and m.id = q.id`.execute(deps.db)
  return { done: stands.filter((stand) => stand.isChanged).length, failed: 0 }
}
