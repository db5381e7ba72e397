/** What a payout of a leader would be made of. */
import type { Earning } from '@/domain/commission/earning'
import { proposePayout, type Colleague, type ProposeNo } from '@/domain/commission/payout'
import type { PayoutPlan } from '@/domain/commission/split-payout'
import { leaderPowers, type LeaderState } from '@/domain/community/leader'
import type { Result } from '@/domain/result'
import { permissionsOf } from '@/domain/staff/roles'
import { keptOf, type Kept } from '../earning/earning-row'
import type { StaffCaller } from '../runtime/caller'
import type { Db, Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'

export const colleagueOf = ({ staffId, role }: StaffCaller): Colleague => ({ staffId, holds: permissionsOf[role] })

/** A transfer that failed is still owed: its rows go into the next payout. */
const OWED = ['payable', 'failed'] as const

const owedRows = (db: Db | Trx, deps: Deps, leaderId: string) =>
  db
    .selectFrom('earning')
    .selectAll()
    .where('store_id', '=', deps.storeId)
    .where('leader_id', '=', leaderId)
    .where('state', 'in', OWED)
    .orderBy('id')

export const readOwed = async (deps: Deps, leaderId: string): Promise<Kept[]> =>
  (await owedRows(deps.db, deps, leaderId).execute()).map(keptOf)

/** In the order of their ids, as everybody locks rows of commission. */
export const lockOwed = async (trx: Trx, deps: Deps, leaderId: string): Promise<Kept[]> =>
  (await owedRows(trx, deps, leaderId).forUpdate().execute()).map(keptOf)

export const hasOpenPayout = async (db: Db | Trx, deps: Deps, leaderId: string): Promise<boolean> =>
  (await db
    .selectFrom('payout')
    .select('id')
    .where('store_id', '=', deps.storeId)
    .where('leader_id', '=', leaderId)
    .where('state', 'in', ['proposed', 'approved'])
    .executeTakeFirst()) !== undefined

type Standing = { readonly state: LeaderState; readonly hasOpenPayout: boolean; readonly owed: readonly Kept[] }

export const planFor = (caller: StaffCaller, { state, hasOpenPayout, owed }: Standing): Result<PayoutPlan, ProposeNo> =>
  proposePayout({
    maker: colleagueOf(caller),
    isPaid: leaderPowers[state].isPaid,
    hasOpenPayout,
    payable: owed.map(({ earning }): Earning => earning),
  })
