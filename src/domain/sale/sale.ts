/**
 * A group sale (接龙): a list of products with community prices, a window, a place of hand-over. One table says who may move
 * it; the server guards with it, the workbench draws exactly its acts. Business rules §5.
 */
import { ok, refuse, type Result } from '../result'
import { DAY, later, type EpochMs } from '../time'

export type SaleState = 'draft' | 'open' | 'closed' | 'picking' | 'delivered' | 'settled' | 'cancelled'
export type SaleAct = 'open' | 'close' | 'cancel' | 'pick' | 'deliver' | 'settle'
/** `leader`: the one named on the sale. A store's own sale has none, its leaders only hand over. */
export type SaleRole = 'leader' | 'staff' | 'clock'

type Move = { readonly from: readonly SaleState[]; readonly to: SaleState; readonly by: readonly SaleRole[] }

export const saleActs = {
  open: { from: ['draft'], to: 'open', by: ['leader', 'staff'] },
  close: { from: ['open'], to: 'closed', by: ['leader', 'staff', 'clock'] },
  // a draft, or an open sale nobody has paid for
  cancel: { from: ['draft', 'open'], to: 'cancelled', by: ['leader', 'staff'] },
  pick: { from: ['closed'], to: 'picking', by: ['leader', 'staff'] },
  deliver: { from: ['picking'], to: 'delivered', by: ['leader', 'staff'] },
  // from `closed` where nobody bought or everything was refunded: there is nothing to pick
  settle: { from: ['closed', 'delivered'], to: 'settled', by: ['clock'] },
} as const satisfies Record<SaleAct, Move>

/** Where an act may lead from each state, read from the acts above. */
export const saleMoves = (from: SaleState): SaleState[] =>
  (Object.values(saleActs) as Move[]).filter((move) => move.from.includes(from)).map((move) => move.to)

/** From here on prices are fixed and neighbours may have paid. */
export const isRunning = (state: SaleState): boolean =>
  state === 'open' || state === 'closed' || state === 'picking' || state === 'delivered'

export type SaleFacts = {
  readonly state: SaleState
  readonly endsAt: EpochMs
  /** When the tier differences were worked out; null until every placed order is paid or gone. */
  readonly reckonedAt: EpochMs | null
  readonly deliveredAt: EpochMs | null
  readonly orders: {
    /** Placed, not paid, not cancelled. */
    readonly unpaid: number
    /** The last of their pay deadlines, null if there are none. */
    readonly unpaidUntilAt: EpochMs | null
    /** Ever paid, refunded ones included. */
    readonly paid: number
    /** Paid and neither completed nor closed. */
    readonly running: number
    readonly openAfterSales: number
  }
}

/** The sale is settled when the commission of its last order is released: seven days after the goods were there (§6). */
export const SETTLE_AFTER = 7 * DAY

export type SaleNo =
  | { code: 'sale.move'; state: SaleState; act: SaleAct }
  | { code: 'sale.has-paid'; paid: number }
  | { code: 'sale.has-unpaid'; unpaid: number }
  | { code: 'sale.not-ended'; endsAt: EpochMs }
  | { code: 'sale.not-reckoned'; unpaid: number; untilAt: EpochMs | null }
  | { code: 'sale.nothing-to-pick' }
  | { code: 'sale.not-settled'; running: number; openAfterSales: number; fromAt: EpochMs | null }

/** The state after `act`. Terms are checked where they are written, `openSale` in ./terms. */
export const moveSale = (sale: SaleFacts, act: SaleAct, by: SaleRole, now: EpochMs): Result<SaleState, SaleNo> => {
  const move: Move = saleActs[act]
  if (!move.from.includes(sale.state) || !move.by.includes(by))
    return refuse({ code: 'sale.move', state: sale.state, act })
  const no = refusalOf(sale, act, by, now)
  return no ? refuse(no) : ok(move.to)
}

const refusalOf = (sale: SaleFacts, act: SaleAct, by: SaleRole, now: EpochMs): SaleNo | null => {
  const { unpaid, paid, running, openAfterSales } = sale.orders
  switch (act) {
    case 'open':
    case 'deliver':
      return null
    case 'close':
      // people may end early, the clock only on time
      return by === 'clock' && now < sale.endsAt ? { code: 'sale.not-ended', endsAt: sale.endsAt } : null
    case 'cancel':
      if (paid > 0) return { code: 'sale.has-paid', paid }
      // an unpaid order may be paid this very second: it is cancelled first, which asks WeChat
      return unpaid > 0 ? { code: 'sale.has-unpaid', unpaid } : null
    case 'pick':
      if (sale.reckonedAt === null) return { code: 'sale.not-reckoned', unpaid, untilAt: sale.orders.unpaidUntilAt }
      return running === 0 ? { code: 'sale.nothing-to-pick' } : null
    case 'settle': {
      const fromAt = sale.deliveredAt && later(sale.deliveredAt, SETTLE_AFTER)
      const isOver = unpaid + running + openAfterSales === 0 && sale.reckonedAt !== null
      const isDue = sale.state === 'closed' || (fromAt !== null && now >= fromAt)
      return isOver && isDue ? null : { code: 'sale.not-settled', running: running + unpaid, openAfterSales, fromAt }
    }
    default:
      return act satisfies never
  }
}

/** The acts that `by` may do now; screens draw exactly these. */
export const saleActsFor = (sale: SaleFacts, by: SaleRole, now: EpochMs): SaleAct[] =>
  (Object.keys(saleActs) as SaleAct[]).filter((act) => moveSale(sale, act, by, now).ok)
