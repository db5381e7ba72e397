/** The drawer's foot: the acts the server says are open, as far as one's role goes; the next duty is the primary button. */
import { Button } from 'antd'
import type { StaffAct } from '@/domain/order/order'
import type { Permission } from '@/domain/staff/roles'
import { useAct } from '../cloud/use-act'
import { useCan } from '../cloud/session'
import { ConfirmOnce } from '../parts/confirm-once'
import { copy as words } from './acts-copy'
import { copy } from './copy'
import type { Order } from './order-head'

const permissionOf = {
  ship: 'order.ship',
  'make-ready': 'order.ship',
  'hand-over': 'pickup.verify',
  refund: 'order.refund',
  'change-price': 'order.price',
  'change-address': 'order.ship',
  cancel: 'order.price',
  remark: 'order.read',
} as const satisfies Record<StaffAct, Permission>

const duties: readonly StaffAct[] = ['ship', 'make-ready', 'hand-over']
const others: readonly StaffAct[] = ['change-address', 'change-price', 'remark', 'refund', 'cancel']

type Props = { order: Order; onAct: (act: StaffAct) => void }

export const Acts = ({ order, onAct }: Props) => {
  const can = useCan()
  const isOpen = (act: StaffAct): boolean => order.acts.includes(act) && can(permissionOf[act])
  return (
    <footer className="order-drawer__foot">
      {others.filter(isOpen).map((act) =>
        act === 'cancel' ? (
          <CancelButton key={act} order={order} />
        ) : (
          <Button key={act} onClick={() => onAct(act)}>
            {copy.acts[act]}
          </Button>
        ),
      )}
      <span className="order-drawer__duty">
        {duties.filter(isOpen).map((act) =>
          act === 'make-ready' ? (
            <ReadyButton key={act} order={order} />
          ) : (
            <Button key={act} type="primary" onClick={() => onAct(act)}>
              {copy.acts[act]}
            </Button>
          ),
        )}
      </span>
    </footer>
  )
}

const CancelButton = ({ order }: { order: Order }) => {
  const { sure, note, act, done, refusals } = words.cancel
  const cancel = useAct('staff-order', 'cancel', refusals, { done })
  return (
    <ConfirmOnce title={sure} note={note} act={act} onSure={() => cancel.run({ orderId: order.id })}>
      <Button loading={cancel.isBusy}>{copy.acts.cancel}</Button>
    </ConfirmOnce>
  )
}

const ReadyButton = ({ order }: { order: Order }) => {
  const { sure, note, done, failed, refusals } = words.makeReady
  const makeReady = useAct('staff-order', 'makeReady', refusals, { done: ({ ready }) => (ready ? done : failed) })
  return (
    <ConfirmOnce
      title={sure}
      note={note}
      isLoss={false}
      act={copy.acts['make-ready']}
      onSure={() => makeReady.run({ orderIds: [order.id] })}
    >
      <Button type="primary" loading={makeReady.isBusy}>
        {copy.acts['make-ready']}
      </Button>
    </ConfirmOnce>
  )
}
