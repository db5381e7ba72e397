/** The newest payout: where its money is, and until when the leader may take it. */
import { Link } from 'react-router-dom'
import type { StaffPayoutView } from '@/contract/staff-commission'
import type { EpochMs } from '@/domain/time'
import { dueText } from '../parts/hour-text'
import { Money } from '../parts/money'
import { Card } from '../parts/page'
import { StateTag } from '../parts/state-cell'
import { timeLeftText } from '../parts/time-left'
import { useNow } from '../parts/use-now'
import { payoutStates, transferStates } from './copy'
import { payoutTransfer } from './payout-transfer'
import { copy } from './statement-copy'

export const LastPayoutCard = ({ payouts }: { payouts: readonly StaffPayoutView[] }) => {
  const now = useNow()
  const [payout] = payouts
  if (!payout)
    return (
      <Card title={copy.last}>
        <p className="last-payout__note">{copy.lastNone}</p>
      </Card>
    )
  const transfer = payoutTransfer(payout)
  const isSent = payout.state === 'approved' || payout.state === 'finished'
  const tag = isSent && transfer ? transferStates[transfer.state] : payoutStates[payout.state]
  return (
    <Card
      title={copy.last}
      action={
        <Link to={`/commission/payouts?tab=all&open=${payout.id}`} className="quiet-link">
          {copy.seePayouts}
        </Link>
      }
    >
      <p className="last-payout__line">
        <StateTag {...tag} />
        <Money amount={payout.amountFen} />
        {transfer?.state === 'awaiting-confirm' && transfer.confirmUntilAt && (
          <span className="aside">{copy.left(timeLeftText(transfer.confirmUntilAt - now))}</span>
        )}
      </p>
      <p className="last-payout__note">{noteOf(payout, now)}</p>
    </Card>
  )
}

const noteOf = (payout: StaffPayoutView, now: EpochMs): string => {
  const { state, maker, proposedAt, checker, reason } = payout
  if (state === 'proposed') return copy.proposedBy(maker.name, dueText(proposedAt, now))
  if (state === 'rejected') return copy.rejectedNote(checker?.name ?? '', reason ?? '')
  if (state === 'withdrawn') return copy.withdrawnNote
  const transfer = payoutTransfer(payout)
  if (!transfer) return ''
  const asked = dueText(transfer.askedAt ?? checker?.at ?? proposedAt, now)
  switch (transfer.state) {
    case 'awaiting-confirm':
    case 'lapsed':
      return copy.confirmNote(asked)
    case 'paid':
      return copy.paidNote(dueText(transfer.endedAt ?? proposedAt, now))
    case 'failed':
      return copy.failedNote(transfer.failReason ?? '')
    default:
      return copy.sentNote(asked)
  }
}
