/** What happened to the demo's orders that leaders led to: paid, refunded, received. */
import type { MemberId, OrderId, OrderLineId } from '@/domain/ids'
import { fen, type Fen } from '@/domain/money'
import { epochMs, type EpochMs } from '@/domain/time'
import type { Deps } from '../../../deps'
import type { Trx } from '../../connect'

export type Happening = { readonly at: EpochMs; readonly orderId: OrderId } & (
  | {
      readonly kind: 'paid'
      readonly leaderId: MemberId
      readonly isOwnPurchase: boolean
      readonly lines: readonly { readonly lineId: OrderLineId; readonly paidFen: Fen; readonly rateBp: number }[]
    }
  | { readonly kind: 'refunded'; readonly lines: readonly { readonly lineId: OrderLineId; readonly amountFen: Fen }[] }
  | { readonly kind: 'received' }
)

const instant = (at: Date): EpochMs => epochMs(at.getTime())

export const readHappenings = async (trx: Trx, { storeId }: Deps): Promise<Happening[]> => {
  const orders = await trx
    .selectFrom('orders')
    .select(['id', 'leader_id', 'attribution', 'paid_at', 'completed_at'])
    .where('store_id', '=', storeId)
    .where('leader_id', 'is not', null)
    .where('paid_at', 'is not', null)
    .where('trade', 'in', ['fulfilling', 'completed', 'closed'])
    .execute()
  const ids = orders.map(({ id }) => id)
  if (ids.length === 0) return []
  const lines = await trx
    .selectFrom('order_line')
    .select(['id', 'order_id', 'paid_fen', 'rate_bp'])
    .where('store_id', '=', storeId)
    .where('order_id', 'in', ids)
    .orderBy('line_no')
    .execute()
  const refunds = await trx
    .selectFrom('refund')
    .select(['order_id', 'lines', 'wanted_at'])
    .where('store_id', '=', storeId)
    .where('order_id', 'in', ids)
    .execute()
  return [
    ...orders.flatMap(({ id, leader_id, attribution, paid_at, completed_at }): Happening[] => {
      const orderId = id as OrderId
      if (!paid_at) return []
      const own = lines.filter((line) => line.order_id === id)
      const paid: Happening = {
        ...{ kind: 'paid', at: instant(paid_at), orderId, leaderId: leader_id as MemberId },
        isOwnPurchase: attribution?.kind === 'own-purchase',
        lines: own.map((line) => ({
          lineId: line.id as OrderLineId,
          paidFen: fen(line.paid_fen),
          rateBp: line.rate_bp ?? 0,
        })),
      }
      return completed_at ? [paid, { kind: 'received', at: instant(completed_at), orderId }] : [paid]
    }),
    ...refunds.map((refund): Happening => ({
      ...{ kind: 'refunded', at: instant(refund.wanted_at), orderId: refund.order_id as OrderId },
      lines: refund.lines.map(({ lineId, amountFen }) => ({
        lineId: lineId as OrderLineId,
        amountFen: fen(amountFen),
      })),
    })),
  ]
}
