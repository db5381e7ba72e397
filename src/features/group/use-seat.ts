/** What one may do with a seat of one's own: pay for it, leave it, or choose another when it was gone. */
import { useState } from 'react'
import type { CallInput } from '@/contract'
import type { GroupSeatView, GroupView } from '@/contract/group-buy'
import type { GroupId } from '@/domain/ids'
import { call } from '@/platform/call'
import { payOrder } from '@/platform/pay-order'
import { saidOf } from '@/platform/said'
import { notify } from '@/ui/notice'
import { copy, refused } from './copy'

export type Choice = CallInput<'group-buy', 'choose'>['choice']
type Busy = 'pay' | 'leave' | Choice['kind']

type Ends = {
  readonly onView: (view: GroupView) => void
  /** Something is different now: look again. `isWaiting`: WeChat says paid, the shop hasn't heard. */
  readonly onChange: (isWaiting: boolean) => Promise<void>
  readonly onMoved: (groupId: GroupId) => void
}

export const useSeat = (seat: GroupSeatView | null, groupId: GroupId, { onView, onChange, onMoved }: Ends) => {
  const [busy, setBusy] = useState<Busy | null>(null)
  const during = async (what: Busy, run: () => Promise<void>): Promise<void> => {
    if (busy) return
    setBusy(what)
    try {
      await run()
    } finally {
      setBusy(null)
    }
  }

  const pay = () =>
    during('pay', async () => {
      if (!seat) return
      const paid = await payOrder(seat.orderId)
      if (!paid.ok) notify(saidOf(paid, refused))
      else if (paid.data !== 'paid' && paid.data !== 'waiting') notify(copy.notPaid)
      await onChange(paid.ok && paid.data === 'waiting')
    })

  const leave = () =>
    during('leave', async () => {
      const left = await call('group-buy', 'leave', { groupId })
      if (left.ok) {
        onView(left.data)
        return notify(seat?.state === 'reserved' ? copy.leave.doneUnpaid : copy.leave.done, 'check')
      }
      notify(saidOf(left, refused))
      await onChange(false)
    })

  const choose = (choice: Choice) =>
    during(choice.kind, async () => {
      if (!seat) return
      const chosen = await call('group-buy', 'choose', { orderId: seat.orderId, choice })
      if (!chosen.ok) {
        notify(saidOf(chosen, refused))
        return onChange(false)
      }
      notify({ join: copy.choose.moved, open: copy.choose.opened, refund: copy.choose.refunded }[choice.kind], 'check')
      if (chosen.data.groupId && chosen.data.groupId !== groupId) return onMoved(chosen.data.groupId)
      await onChange(false)
    })

  return { busy, pay: () => void pay(), leave: () => void leave(), choose: (choice: Choice) => void choose(choice) }
}
