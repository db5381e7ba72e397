/** The workbench: one question when it opens and quietly again while it is in sight. What was seen last stays on the phone for the evening without a network. */
import { useState } from 'react'
import type { SaleBoard, WorkbenchView } from '@/contract/leader'
import type { OrderId, SaleId } from '@/domain/ids'
import type { SaleAct } from '@/domain/sale/sale'
import { epochMs, SECOND, type EpochMs } from '@/domain/time'
import { call, read } from '@/platform/call'
import { useAskAgain } from '@/platform/page'
import { saidOf } from '@/platform/said'
import { useScreen, type Screen } from '@/platform/screen'
import { asMember, useMe, useSession } from '@/platform/session'
import { keep, recall } from '@/platform/storage'
import { notify } from '@/ui/notice'
import { copy, refused } from './copy'

const PULSE = 15 * SECOND

export type Bench = Omit<Screen<WorkbenchView>, 'show'> & {
  /** The sale that is looked at: the one the workbench opened with, or another that was picked. */
  readonly board: SaleBoard | null
  /** Set where what is seen is what the phone remembers. */
  readonly seenAt: EpochMs | null
  readonly busy: string | null
  readonly pick: (saleId: SaleId) => void
  readonly nudge: (orderId: OrderId) => void
  readonly move: (act: SaleAct) => Promise<boolean>
}

export const useBench = (): Bench => {
  const [picked, setPicked] = useState<SaleBoard | null>(null)
  const [busy, setBusy] = useState<string | null>(null)
  const me = useMe()
  const screen = useScreen<WorkbenchView>(async () => {
    const answer = await asMember(() => read('leader', 'today', {}))
    if (answer?.ok) remember(answer.data)
    return answer
  })
  const kept = screen.view || screen.trouble?.refusal?.code === 'leader.not-approved' ? null : seenBefore(me?.id)
  const view = screen.view ?? kept?.view ?? null
  const board = view && (picked && view.others.some(({ id }) => id === picked.id) ? picked : view.sale)

  const { ask } = screen
  useAskAgain(screen.view?.sale?.state === 'open', PULSE, ask)

  const showBoard = (next: SaleBoard) => {
    if (screen.view?.sale?.id === next.id) screen.show({ ...screen.view, sale: next })
    else setPicked(next)
  }
  const pick = async (saleId: SaleId) => {
    if (saleId === view?.sale?.id) return setPicked(null)
    setBusy(saleId)
    const answer = await asMember(() => read('leader', 'board', { saleId }))
    setBusy(null)
    if (answer?.ok) return setPicked(answer.data)
    if (answer) notify(saidOf(answer, refused))
  }
  const nudge = async (orderId: OrderId) => {
    if (!board || busy) return
    setBusy(orderId)
    const answer = await asMember(() => call('leader', 'nudge', { saleId: board.id, orderIds: [orderId] }))
    setBusy(null)
    if (!answer) return
    if (!answer.ok) return notify(saidOf(answer, refused))
    showBoard({ ...board, unpaid: answer.data.unpaid })
    notify(answer.data.nudged > 0 ? copy.unpaid.sent : copy.unpaid.none, 'bell')
  }
  const move = async (act: SaleAct): Promise<boolean> => {
    if (!board || busy || act === 'settle') return false
    setBusy(act)
    const answer = await asMember(() => call('leader', 'moveSale', { saleId: board.id, act }))
    setBusy(null)
    if (!answer) return false
    if (!answer.ok) {
      notify(saidOf(answer, refused))
      return false
    }
    showBoard(answer.data)
    notify(copy.done[act], 'check')
    void ask()
    return true
  }

  return {
    ...screen,
    view,
    board,
    seenAt: kept ? epochMs(kept.at) : null,
    busy,
    pick: (saleId) => void pick(saleId),
    nudge: (orderId) => void nudge(orderId),
    move,
  }
}

const remember = (view: WorkbenchView): void => {
  const { me } = useSession.getState()
  if (me) keep('bench', { of: me.id, at: Date.now(), view })
}

/** Another leader's numbers are nobody's business, not even on the same phone. */
const seenBefore = (memberId: string | undefined) => {
  const kept = recall('bench')
  return kept && (memberId === undefined || kept.of === memberId) ? kept : null
}
