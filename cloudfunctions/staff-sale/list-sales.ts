/** One page of all sales, newest first, with the counts of the tabs. Who looks after single pick-up points sees those handed over there. */
import type { staffSale, StaffSaleRow } from '@/contract/staff-sale'
import type { OutputOf, ParsedOf } from '@/contract/define'
import { ok } from '@/domain/result'
import type { SaleState } from '@/domain/sale/sale'
import { epochMs, type EpochMs } from '@/domain/time'
import { runSaleRows, saleRow, saleRowsSql, type SaleRecord } from '../leader/sale-rows.sql'
import type { StaffCaller } from '../runtime/caller'
import type { Deps } from '../runtime/deps'
import type { UseCase } from '../runtime/serve'

type Input = ParsedOf<typeof staffSale.sales>
type Counts = OutputOf<typeof staffSale.sales>['counts']

/** $2 the pick-up points or null, $3 a community or null, $4 a leader or null. */
const shown = `store_id = $1 and ($2::text[] is null or pickup_point_ids && $2::text[])
  and ($3::text is null or community_id = $3) and ($4::text is null or leader_id = $4)`

const pageStatement = {
  name: 'staff-sale.page',
  text: saleRowsSql(
    `select * from sale where ${shown} and ($5::text = 'all' or state = $5::text)
      order by created_at desc, id desc limit $6 offset $7`,
    's.created_at desc, s.id desc',
  ),
}
const countStatement = {
  name: 'staff-sale.counts',
  text: `select state, count(*)::int as n from sale where ${shown} group by state`,
}

export const listSales: UseCase<typeof staffSale.sales> = async (deps, caller, input) => {
  const { state, page, pageSize } = input
  const filter = filterOf(caller, input)
  const [rows, counts] = await Promise.all([
    runSaleRows(deps, pageStatement, [...filter, state, pageSize, (page - 1) * pageSize]),
    countSales(deps, filter),
  ])
  return ok({ rows: rows.map((row) => staffSaleRow(row, deps.now())), total: counts[state], counts })
}

const filterOf = ({ pickupPointIds }: StaffCaller, { communityId, leaderId }: Input): readonly unknown[] => [
  pickupPointIds && [...pickupPointIds],
  communityId ?? null,
  leaderId ?? null,
]

const countSales = async (deps: Deps, filter: readonly unknown[]): Promise<Counts> => {
  const rows = await deps.database.run<{ state: SaleState; n: number }>(countStatement, [deps.storeId, ...filter])
  const counts: Counts = { all: 0, draft: 0, open: 0, closed: 0, picking: 0, delivered: 0, settled: 0, cancelled: 0 }
  for (const { state, n } of rows) {
    counts[state] = n
    counts.all += n
  }
  return counts
}

export const staffSaleRow = (sale: SaleRecord, now: EpochMs): StaffSaleRow => ({
  ...saleRow(sale, 'staff', now),
  handOverUntilAt: epochMs(sale.handOverUntilAt),
  units: sale.units,
  shortGoods: sale.shortGoods,
})
