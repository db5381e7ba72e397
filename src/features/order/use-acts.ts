/** Acts on an order: each asks once where it can't be undone, answers with the new view, and says how it ended. */
import { useState } from 'react'
import type { OrderView } from '@/contract/order'
import type { OrderId } from '@/domain/ids'
import type { ShopperAct } from '@/domain/order/order'
import type { Quote } from '@/domain/pricing/quote'
import { call, type Answer } from '@/platform/call'
import { payOrder } from '@/platform/pay-order'
import { saidOf } from '@/platform/said'
import { notify } from '@/ui/notice'
import { actText, copy, leaveText, refused } from './copy'

type Asking = 'cancel' | 'cancel-paid' | 'confirm-receipt'
const mustAsk = (act: ShopperAct): act is Asking =>
  act === 'cancel' || act === 'cancel-paid' || act === 'confirm-receipt'

/** Where a list does not know the quote, nothing is said of what it used. */
type Acted = Pick<OrderView, 'id' | 'trade'> & { readonly quote?: Quote }
/** By what name it is asked and told: a paid order that waits for its group is left, not cancelled. */
const nameOf = (act: Asking, { trade }: Acted): Asking | 'leave-group' =>
  act === 'cancel-paid' && trade === 'awaiting-group' ? 'leave-group' : act

const GIVEN_BACK = ['coupon', 'delivery-coupon', 'points']
const givesBack = (act: Asking, { quote }: Acted): boolean =>
  act !== 'confirm-receipt' && !!quote?.steps.some((step) => GIVEN_BACK.includes(step.kind) && step.amountFen < 0)

/** What the button of an act says. */
export const actWords = (act: ShopperAct, trade: Acted['trade']): string =>
  act === 'cancel-paid' && trade === 'awaiting-group' ? leaveText : actText[act]

export type Acts = {
  /** The act that waits for a yes. */
  readonly asking: {
    readonly orderId: OrderId
    readonly act: Asking
    readonly name: keyof typeof copy.confirm
    /** Coupons or points were used, which a cancelled order gives back. */
    readonly givesBack: boolean
  } | null
  readonly busy: ShopperAct | null
  readonly start: (order: Acted, act: ShopperAct) => void
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

  const send = async ({ orderId, act, name }: NonNullable<Acts['asking']>): Promise<void> => {
    setBusy(act)
    const answer: Answer<OrderView> = await call('order', act === 'confirm-receipt' ? 'confirmReceipt' : 'cancel', {
      orderId,
    })
    setBusy(null)
    if (!answer.ok) return notify(saidOf(answer, refused))
    ends.onView(answer.data)
    notify(copy.done[name])
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
    start: (order, act) => {
      if (busy) return
      if (mustAsk(act))
        return setAsking({ orderId: order.id, act, name: nameOf(act, order), givesBack: givesBack(act, order) })
      if (act === 'pay') return void payNow(order.id)
      if (act === 'buy-again') return ends.onBuyAgain(order.id)
      ends.onChangeAddress(order.id)
    },
    say: (isYes) => {
      const now = asking
      setAsking(null)
      if (isYes && now) void send(now)
    },
  }
}
