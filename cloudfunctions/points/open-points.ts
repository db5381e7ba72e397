/** A member's points: what can be spent, what came and went, and how far the next level is. */
import type { points as contract, PointsEntry } from '@/contract/points'
import type { MemberLevel } from '@/contract/member'
import { fen } from '@/domain/money'
import { countsSince, evaluateLevel } from '@/domain/member/level'
import { spendable } from '@/domain/points/ledger'
import { pointsWorth } from '@/domain/points/spend'
import { ok } from '@/domain/result'
import { epochMs } from '@/domain/time'
import type { UseCase } from '../runtime/serve'
import { spentSql } from './spent.sql'

const PAGE = 20

type Row = {
  balance: number
  frozen: number
  owed: number
  level: MemberLevel
  checkedAt: number | null
  spentFen: number
  entries: readonly (Omit<PointsEntry, 'at'> & { at: number })[]
}

const readPointsStatement = {
  name: 'points.read',
  text: `
select coalesce(p.balance, 0) as balance, coalesce(p.frozen, 0) as frozen, coalesce(p.owed, 0) as owed, m.level,
  (extract(epoch from m.level_checked_at) * 1000)::bigint as "checkedAt", (${spentSql('m.id', '$3')}) as "spentFen",
  coalesce((select json_agg(json_build_object('id', id, 'kind', kind, 'points', points, 'orderId', order_id,
      'at', (extract(epoch from at) * 1000)::bigint) order by id desc)
    from (select * from points_entry where store_id = $1 and member_id = $2 and ($4::text is null or id < $4)
      order by id desc limit ${PAGE + 1}) e), '[]') as entries
from member m
left join member_points p on p.store_id = m.store_id and p.member_id = m.id
where m.store_id = $1 and m.id = $2`,
}

const PLACE = /^pte_[0-9a-z]{10,26}$/

export const openPoints: UseCase<typeof contract.mine> = async (deps, { memberId }, { cursor }) => {
  const [row] = await deps.database.run<Row>(readPointsStatement, [
    deps.storeId,
    memberId,
    new Date(countsSince(deps.now())),
    cursor && PLACE.test(cursor) ? cursor : null,
  ])
  if (!row) throw new Error('a member vanished')
  const items = row.entries.slice(0, PAGE).map((entry) => ({ ...entry, at: epochMs(entry.at) }))
  const spentFen = fen(row.spentFen)
  const balance = spendable(row)
  // what the screen says of today; the level itself moves once a day
  const { needFen, missingFen } = evaluateLevel(row.level, spentFen)
  return ok({
    items,
    next: row.entries.length > PAGE ? (items.at(-1)?.id ?? null) : null,
    balance,
    frozen: row.frozen,
    owed: Math.max(0, row.owed - row.balance),
    worthFen: pointsWorth(balance),
    level: {
      now: row.level,
      spentFen,
      needFen,
      missingFen,
      checkedAt: row.checkedAt === null ? null : epochMs(row.checkedAt),
    },
  })
}
