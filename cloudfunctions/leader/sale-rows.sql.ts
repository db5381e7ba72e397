/**
 * Sales as workbench and staff list them: the card that neighbours see, and what only those who run it see. One statement a
 * list; orders are counted where they are, since nothing that a payment touches may keep a tally for a list.
 */
import type { SaleRow } from '@/contract/leader'
import type { SaleId, MemberId, PickupPointId } from '@/domain/ids'
import { fen } from '@/domain/money'
import { bagAt, isOnShelf, type BagState } from '@/domain/pickup/bag'
import { saleActsFor, type SaleAct, type SaleFacts, type SaleRole } from '@/domain/sale/sale'
import { epochMs, type EpochMs } from '@/domain/time'
import { saleCard, saleCardsSql, type SaleCardRow } from '../community/sale-card.sql'
import type { Deps } from '../runtime/deps'

type Facts = {
  readonly id: SaleId
  readonly version: number
  readonly leaderId: MemberId | null
  readonly pickupPointIds: readonly PickupPointId[] | null
  readonly createdAt: number
  readonly openedAt: number | null
  readonly closedAt: number | null
  readonly reckonedAt: number | null
  readonly pickingAt: number | null
  readonly deliveredAt: number | null
  readonly settledAt: number | null
  readonly handOverUntilAt: number
  readonly keepDays: number
  readonly unpaid: number
  readonly unpaidUntilAt: number | null
  readonly paid: number
  readonly running: number
  readonly paidOrders: number
  readonly paidFen: number
  readonly bags: Partial<Record<BagState, number>> | null
  readonly units: number
  readonly shortGoods: number
}

export type SaleRecord = SaleCardRow & Facts

const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::bigint`

/**
 * `rows` selects from `sale` and stands in `found`; $1 is the store. The answer has one row: `cards` and `facts`, each in
 * `order` (of `s`).
 */
export const saleRowsSql = (rows: string, order: string): string => `
with found as materialized (${rows})
select (${saleCardsSql('select * from found', order)}) as cards, (
  select json_agg(json_build_object('id', s.id, 'version', s.version, 'leaderId', s.leader_id, 'pickupPointIds', s.pickup_point_ids,
    'createdAt', ${ms('s.created_at')}, 'openedAt', ${ms('s.opened_at')}, 'closedAt', ${ms('s.closed_at')},
    'reckonedAt', ${ms('s.reckoned_at')}, 'pickingAt', ${ms('s.picking_at')}, 'deliveredAt', ${ms('s.delivered_at')},
    'settledAt', ${ms('s.settled_at')}, 'handOverUntilAt', ${ms('s.hand_over_until_at')}, 'keepDays', s.keep_days,
    'unpaid', n.unpaid, 'unpaidUntilAt', ${ms('n.until')}, 'paid', n.paid, 'running', n.running, 'paidOrders', n.chained,
    'paidFen', n.kept, 'bags', b.bags, 'units', g.units, 'shortGoods', g.short) order by ${order})
  from found s
  cross join lateral (
    select count(*) filter (where o.trade = 'awaiting-payment')::int as unpaid,
      max(o.pay_deadline_at) filter (where o.trade = 'awaiting-payment') as until,
      count(*) filter (where o.paid_at is not null and o.trade not in ('awaiting-payment', 'late-paid'))::int as paid,
      count(*) filter (where o.trade in ('paid', 'awaiting-group', 'fulfilling'))::int as running,
      count(*) filter (where t.paid_at is not null and t.gone_at is null)::int as chained,
      coalesce(sum(o.paid_fen - o.refunded_fen), 0)::bigint as kept
    from sale_order t join orders o on o.store_id = $1 and o.id = t.order_id
    where t.store_id = $1 and t.sale_id = s.id
  ) n
  cross join lateral (
    select json_object_agg(bag_state, n) as bags from (
      select bag_state, count(*)::int as n from sale_order
      where store_id = $1 and sale_id = s.id and paid_at is not null and gone_at is null group by bag_state
    ) t
  ) b
  cross join lateral (
    select coalesce(sum(paid_units), 0)::int as units,
      count(*) filter (where l.received < l.paid_units and not exists (
        select from shortage h where h.store_id = $1 and h.sale_id = s.id and h.sku_id = l.sku_id))::int as short
    from sale_line l where l.store_id = $1 and l.sale_id = s.id
  ) g
) as facts`

type Answer = { readonly cards: readonly SaleCardRow[] | null; readonly facts: readonly Facts[] | null }

const joined = ({ cards, facts }: Answer): SaleRecord[] => {
  const byId = new Map((facts ?? []).map((fact) => [fact.id, fact]))
  return (cards ?? []).flatMap((card) => {
    const fact = byId.get(card.id)
    return fact ? [{ ...card, ...fact }] : []
  })
}

export const runSaleRows = async (
  deps: Deps,
  statement: { readonly name: string; readonly text: string },
  params: readonly unknown[],
): Promise<SaleRecord[]> => {
  const [answer] = await deps.database.run<Answer>(statement, [deps.storeId, ...params])
  return answer ? joined(answer) : []
}

const oneStatement = {
  name: 'sale.row',
  text: saleRowsSql('select * from sale where store_id = $1 and id = $2', 's.id'),
}

export const findSaleRow = async (deps: Deps, saleId: SaleId): Promise<SaleRecord | null> =>
  (await runSaleRows(deps, oneStatement, [saleId]))[0] ?? null

const instant = (at: number | null): EpochMs | null => (at === null ? null : epochMs(at))

const factsOf = (s: SaleRecord): SaleFacts => ({
  state: s.state,
  endsAt: epochMs(s.endsAt),
  reckonedAt: instant(s.reckonedAt),
  deliveredAt: instant(s.deliveredAt),
  orders: {
    unpaid: s.unpaid,
    unpaidUntilAt: instant(s.unpaidUntilAt),
    paid: s.paid,
    running: s.running,
    // after-sales are not there yet: nothing of the kind can be open
    openAfterSales: 0,
  },
})

export const actsOf = (s: SaleRecord, by: SaleRole, now: EpochMs): SaleAct[] => saleActsFor(factsOf(s), by, now)

export const saleRow = (s: SaleRecord, by: SaleRole, now: EpochMs): SaleRow => ({
  ...saleCard(s),
  acts: actsOf(s, by, now),
  paidOrders: s.paidOrders,
  unpaidOrders: s.unpaid,
  paidFen: fen(s.paidFen),
})

/** How many bags are where at `now`: the clock turns waiting into overdue and no-show, whether or not a job has been by. */
export const bagCounts = (s: SaleRecord, now: EpochMs) => {
  const at = { handed: 0, waiting: 0, overdue: 0, 'no-show': 0, returned: 0 }
  const untilAt = s.pickupPointIds && epochMs(s.handOverUntilAt)
  for (const [state, n] of Object.entries(s.bags ?? {}) as [BagState, number][])
    at[bagAt(state, untilAt, s.keepDays, now)] += n
  const all = Object.values(at).reduce((a, b) => a + b, 0)
  return { all, handed: at.handed, waiting: at.waiting, overdue: at.overdue, noShow: at['no-show'] }
}

/** Bags that may still be fetched. */
export const onShelf = (s: SaleRecord): number =>
  (Object.entries(s.bags ?? {}) as [BagState, number][]).reduce((n, [state, m]) => n + (isOnShelf(state) ? m : 0), 0)
