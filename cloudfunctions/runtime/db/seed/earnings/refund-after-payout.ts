/** One piece goes back after its commission had been paid out: the refund of the past that a claw-back stands for. */
import type { OrderId, OrderLineId } from '@/domain/ids'
import { fen, ZERO } from '@/domain/money'
import { refundAmount } from '@/domain/pricing/refund-amount'
import type { Kept } from '../../../../earning/earning-row'
import { lockOrder, moveOrder } from '../../../../order/lock-order'
import { refundableLines } from '../../../../payment/refundable-lines.sql'
import { wantRefund } from '../../../../payment/want-refund'
import type { Deps } from '../../../deps'
import type { Trx } from '../../connect'
import { demoId } from '../../demo-ids'
import type { Happening } from './happenings'

/** The newest of `paid` that can give a piece back; null where there is none. */
export const refundAfterPayout = async (trx: Trx, past: Deps, paid: readonly Kept[]): Promise<Happening | null> => {
  for (const { earning } of [...paid].sort((a, b) => b.earning.bookedAt - a.earning.bookedAt)) {
    const row = earning.orderId && (await lockOrder(trx, past, earning.orderId))
    if (!row || row.trade !== 'completed' || row.money !== 'paid' || row.deals) continue
    const lines = await refundableLines(trx, past, row.id)
    const line = lines.find(({ id }) => id === earning.lineId)
    if (!line || line.quantity < 2 || line.refundedQuantity > 0) continue
    const sum = refundAmount(lines, [{ lineId: line.id, quantity: 1 }])
    if (!sum.ok || sum.value.amountFen <= 0) continue
    const id = await wantRefund(trx, past, row, {
      requestId: 'demo-claw-back-1',
      kind: 'staff',
      by: 'staff',
      staffId: demoId('stf', 'service'),
      sum: sum.value,
      deliveryFen: ZERO,
      reason: '一份坏果，退款不退货',
      restock: false,
    })
    await payBack(trx, past, row.id, id, sum.value.amountFen)
    return {
      kind: 'refunded',
      at: past.now(),
      orderId: row.id as OrderId,
      lines: [{ lineId: line.id as OrderLineId, amountFen: sum.value.amountFen }],
    }
  }
  return null
}

/** The bank paid it long ago, so nobody has to be asked. */
const payBack = async (trx: Trx, past: Deps, orderId: string, refundId: string, amountFen: number): Promise<void> => {
  const { storeId } = past
  await trx.deleteFrom('outbox').where('store_id', '=', storeId).where('subject', 'in', [refundId, orderId]).execute()
  await trx
    .updateTable('refund')
    .set({ state: 'done', done_at: new Date(past.now()), wechat_refund_id: `5030${refundId.slice(4, 24)}` })
    .where('store_id', '=', storeId)
    .where('id', '=', refundId)
    .execute()
  const row = await lockOrder(trx, past, orderId)
  if (!row) throw new Error('an order vanished')
  const told = { kind: 'refund-done', refundFen: fen(amountFen), left: true } as const
  await moveOrder(trx, past, row, { kind: 'wechat' }, [told], { money: 'part-refunded' })
}
