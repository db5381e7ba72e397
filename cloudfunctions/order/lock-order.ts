/** Locks one order for the length of a transaction. Whoever moves an order's states goes through here or through one guarded statement. */
import type { Selectable } from 'kysely'
import type { OrderEvent } from '@/domain/order/events'
import type { FulfilmentState } from '@/domain/order/fulfilment'
import type { MoneyState } from '@/domain/order/money-state'
import type { OrderState } from '@/domain/order/order'
import type { TradeState } from '@/domain/order/trade'
import { epochMs } from '@/domain/time'
import { followLetter } from '../earning/follow-letter'
import type { Trx } from '../runtime/db/connect'
import type { Tables } from '../runtime/db/tables'
import type { Deps } from '../runtime/deps'

export type OrderRow = Selectable<Tables['orders']>
type By = { readonly kind: 'shopper' | 'staff' | 'clock' | 'wechat'; readonly staffId?: string }

/** Needs a transaction; the row stays locked until its end. */
export const lockOrder = async (trx: Trx, deps: Deps, orderId: string): Promise<OrderRow | null> =>
  (await trx
    .selectFrom('orders')
    .selectAll()
    .where('store_id', '=', deps.storeId)
    .where('id', '=', orderId)
    .forUpdate()
    .executeTakeFirst()) ?? null

export const rowState = (row: OrderRow): OrderState => ({
  trade: row.trade as TradeState,
  money: row.money as MoneyState,
  fulfilment: row.fulfilment as FulfilmentState,
  deliveryKind: row.delivery_kind,
  payDeadlineAt: epochMs(row.pay_deadline_at.getTime()),
  paidAt: row.paid_at ? epochMs(row.paid_at.getTime()) : null,
  isGrouped: row.group_id !== null,
})

type OrderChange = Partial<
  Pick<
    OrderRow,
    | 'trade'
    | 'money'
    | 'fulfilment'
    | 'paid_fen'
    | 'refunded_fen'
    | 'paid_at'
    | 'ship_deadline_at'
    | 'shipped_at'
    | 'auto_confirm_at'
    | 'completed_at'
    | 'ended_at'
    | 'total_fen'
    | 'delivery_fen'
    | 'price_changed'
    | 'remark'
    | 'group_id'
    | 'buyer_name'
    | 'buyer_phone'
  >
> & { quote?: string; address?: string }

/** What a commission has to know of: the order's way and its money. */
const concernsLeader = (row: OrderRow, { trade, money }: OrderChange): boolean =>
  row.leader_id !== null && (trade !== undefined || money !== undefined)

/**
 * Writes the change and the events that tell it, in one statement; `row` must be locked. The commission of its leader, if it
 * has one, follows by letter.
 */
export const moveOrder = async (
  trx: Trx,
  deps: Deps,
  row: OrderRow,
  by: By,
  events: readonly OrderEvent[],
  change: OrderChange,
): Promise<void> => {
  const now = new Date(deps.now())
  if (concernsLeader(row, change)) await trx.insertInto('outbox').values(followLetter(deps, row.id)).execute()
  await trx
    .with('told', (db) =>
      db.insertInto('order_event').values(
        events.map((event, i) => ({
          store_id: deps.storeId,
          order_id: row.id,
          seq: row.event_count + 1 + i,
          at: now,
          event: JSON.stringify(event),
          by_kind: by.kind,
          staff_id: by.staffId ?? null,
        })),
      ),
    )
    .updateTable('orders')
    .set({ ...change, event_count: row.event_count + events.length })
    .where('store_id', '=', deps.storeId)
    .where('id', '=', row.id)
    .execute()
}
