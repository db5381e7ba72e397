/** What a nightly job proves: every movement sums to zero, nothing is missing between them, and rows and books agree. */
import type { EarningId } from '../ids'
import { fen, subtractFen, type Fen } from '../money'
import type { Earning } from './earning'
import { accounts, balancesOf, balancesOfRows, type Account, type Movement, type Snapshot } from './ledger'

/** Facts say what is wrong, never what stands beside it: the same fault reads the same, however business goes on. */
export type Finding =
  | { readonly kind: 'movement-not-zero'; readonly earningId: EarningId; readonly sumFen: Fen }
  /** A movement doesn't begin where the one before it ended. */
  | { readonly kind: 'gap'; readonly earningId: EarningId }
  /** The row is not what its last movement left. */
  | { readonly kind: 'row-differs'; readonly earningId: EarningId }
  /** By how much the ledger has more than the rows. */
  | { readonly kind: 'balance-differs'; readonly account: Account; readonly byFen: Fen }

/** Empty if all is well. `movements` are oldest first. */
export const auditLedger = (earnings: readonly Earning[], movements: readonly Movement[]): Finding[] => {
  const findings: Finding[] = []
  const last = new Map<EarningId, Snapshot>()
  for (const { earningId, from, to, postings } of movements) {
    const sumFen = fen(postings.reduce((sum, posting) => sum + posting.amountFen, 0))
    if (sumFen !== 0) findings.push({ kind: 'movement-not-zero', earningId, sumFen })
    if (!isSame(last.get(earningId) ?? null, from)) findings.push({ kind: 'gap', earningId })
    last.set(earningId, to)
  }
  for (const earning of earnings)
    if (!isSame(last.get(earning.id) ?? null, earning)) findings.push({ kind: 'row-differs', earningId: earning.id })
  const [ledger, rows] = [balancesOf(movements), balancesOfRows(earnings)]
  for (const account of accounts)
    if (ledger[account] !== rows[account])
      findings.push({ kind: 'balance-differs', account, byFen: subtractFen(ledger[account], rows[account]) })
  return findings
}

const isSame = (a: Snapshot | null, b: Snapshot | null): boolean =>
  a === null || b === null
    ? a === b
    : a.state === b.state && a.amountFen === b.amountFen && a.baseFen === b.baseFen && a.releaseAt === b.releaseAt
