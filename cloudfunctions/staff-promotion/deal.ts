/** What all deals of the staff have in common: their acts, the tabs of their lists, and instants as they were typed. */
import type { DealAct, DealCounts, DealStatus } from '@/contract/staff-promotion'
import { campaignActs } from '@/domain/group-buy/campaign'
import { epochMs, type EpochMs } from '@/domain/time'
import type { Deps } from '../runtime/deps'

type DealTable = 'coupon_template' | 'promotion' | 'assist_campaign' | 'flash_slot'

export const dealActs = (status: DealStatus): DealAct[] =>
  campaignActs(status).filter((act): act is DealAct => act !== 'edit')

/** `ctp` rows know four states, slots three; the fourth of those is simply empty. */
export const countDeals = async (deps: Deps, table: DealTable): Promise<DealCounts> => {
  const rows = await deps.db
    .selectFrom(table)
    .select(['status', (eb) => eb.fn.countAll<number>().as('n')])
    .where('store_id', '=', deps.storeId)
    .groupBy('status')
    .execute()
  const of = (status: DealStatus): number => Number(rows.find((row) => row.status === status)?.n ?? 0)
  const counts = { draft: of('draft'), live: of('live'), paused: of('paused'), ended: of('ended') }
  return { ...counts, all: counts.draft + counts.live + counts.paused + counts.ended }
}

/** A part of a name as a pattern; the staff's own `%` and `_` are letters like any other. */
export const nameLike = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

export const instant = (at: Date): EpochMs => epochMs(at.getTime())
export const instantOrNull = (at: Date | null): EpochMs | null => at && instant(at)
export const dateOrNull = (at: number | null): Date | null => (at === null ? null : new Date(at))
