/** A row of commission as the books keep it, and as the rules know it. */
import type { Selectable } from 'kysely'
import type { Earning } from '@/domain/commission/earning'
import type { EarningId, MemberId, OrderId, OrderLineId, TransferId } from '@/domain/ids'
import { fen } from '@/domain/money'
import { epochMs, type EpochMs } from '@/domain/time'
import type { Tables } from '../runtime/db/tables'

export type EarningRow = Selectable<Tables['earning']>

/** A row with the number of movements it has had; none yet: it stands only in the mind of whoever makes it. */
export type Kept = { readonly earning: Earning; readonly moves: number }

const instant = (at: Date | null): EpochMs | null => at && epochMs(at.getTime())
const date = (at: EpochMs | null): Date | null => (at === null ? null : new Date(at))

export const earningOf = (row: EarningRow): Earning => ({
  id: row.id as EarningId,
  kind: row.kind,
  leaderId: row.leader_id as MemberId,
  orderId: row.order_id as OrderId | null,
  lineId: row.line_id as OrderLineId | null,
  baseFen: fen(row.base_fen),
  rateBp: row.rate_bp,
  amountFen: fen(row.amount_fen),
  state: row.state,
  clawedFen: fen(row.clawed_fen),
  openAfterSales: row.open_after_sales,
  isOwnPurchase: row.is_own_purchase,
  bookedAt: epochMs(row.booked_at.getTime()),
  receivedAt: instant(row.received_at),
  releaseAt: instant(row.release_at),
  transferId: row.transfer_id as TransferId | null,
  takes: row.takes,
  remark: row.remark,
})

export const keptOf = (row: EarningRow): Kept => ({ earning: earningOf(row), moves: row.moves })

/** Of an adjustment: who made it, and with which opening of the dialog. */
export type Hand = { readonly staffId: string; readonly requestId: string }

export const rowOf = (storeId: string, { earning, moves }: Kept, hand: Hand | null): EarningRow => ({
  store_id: storeId,
  id: earning.id,
  kind: earning.kind,
  leader_id: earning.leaderId,
  order_id: earning.orderId,
  line_id: earning.lineId,
  base_fen: earning.baseFen,
  rate_bp: earning.rateBp,
  amount_fen: earning.amountFen,
  state: earning.state,
  clawed_fen: earning.clawedFen,
  open_after_sales: earning.openAfterSales,
  is_own_purchase: earning.isOwnPurchase,
  booked_at: new Date(earning.bookedAt),
  received_at: date(earning.receivedAt),
  release_at: date(earning.releaseAt),
  transfer_id: earning.transferId,
  takes: earning.takes,
  remark: earning.remark,
  staff_id: hand?.staffId ?? null,
  request_id: hand?.requestId ?? null,
  moves,
})
