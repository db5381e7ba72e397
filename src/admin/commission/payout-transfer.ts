/** Of a payout's transfers the one that says most: what the leader still has to confirm, else what went wrong, else the last. */
import type { TransferView } from '@/contract/earning'
import type { StaffPayoutView } from '@/contract/staff-commission'
import type { TransferState } from '@/domain/commission/payout'

const first: readonly TransferState[] = ['awaiting-confirm', 'sending', 'unsent', 'failed', 'lapsed', 'paid']

export const payoutTransfer = ({ transfers }: Pick<StaffPayoutView, 'transfers'>): TransferView | undefined =>
  [...transfers].sort(
    (a, b) => first.indexOf(a.state) - first.indexOf(b.state) || (a.confirmUntilAt ?? 0) - (b.confirmUntilAt ?? 0),
  )[0]
