/** A leader's money: the statement where every row explains itself, what comes when, and confirming a transfer. */
import * as z from 'zod'
import { action, idOf, none } from './define'
import type { Picture } from './views'
import type { Forecast } from '@/domain/commission/forecast'
import type { Balances } from '@/domain/commission/ledger'
import type { PayoutState, TransferState } from '@/domain/commission/payout'
import type { Statement, StatementRow } from '@/domain/commission/statement'
import type { OrderId, PayoutId, TransferId } from '@/domain/ids'
import type { Fen } from '@/domain/money'
import type { Attribution } from '@/domain/commission/attribution'
import type { EpochMs } from '@/domain/time'

/** A row with all that it takes to say where each fen comes from. */
export type StatementRowView = StatementRow & {
  order: { id: OrderId; number: string; placedAt: EpochMs } | null
  goods: { title: string; picture: Picture; quantity: number } | null
  /** From the list price to what the line paid: list price × quantity, then each discount that fell on it. */
  formula: {
    unitFen: Fen
    quantity: number
    cuts: readonly { kind: string; name: string | null; amountFen: Fen }[]
    refundedFen: Fen
  } | null
  /** Why it is this leader's; the card or community is named, never the buyer beyond a masked name. */
  attribution: { kind: Attribution['kind']; buyer: string; at: EpochMs | null; place: string | null } | null
}

export type StatementView = Omit<Statement, 'rows'> & {
  month: string
  /** One page, newest first; every sum is over all `rowTotal` of them. */
  rows: readonly StatementRowView[]
  rowTotal: number
  /** Months that have something, newest first. */
  months: readonly string[]
  /** All time, by account: what the tiles on top show. */
  balances: Balances
  paidOutEverFen: Fen
  rateBp: number
  forecast: Forecast
}

export type TransferView = {
  id: TransferId
  payoutId: PayoutId
  amountFen: Fen
  state: TransferState
  askedAt: EpochMs | null
  /** Until then it has to be confirmed; afterwards the money goes back to payable. */
  confirmUntilAt: EpochMs | null
  endedAt: EpochMs | null
  failReason: string | null
}

export type PayoutView = {
  id: PayoutId
  state: PayoutState
  amountFen: Fen
  proposedAt: EpochMs
  transfers: readonly TransferView[]
}

export const monthIn = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/)

/** A statement shows so many rows at once; the export has them all. */
export const STATEMENT_PAGE = 200
export const statementPage = z.int().min(1).max(100).default(1)

export const earning = {
  statement: action<StatementView, { code: 'leader.not-approved' }>()(
    'member',
    z.strictObject({ month: monthIn.optional(), page: statementPage }),
  ),
  payouts: action<{ items: readonly PayoutView[] }, { code: 'leader.not-approved' }>()('member', none),
  /** What `wx.requestMerchantTransfer` needs; on the web of the demo the stand-in asks instead. */
  confirmTransfer: action<
    {
      package: string
      merchantId: string
      appId: string
      amountFen: Fen
      confirmUntilAt: EpochMs
      /** Of the demo: `POST {packageInfo, outcome: 'success' | 'cancel'}` is the leader's tap in WeChat; null where WeChat asks. */
      standinUrl: string | null
    },
    { code: 'transfer.unknown' } | { code: 'transfer.over'; state: TransferState }
  >()('member', z.strictObject({ transferId: idOf('trf') })),
  /** Asks WeChat how a transfer stands, right after the leader confirmed it. */
  checkTransfer: action<TransferView, { code: 'transfer.unknown' }>()(
    'member',
    z.strictObject({ transferId: idOf('trf') }),
  ),
  exportStatement: action<{ fileName: string; csv: string }, { code: 'leader.not-approved' }>()(
    'member',
    z.strictObject({ month: monthIn }),
  ),
}
