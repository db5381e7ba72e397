/** Acts on an order: each asks once where it can't be undone, answers with the new view, and says how it ended. */
import { useState } from 'react'
import type { OrderView } from '@/contract/order'
import type { OrderId } from '@/domain/ids'
import type { ShopperAct } from '@/domain/order/order'
import { call, type Answer } from '@/platform/call'
import { payOrder } from '@/platform/pay-order'
import { saidOf } from '@/platform/said'
import { notify } from '@/ui/notice'
import { copy, refused } from './copy'

type Asking = 'cancel' | 'cancel-paid' | 'confirm-receipt'
const mustAsk = (act: ShopperAct): act is Asking =>
  act === 'cancel' || act === 'cancel-paid' || act === 'confirm-receipt'

export type Acts = {
  /** The act that waits for a yes. */
  readonly asking: { readonly orderId: OrderId; readonly act: Asking } | null
  readonly busy: ShopperAct | null
  readonly start: (orderId: OrderId, act: ShopperAct) => void
  readonly say: (isYes: boolean) => void
}

type Ends = {
  readonly onView: (view: OrderView) => void
  /** The pay sheet has closed. */
  readonly onPaid: (orderId: OrderId, isPaid: boolean) => void
  readonly onBuyAgain: (orderId: OrderId) => void
  readonly onChangeAddress: (orderId: OrderId) => void
}

export const useActs = (ends: Ends): Acts => {
  const [asking, setAsking] = useState<Acts['asking']>(null)
  const [busy, setBusy] = useState<ShopperAct | null>(null)

  const send = async (orderId: OrderId, act: Asking): Promise<void> => {
    setBusy(act)
    const answer: Answer<OrderView> = await call('order', act === 'confirm-receipt' ? 'confirmReceipt' : 'cancel', {
      orderId,
    })
    setBusy(null)
    if (!answer.ok) return notify(saidOf(answer, refused))
    ends.onView(answer.data)
    notify(copy.done[act])
  }

  const payNow = async (orderId: OrderId): Promise<void> => {
    setBusy('pay')
    const paid = await payOrder(orderId)
    setBusy(null)
    if (!paid.ok) return notify(saidOf(paid, refused))
    const isPaid = paid.data === 'paid' || paid.data === 'waiting'
    if (!isPaid) notify(copy.stillHere)
    ends.onPaid(orderId, isPaid)
  }

  return {
    asking,
    busy,
    start: (orderId, act) => {
      if (busy) return
      if (mustAsk(act)) return setAsking({ orderId, act })
      if (act === 'pay') return void payNow(orderId)
      if (act === 'buy-again') return ends.onBuyAgain(orderId)
      ends.onChangeAddress(orderId)
    },
    say: (isYes) => {
      const now = asking
      setAsking(null)
      if (isYes && now) void send(now.orderId, now.act)
    },
  }
}
