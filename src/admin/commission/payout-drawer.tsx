/** One payout: who made it, who may let it go, and each transfer with its clock of 24 hours. */
import { useState } from 'react'
import { Button } from 'antd'
import { Link } from 'react-router-dom'
import type { TransferView } from '@/contract/earning'
import type { StaffPayoutView } from '@/contract/staff-commission'
import type { PayoutId } from '@/domain/ids'
import { minuteText } from '@/domain/time'
import { useAct } from '../cloud/use-act'
import { useCloud } from '../cloud/use-cloud'
import { Clock } from '../parts/clock'
import { ConfirmOnce } from '../parts/confirm-once'
import { Drawer, DrawerPart, Facts } from '../parts/drawer'
import { Empty } from '../parts/states'
import { Money, moneyText } from '../parts/money'
import { StateTag } from '../parts/state-cell'
import { ReasonDialog } from '../promotion/reason-dialog'
import { payoutStates, transferStates } from './copy'
import { checkRefusals, copy } from './payout-copy'

const words = copy.drawer
/** A drawer opens from a list or a statement: what it shows is among the newest. */
const NEWEST = { state: 'all', page: 1, pageSize: 50 } as const

const PayoutDrawer = ({ payoutId, onClose }: { payoutId: PayoutId; onClose: () => void }) => {
  const { data, error, refetch } = useCloud('staff-commission', 'payouts', NEWEST, { every: 15_000 })
  const payout = data?.rows.find(({ id }) => id === payoutId)
  const isMissing = data !== undefined && payout === undefined
  return (
    <Drawer
      title={payout ? words.title(moneyText(payout.amountFen)) : isMissing ? copy.unknown : null}
      aside={
        payout && (
          <>
            <StateTag {...payoutStates[payout.state]} />
            <Link to={`/commission/leaders/${payout.leader.memberId}`} className="quiet-link">
              {words.statement}
            </Link>
          </>
        )
      }
      foot={payout && payout.acts.length > 0 && <PayoutActs payout={payout} />}
      error={error}
      onRetry={() => void refetch()}
      unknown={copy.unknown}
      onClose={onClose}
    >
      {payout ? <Body payout={payout} /> : <Empty icon="search" title={copy.unknown} />}
    </Drawer>
  )
}

const Body = ({
  payout: { leader, maker, proposedAt, checker, reason, transfers, state },
}: {
  payout: StaffPayoutView
}) => (
  <>
    <Facts
      rows={[
        [words.leader, leader.name],
        [words.maker, `${maker.name}${maker.isYou ? copy.you : ''}`],
        [words.proposed, minuteText(proposedAt)],
        [words.checker, checker?.name ?? null],
        ...(checker ? ([[words.checked, minuteText(checker.at)]] as const) : []),
        ...(reason ? ([[words.reason, reason, true]] as const) : []),
      ]}
    />
    {state === 'proposed' && maker.isYou && <p className="payout__own">{words.own}</p>}
    <DrawerPart title={words.transfers} aside={words.transfersNote}>
      {transfers.length === 0 && (
        <p className="aside payout__none">{state === 'proposed' ? words.notYet : words.notSent}</p>
      )}
      <ul className="payout__transfers">
        {transfers.map((transfer) => (
          <Transfer key={transfer.id} transfer={transfer} />
        ))}
      </ul>
    </DrawerPart>
  </>
)

const Transfer = ({ transfer }: { transfer: TransferView }) => {
  const { state, amountFen, askedAt, confirmUntilAt, endedAt, failReason } = transfer
  return (
    <li>
      <span>
        <StateTag {...transferStates[state]} />
        <span className="second">
          {failReason ?? (endedAt ? words.ended(minuteText(endedAt)) : askedAt ? words.asked(minuteText(askedAt)) : '')}
        </span>
      </span>
      {state === 'awaiting-confirm' && askedAt && confirmUntilAt && (
        <Clock startsAt={askedAt} endsAt={confirmUntilAt} bySystem note={words.until(minuteText(confirmUntilAt))} />
      )}
      <Money amount={amountFen} />
    </li>
  )
}

const PayoutActs = ({ payout: { id, acts, amountFen } }: { payout: StaffPayoutView }) => {
  const [isRejecting, setRejecting] = useState(false)
  const approving = useAct('staff-commission', 'approve', checkRefusals, { done: copy.approved })
  const rejecting = useAct('staff-commission', 'reject', checkRefusals, { done: copy.rejected })
  const withdrawing = useAct('staff-commission', 'withdraw', checkRefusals, { done: copy.withdrawn })
  return (
    <>
      {acts.includes('withdraw') && (
        <ConfirmOnce
          title={copy.withdrawSure}
          note={copy.withdrawNote}
          act={copy.withdraw}
          onSure={() => withdrawing.run({ payoutId: id })}
        >
          <Button loading={withdrawing.isBusy}>{copy.withdraw}</Button>
        </ConfirmOnce>
      )}
      {acts.includes('reject') && <Button onClick={() => setRejecting(true)}>{copy.reject}</Button>}
      {acts.includes('approve') && (
        <ConfirmOnce
          title={copy.approveSure}
          note={copy.approveNote}
          act={copy.approveAct}
          isLoss={false}
          onSure={() => approving.run({ payoutId: id })}
        >
          <Button type="primary" loading={approving.isBusy}>
            {copy.approve(moneyText(amountFen))}
          </Button>
        </ConfirmOnce>
      )}
      {isRejecting && (
        <ReasonDialog
          title={copy.rejectTitle}
          note={copy.rejectNote}
          act={copy.reject}
          hint={copy.rejectHint}
          isBusy={rejecting.isBusy}
          onClose={() => setRejecting(false)}
          onSure={async (reason) => {
            if (await rejecting.run({ payoutId: id, reason })) setRejecting(false)
          }}
        />
      )}
    </>
  )
}

export default PayoutDrawer
