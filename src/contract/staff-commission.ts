/** Commission as the staff keep it: rates, statements, payouts by two people, adjustments with a reason, the nightly check. */
import * as z from 'zod'
import { action, fenIn, idOf, words } from './define'
import { monthIn, statementPage, type PayoutView, type StatementView } from './earning'
import type { AdjustNo } from '@/domain/commission/earning'
import type { Balances } from '@/domain/commission/ledger'
import type { CheckNo, PayoutState, ProposeNo } from '@/domain/commission/payout'
import type { PayoutPlan } from '@/domain/commission/split-payout'
import type { MemberId, ProductId } from '@/domain/ids'
import type { LeaderState } from '@/domain/community/leader'
import type { Fen } from '@/domain/money'
import { fen } from '@/domain/money'
import type { EpochMs } from '@/domain/time'

export type LeaderMoneyRow = {
  memberId: MemberId
  name: string
  avatar: string | null
  state: LeaderState
  rateBp: number
  balances: Balances
  /** Under way, if any. */
  payout: { state: PayoutState; amountFen: Fen } | null
  lastPaidAt: EpochMs | null
}

export type StaffStatementView = StatementView & {
  leader: { memberId: MemberId; name: string; communities: readonly string[]; state: LeaderState }
  /** What a payout of everything payable would be; null with the reason where there can be none. */
  plan: { value: PayoutPlan } | { no: ProposeNo }
  payouts: readonly StaffPayoutView[]
}

export type StaffPayoutView = PayoutView & {
  leader: { memberId: MemberId; name: string }
  maker: { name: string; isYou: boolean }
  checker: { name: string; at: EpochMs } | null
  reason: string | null
  acts: readonly ('approve' | 'reject' | 'withdraw')[]
}

/** Whether the road that money takes to leaders is open: certificate, balance notice, scene. Never checked by sending money. */
export type RailCheck = {
  isReady: boolean
  checks: readonly {
    what: 'merchant' | 'certificate' | 'transfer-scene' | 'notify-url'
    isOk: boolean
    fact: string | null
  }[]
}

export type CommissionTerms = {
  rateBp: number
  floorBp: number
  updatedAt: EpochMs | null
  updatedBy: string | null
  products: readonly { id: ProductId; title: string; commissionBp: number }[]
  leaders: readonly { memberId: MemberId; name: string; rateBp: number }[]
  rail: RailCheck
}

export type LedgerCheck = {
  checkedAt: EpochMs | null
  isZero: boolean
  balances: Balances
  findings: readonly {
    id: string
    kind: string
    leader: string | null
    facts: Record<string, unknown>
    foundAt: EpochMs
    /** The first check that did not find it any more; found later, it is another finding. */
    mendedAt: EpochMs | null
    /** With the reason that somebody gave; as long as it is found it is not reported again. */
    settled: { at: EpochMs; by: string; remark: string } | null
  }[]
}

const rateIn = z.int().min(0).max(5_000)
const payoutIn = z.strictObject({ payoutId: idOf('pyo') })
type LeaderUnknown = { code: 'leader.unknown' }

export const staffCommission = {
  leaders: action<{ rows: readonly LeaderMoneyRow[]; totals: Balances; waiting: { toCheck: number; toPayFen: Fen } }>()(
    'staff:commission.read',
    z.strictObject({ text: z.string().trim().max(40).optional() }),
  ),
  statement: action<StaffStatementView, LeaderUnknown>()(
    'staff:commission.read',
    z.strictObject({ memberId: idOf('mem'), month: monthIn.optional(), page: statementPage }),
  ),
  terms: action<CommissionTerms>()('staff:commission.read', z.strictObject({})),
  /** Counts for orders placed from now on: the rate of a placed order is frozen on its lines. */
  saveTerms: action<CommissionTerms>()(
    'staff:commission.write',
    z.strictObject({ rateBp: rateIn, floorBp: z.int().min(1_000).max(10_000) }),
  ),
  saveRate: action<CommissionTerms, LeaderUnknown | { code: 'product.unknown' }>()(
    'staff:commission.write',
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('leader'), memberId: idOf('mem'), rateBp: rateIn.nullable() }),
      z.strictObject({ kind: z.literal('product'), productId: idOf('prd'), rateBp: rateIn.nullable() }),
    ]),
  ),
  payouts: action<{ rows: readonly StaffPayoutView[]; total: number; counts: Record<'all' | PayoutState, number> }>()(
    'staff:commission.read',
    z.strictObject({
      state: z.enum(['all', 'proposed', 'approved', 'rejected', 'withdrawn', 'finished']).default('all'),
      page: z.int().min(1).max(200).default(1),
      pageSize: z.int().min(5).max(50).default(20),
    }),
  ),
  /** `amountFen` is what the screen showed; where it differs the refusal carries the plan of now. */
  propose: action<StaffPayoutView, LeaderUnknown | ProposeNo | { code: 'payout.plan-changed'; plan: PayoutPlan }>()(
    'staff:payout.make',
    z.strictObject({ memberId: idOf('mem'), amountFen: fenIn(1, 100_000_000) }),
  ),
  approve: action<StaffPayoutView, { code: 'payout.unknown' } | CheckNo>()('staff:payout.check', payoutIn),
  reject: action<StaffPayoutView, { code: 'payout.unknown' } | CheckNo>()(
    'staff:payout.check',
    z.strictObject({ payoutId: idOf('pyo'), reason: words(100) }),
  ),
  withdraw: action<StaffPayoutView, { code: 'payout.unknown' } | CheckNo>()('staff:payout.make', payoutIn),
  /** Payable at once, up or down; a payout of it still needs two people. */
  adjust: action<StaffStatementView, LeaderUnknown | AdjustNo>()(
    'staff:payout.make',
    z.strictObject({
      memberId: idOf('mem'),
      /** Once per opening of the dialog. */
      requestId: z.string().min(8).max(64),
      amountFen: z
        .int()
        .min(-10_000_000)
        .max(10_000_000)
        .transform((n) => fen(n)),
      remark: words(100),
    }),
  ),
  checkLedger: action<LedgerCheck>()('staff:commission.read', z.strictObject({ again: z.boolean().default(false) })),
  settleFinding: action<LedgerCheck, { code: 'finding.unknown' }>()(
    'staff:commission.write',
    z.strictObject({ id: z.string().max(40), remark: words(100) }),
  ),
  exportStatement: action<{ fileName: string; csv: string }, LeaderUnknown>()(
    'staff:commission.read',
    z.strictObject({ memberId: idOf('mem'), month: monthIn }),
  ),
}
