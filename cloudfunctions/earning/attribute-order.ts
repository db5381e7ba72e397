/** Who earns from an order that is being placed, and at which rate each of its lines: decided once, frozen on its rows. */
import { rateFor } from '@/domain/commission/amount'
import { attribute, type Attribution, type AttributionFacts, type Touch } from '@/domain/commission/attribution'
import type { CommunityId, MemberId, ProductId, SaleId } from '@/domain/ids'
import { epochMs, type EpochMs } from '@/domain/time'
import type { OrderRows } from '../order/order-rows'

export type CommissionRates = {
  readonly storeBp: number
  /** What was agreed with this leader, null = as everybody. */
  readonly leaderBp: number | null
  /** By product; those without a rate of their own may be missing. */
  readonly productBp: Readonly<Record<string, number | null>>
}

/** The buyer's last touch by somebody who earns, as a statement reads it, with the rates of that leader. */
export type LastTouch = CommissionRates & {
  readonly at: number
  readonly leaderId: MemberId
  readonly via: Touch['via']['kind']
  readonly source: string
}

/** An order of a leader's group sale: rows as `orderRows` makes them, with that leader on them. */
export const inLeadersSale = (
  rows: OrderRows,
  sale: { readonly saleId: SaleId; readonly leaderId: MemberId },
  rates: CommissionRates,
): OrderRows => credited(rows, { sale, touch: null }, rates)

/** Any other order: the last touch counts, if there is one. */
export const afterTouch = (rows: OrderRows, touch: LastTouch | null): OrderRows =>
  touch ? credited(rows, { sale: null, touch }, touch) : rows

const credited = (
  rows: OrderRows,
  { sale, touch }: { sale: AttributionFacts['sale']; touch: LastTouch | null },
  rates: CommissionRates,
): OrderRows => {
  const buyerId = rows.order.member_id as MemberId
  const attribution = attribute({
    buyerId,
    orderedAt: rows.now,
    sale,
    touches: touch ? [touchOf(touch, rows.now)] : [],
    leaders: new Map(touch ? [[touch.leaderId, 'approved']] : []),
  })
  return attribution.kind === 'none' ? rows : withLeader(rows, attribution, rates)
}

const withLeader = (
  rows: OrderRows,
  attribution: Exclude<Attribution, { kind: 'none' }>,
  { storeBp, leaderBp, productBp }: CommissionRates,
): OrderRows => ({
  ...rows,
  order: { ...rows.order, leader_id: attribution.leaderId, attribution },
  lines: rows.lines.map((line) => ({
    ...line,
    rate_bp: rateFor({ storeBp, leaderBp, productBp: productBp[line.product_id as ProductId] ?? null }),
  })),
})

/** Noted by a machine whose clock may be a little ahead: a touch is never later than the order it led to. */
const touchOf = ({ at, leaderId, via, source }: LastTouch, now: EpochMs): Touch => ({
  at: epochMs(Math.min(at, now)),
  leaderId,
  via: via === 'card' ? { kind: 'card', shareCode: source } : { kind: 'community', communityId: source as CommunityId },
})
