/** Puts everything payable before a second colleague; the plan of the transfers is read before. */
import { useState } from 'react'
import { Button, Modal, Tooltip } from 'antd'
import type { PayoutPlan } from '@/domain/commission/split-payout'
import { refusalText } from '../cloud/refusal-text'
import { useAct } from '../cloud/use-act'
import { copy as parts } from '../parts/copy'
import { moneyText } from '../parts/money'
import { copy, noPlan } from './payout-copy'
import { copy as words } from './statement-copy'
import type { StatementData } from './statement-screen'

export const ProposeButton = ({ statement: { plan, leader } }: { statement: StatementData }) => {
  const [isAsked, setAsked] = useState(false)
  const proposing = useAct('staff-commission', 'propose', noPlan, { done: copy.proposed })
  if ('no' in plan)
    return (
      <Tooltip title={refusalText(noPlan, plan.no)} placement="bottomRight">
        <Button type="primary" disabled>
          {words.cannotPay}
        </Button>
      </Tooltip>
    )
  const { amountFen } = plan.value
  const close = (): void => setAsked(false)
  return (
    <>
      <Button type="primary" onClick={() => setAsked(true)}>
        {words.pay(moneyText(amountFen))}
      </Button>
      <Modal
        open={isAsked}
        centered
        width={440}
        title={copy.dialog.title(moneyText(amountFen), leader.name)}
        okText={copy.dialog.act}
        cancelText={parts.cancel}
        confirmLoading={proposing.isBusy}
        onCancel={close}
        onOk={() => void proposing.run({ memberId: leader.memberId, amountFen }).then(close)}
      >
        <Plan plan={plan.value} />
        <p className="propose__note">{copy.dialog.note}</p>
      </Modal>
    </>
  )
}

const Plan = ({ plan: { transfers, needName, left } }: { plan: PayoutPlan }) => (
  <ul className="propose">
    {transfers.map(({ earningIds, amountFen }, i) => (
      <li key={i}>
        {copy.dialog.rows(earningIds.length)}
        <b>{moneyText(amountFen)}</b>
      </li>
    ))}
    {transfers.length > 1 && <li className="aside">{copy.dialog.transfers(transfers.length)}</li>}
    {needName.length > 0 && <li className="aside">{copy.dialog.needName(needName.length)}</li>}
    {left.length > 0 && <li className="aside">{copy.dialog.left(left.length)}</li>}
  </ul>
)
