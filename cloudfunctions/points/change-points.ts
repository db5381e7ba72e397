/** The one way to a member's points: their account is locked, a rule of the ledger decides, account and rows are written. */
import { sql } from 'kysely'
import type { PointsAccount, PointsMove } from '@/domain/points/ledger'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'

/**
 * Needs a transaction; the account stays locked until its end. Somebody without an account gets one. A row that stands in
 * the ledger already breaks `points_told_once`.
 */
export const changePoints = async (
  trx: Trx,
  deps: Deps,
  memberId: string,
  decide: (account: PointsAccount) => PointsMove,
): Promise<void> => {
  const before = await lockPoints(trx, deps, memberId)
  const { account, rows } = decide(before)
  await trx
    .updateTable('member_points')
    .set({ ...account })
    .where('store_id', '=', deps.storeId)
    .where('member_id', '=', memberId)
    .execute()
  if (rows.length === 0) return
  await trx
    .insertInto('points_entry')
    .values(
      rows.map(({ kind, points, orderId, sourceId }) => ({
        store_id: deps.storeId,
        member_id: memberId,
        id: deps.newId('pte'),
        kind,
        points,
        order_id: orderId,
        source_id: sourceId,
        at: new Date(deps.now()),
      })),
    )
    .execute()
}

/** Before stock, wherever a transaction needs both. */
export const lockPoints = async (trx: Trx, deps: Deps, memberId: string): Promise<PointsAccount> => {
  const { rows } = await sql<PointsAccount>`
    insert into member_points as p (store_id, member_id) values (${deps.storeId}, ${memberId})
    on conflict (store_id, member_id) do update set balance = p.balance
    returning p.balance, p.frozen, p.owed`.execute(trx)
  const [account] = rows
  if (!account) throw new Error('an account of points vanished')
  return account
}
