/** Leaders and applications: the list, one of them, and the staff's decision. */
import { sql } from 'kysely'
import type { LeaderView, staffCommunity } from '@/contract/staff-community'
import { rateFor } from '@/domain/commission/amount'
import { canMoveLeader, isOnDuty, type LeaderState } from '@/domain/community/leader'
import type { MemberId } from '@/domain/ids'
import { maskPhone } from '@/domain/member/mask-phone'
import { fen } from '@/domain/money'
import { ok, refuse, type Result } from '@/domain/result'
import { epochMs } from '@/domain/time'
import { tell } from '../message/tell'
import { USUAL_RATE } from '../earning/last-touch.sql'
import { audit } from '../runtime/audit'
import type { Deps } from '../runtime/deps'
import type { UseCase } from '../runtime/serve'
import { communityRow, listCommunities } from './community-row.sql'
import { countLeaders, leaderColumns, leaderRow, listLeaders, type LeaderRecord } from './leader-row.sql'

export const leaders: UseCase<typeof staffCommunity.leaders> = async (deps, _caller, input) => {
  const [rows, counts] = await Promise.all([listLeaders(deps, input), countLeaders(deps, input)])
  return ok({ rows: rows.map(leaderRow), total: counts[input.state], counts })
}

export const openLeader: UseCase<typeof staffCommunity.leader> = async (deps, _caller, { memberId }) => {
  const view = await readLeader(deps, memberId)
  return view ? ok(view) : refuse({ code: 'leader.unknown' })
}

type Facts = LeaderRecord & {
  intro: string
  phone: string | null
  decidedBy: string | null
  reason: string | null
  storeBp: number
  orders: number
  orderedFen: number
  firstAt: Date | null
}

/** Null for somebody who never applied. */
const readLeader = async (deps: Deps, memberId: MemberId): Promise<LeaderView | null> => {
  const [found, communityRows] = await Promise.all([
    sql<Facts>`
      select ${leaderColumns(deps)}, l.intro, m.phone, l.reason,
        (select s.name from staff s where s.store_id = l.store_id and s.id = l.decided_by) as "decidedBy",
        coalesce((select t.rate_bp from commission_terms t where t.store_id = l.store_id), ${USUAL_RATE}) as "storeBp", o.*
      from leader l
      join member m on m.store_id = l.store_id and m.id = l.member_id
      cross join lateral (
        select count(*)::int as orders, coalesce(sum(paid_fen - refunded_fen), 0)::bigint as "orderedFen", min(paid_at) as "firstAt"
        from orders where store_id = l.store_id and member_id = l.member_id and paid_at is not null) o
      where l.store_id = ${deps.storeId} and l.member_id = ${memberId}`.execute(deps.db),
    listCommunities(deps, { state: 'all', leaderId: memberId, page: 1, pageSize: 50 }),
  ])
  const row = found.rows[0]
  if (!row) return null
  return {
    ...leaderRow(row),
    intro: row.intro,
    maskedPhone: row.phone && maskPhone(row.phone),
    decidedBy: row.decidedBy,
    reason: row.reason,
    effectiveRateBp: rateFor({ storeBp: row.storeBp, leaderBp: row.rateBp, productBp: null }),
    communityRows: communityRows.map(communityRow),
    orders: {
      count: row.orders,
      paidFen: fen(row.orderedFen),
      firstAt: row.firstAt && epochMs(row.firstAt.getTime()),
    },
  }
}

type No = { code: 'leader.unknown' } | { code: 'leader.move'; state: LeaderState } | { code: 'leader.no-reason' }

export const decideLeader: UseCase<typeof staffCommunity.decideLeader> = async (
  deps,
  caller,
  { memberId, to, reason },
) => {
  const decided = await deps.db.transaction().execute(async (trx): Promise<Result<true, No>> => {
    // the member before the leader: so does whoever applies, or leaves the shop
    await sql`select from member where store_id = ${deps.storeId} and id = ${memberId} for update`.execute(trx)
    const { rows } = await sql<{ state: LeaderState; name: string }>`
      select l.state, m.name from leader l join member m on m.store_id = l.store_id and m.id = l.member_id
      where l.store_id = ${deps.storeId} and l.member_id = ${memberId} for update of l`.execute(trx)
    const before = rows[0]
    if (!before) return refuse({ code: 'leader.unknown' })
    if (!canMoveLeader(before.state, to)) return refuse({ code: 'leader.move', state: before.state })
    if (to !== 'approved' && reason === '') return refuse({ code: 'leader.no-reason' })
    await trx
      .updateTable('leader')
      .set({ state: to, since_at: new Date(deps.now()), decided_by: caller.staffId, reason: reason || null })
      .where('store_id', '=', deps.storeId)
      .where('member_id', '=', memberId)
      .execute()
    await trx
      .updateTable('member')
      .set({ is_leader: isOnDuty(to) })
      .where('store_id', '=', deps.storeId)
      .where('id', '=', memberId)
      .execute()
    const decision = { state: to, reason: reason || null }
    const subject = `${to}:${deps.now()}`
    await tell(trx, deps, [{ kind: 'leader-decided', memberId, subject, facts: decision }])
    await audit(trx, deps, caller, {
      action: 'leader.decide',
      subject: memberId,
      subjectName: before.name,
      before: { leaderState: before.state },
      after: { leaderState: to, reason },
    })
    return ok(true)
  })
  if (!decided.ok) return decided
  const view = await readLeader(deps, memberId)
  return view ? ok(view) : refuse({ code: 'leader.unknown' })
}
