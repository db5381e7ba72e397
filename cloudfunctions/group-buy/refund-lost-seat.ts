/** Who paid for a seat that was gone gets everything back: by their own choice, or by the clock when they made none. */
import { refundAll } from '../payment/refund-all'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import type { HeldSeat } from './lock-group'
import { moveSeat } from './move-group'

/** Group and order must be locked, the seat lost. It held neither share nor stock, so nothing returns to the shelf. */
export const refundLostSeat = async (
  trx: Trx,
  deps: Deps,
  { order, seat }: HeldSeat,
  by: 'shopper' | 'clock',
): Promise<void> => {
  const now = new Date(deps.now())
  await moveSeat(trx, deps, seat, 'refunded', { ended_at: now })
  await refundAll(trx, deps, order, {
    requestId: 'seat-lost',
    kind: 'seat-lost',
    ...(by === 'clock' ? { by } : {}),
    reason: '拼团名额已满，全额退款',
    restock: false,
    events: [{ kind: 'stopped' }, { kind: 'closed' }],
    change: { fulfilment: 'stopped', trade: 'closed', ended_at: now },
  })
}
