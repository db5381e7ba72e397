import { useState } from 'react'
import { App, Button } from 'antd'
import type { CallOutput } from '@/contract/index'
import { minuteText } from '@/domain/time'
import { clockTone } from '../parts/clock'
import { copy as words } from '../parts/copy'
import { dueText } from '../parts/hour-text'
import { Icon } from '../parts/icon'
import { StateCell } from '../parts/state-cell'
import { timeLeftText } from '../parts/time-left'
import { useNow } from '../parts/use-now'
import { copy as acts } from './acts-copy'
import { copy, headClock } from './detail-copy'
import { stateParts } from './order-state'
import { orderNumberText } from '../parts/order-number'
import { printPicking } from './print-picking'

export type Order = CallOutput<'staff-order', 'detail'>

const fromText = ({ source }: Order): string => (source.kind === 'share' ? copy.shared(source.sharer) : copy.direct)

export const OrderHead = ({ order, onClose }: { order: Order; onClose: () => void }) => (
  <header className="order-head">
    <div className="order-head__line">
      <h2>{orderNumberText(order.number)}</h2>
      <span className="aside">{copy.placedAt(minuteText(order.placedAt), fromText(order))}</span>
      <span className="order-head__tools">
        <PrintButton order={order} />
        <button type="button" className="order-head__close" aria-label={words.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </span>
    </div>
    <div className="order-head__line">
      <StateCell parts={stateParts(order)} />
      <HeadClock clock={order.clock} />
    </div>
  </header>
)

const PrintButton = ({ order }: { order: Order }) => {
  const { message } = App.useApp()
  const [isBusy, setBusy] = useState(false)
  const print = async (): Promise<void> => {
    setBusy(true)
    await printPicking([order.id]).catch(() => message.error(acts.picking.failed))
    setBusy(false)
  }
  return (
    <Button size="small" icon={<Icon name="printer" size={14} />} loading={isBusy} onClick={() => void print()}>
      {copy.print}
    </Button>
  )
}

const HeadClock = ({ clock }: { clock: Order['clock'] }) => {
  const now = useNow()
  const left = (clock?.endAt ?? 0) - now
  if (!clock) return null
  return (
    <span className={`order-head__clock tone-${clockTone(left, { bySystem: clock.isSystem })}`}>
      {headClock[clock.kind](dueText(clock.endAt, now))} <b>{timeLeftText(left)}</b>
    </span>
  )
}
