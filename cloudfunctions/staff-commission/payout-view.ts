/** Payouts as the staff see them: who made them, who checked them, and what the one who looks may do. */
import { sql } from 'kysely'
import type { StaffPayoutView } from '@/contract/staff-commission'
import type { MemberId } from '@/domain/ids'
import { can } from '@/domain/staff/roles'
import { epochMs } from '@/domain/time'
import { payoutView, transfersOf, type PayoutRow } from '../earning/payout-rows.sql'
import type { StaffCaller } from '../runtime/caller'
import type { Db, Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'

type Names = { readonly id: string; readonly leader: string; readonly maker: string; readonly checker: string | null }

export const staffPayoutViews = async (
  db: Db | Trx,
  deps: Deps,
  caller: StaffCaller,
  payouts: readonly PayoutRow[],
): Promise<StaffPayoutView[]> => {
  const ids = payouts.map(({ id }) => id)
  if (ids.length === 0) return []
  const [transfers, names] = [await transfersOf(db, deps, ids), await namesOf(db, deps, ids)]
  return payouts.map((payout) => {
    const { leader = '', maker = '', checker = null } = names.get(payout.id) ?? {}
    const isYou = payout.maker_id === caller.staffId
    return {
      ...payoutView(payout, transfers),
      leader: { memberId: payout.leader_id as MemberId, name: leader },
      maker: { name: maker, isYou },
      checker:
        payout.checker_id === null || payout.decided_at === null
          ? null
          : { name: checker ?? '', at: epochMs(payout.decided_at.getTime()) },
      reason: payout.reason,
      acts: payout.state === 'proposed' ? actsOf(caller, isYou) : [],
    }
  })
}

/** Who may check another's payout sends it back with a reason; taking back without one is for its maker, and for whoever can't check. */
const actsOf = ({ role }: StaffCaller, isYou: boolean): StaffPayoutView['acts'] => [
  ...(can(role, 'payout.check') && !isYou ? (['approve', 'reject'] as const) : []),
  ...(can(role, 'payout.make') && (isYou || !can(role, 'payout.check')) ? (['withdraw'] as const) : []),
]

const namesOf = async (db: Db | Trx, deps: Deps, ids: readonly string[]): Promise<Map<string, Names>> => {
  const { rows } = await sql<Names>`
    select p.id, coalesce(m.name, '') as leader, coalesce(a.name, '') as maker, c.name as checker
    from payout p
    left join member m on m.store_id = p.store_id and m.id = p.leader_id
    left join staff a on a.store_id = p.store_id and a.id = p.maker_id
    left join staff c on c.store_id = p.store_id and c.id = p.checker_id
    where p.store_id = ${deps.storeId} and p.id = any(${ids}::text[])`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

export const staffPayoutView = async (
  db: Db | Trx,
  deps: Deps,
  caller: StaffCaller,
  payout: PayoutRow,
): Promise<StaffPayoutView> => {
  const [view] = await staffPayoutViews(db, deps, caller, [payout])
  if (!view) throw new Error('a payout vanished')
  return view
}
