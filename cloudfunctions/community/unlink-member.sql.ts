/** A member who leaves the shop leaves their communities, too; who still leads one, or is owed money, settles that first. */
import { sql } from 'kysely'
import { fen, type Fen } from '@/domain/money'
import type { MemberId } from '@/domain/ids'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'

/** What keeps somebody: communities that wait for another leader, sales that are not over, commission that is not paid out. */
export type Duties = { readonly communities: number; readonly runningSales: number; readonly owedFen: Fen }

export const dutiesOf = async (trx: Trx, deps: Deps, memberId: MemberId): Promise<Duties> => {
  const { rows } = await sql<{ communities: number; runningSales: number; owedFen: number }>`
    select
      (select count(*)::int from community where store_id = ${deps.storeId} and leader_id = ${memberId} and state <> 'closed') as communities,
      (select count(*)::int from sale where store_id = ${deps.storeId} and leader_id = ${memberId}
        and state in ('open', 'closed', 'picking', 'delivered')) as "runningSales",
      -- what is on its way is on its way, though as much may be taken back
      (select greatest(coalesce(sum(amount_fen), 0), coalesce(sum(amount_fen) filter (where state in ('paying', 'awaiting-confirm')), 0))::bigint
        from earning where store_id = ${deps.storeId} and leader_id = ${memberId} and state not in ('paid', 'dropped')) as "owedFen"`.execute(
    trx,
  )
  const { communities = 0, runningSales = 0, owedFen = 0 } = rows[0] ?? {}
  return { communities, runningSales, owedFen: fen(Math.max(0, owedFen)) }
}

/** Their entries stay in the chain without a name; statements of leaders keep their numbers. */
export const unlinkCommunities = async (trx: Trx, deps: Deps, memberId: MemberId): Promise<void> => {
  await sql`
    with sales as (
      update sale_order set member_id = null, for_name = null where store_id = ${deps.storeId} and member_id = ${memberId}
    ), limits as (
      update sale_person p set member_id = 'gone_' || substr(p.member_id, 5)
      where store_id = ${deps.storeId} and member_id = ${memberId}
    ), touches as (
      delete from touch where store_id = ${deps.storeId} and member_id = ${memberId}
    ), offers as (
      update community_hand_over set state = 'declined', ended_at = ${new Date(deps.now())}
      where store_id = ${deps.storeId} and to_id = ${memberId} and state = 'offered'
    ), standing as (
      delete from leader where store_id = ${deps.storeId} and member_id = ${memberId}
    )
    delete from community_member where store_id = ${deps.storeId} and member_id = ${memberId}`.execute(trx)
}
