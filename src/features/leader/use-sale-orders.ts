/** Who ordered what in a sale, by tab and text, page by page; what a leader does to a row. */
import { useEffect, useState } from 'react'
import type { SaleOrderRow, SaleOrderTab } from '@/contract/leader'
import type { OrderId, SaleId } from '@/domain/ids'
import { SECOND } from '@/domain/time'
import { call, read, type Answer } from '@/platform/call'
import { handOverFile } from '@/platform/hand-over-file'
import { useMore, type More } from '@/platform/more'
import { saidOf } from '@/platform/said'
import { useScreen, type Screen } from '@/platform/screen'
import { asMember } from '@/platform/session'
import { notify } from '@/ui/notice'
import { copy, refused } from './copy'

const TYPING = 0.3 * SECOND

type Row = SaleOrderRow & { readonly id: OrderId }
type Rows = {
  readonly items: readonly Row[]
  readonly next: string | null
  readonly counts: Record<SaleOrderTab, number>
}

export type SaleOrders = Omit<Screen<Rows>, 'show'> & {
  readonly tab: SaleOrderTab
  readonly toTab: (tab: SaleOrderTab) => void
  readonly text: string
  readonly type: (text: string) => void
  readonly list: More<Row>
  readonly busy: string | null
  readonly nudge: (orderId: OrderId) => void
  readonly returnBag: (orderId: OrderId) => Promise<boolean>
  readonly exportAll: () => void
}

export const useSaleOrders = (saleId: SaleId, first: SaleOrderTab): SaleOrders => {
  const [tab, toTab] = useState(first)
  const [typed, type] = useState('')
  const [text, setText] = useState('')
  const [busy, setBusy] = useState<string | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setText(typed.trim()), TYPING)
    return () => clearTimeout(timer)
  }, [typed])

  const load = async (cursor?: string): Promise<Answer<Rows> | null> => {
    const wish = { saleId, tab, ...(text ? { text } : {}), ...(cursor ? { cursor } : {}) }
    const answer = await asMember(() => read('leader', 'orders', wish))
    if (!answer?.ok) return answer
    return { ok: true, data: { ...answer.data, items: answer.data.items.map((row) => ({ ...row, id: row.orderId })) } }
  }
  const screen = useScreen<Rows>(() => load(), `${tab}.${text}`)
  const list = useMore(screen.view, async (cursor) => {
    const answer = await load(cursor)
    return answer ?? { ok: false, refusal: { code: 'sign-in.required' } }
  })

  const act = async <T>(name: string, work: () => Promise<Answer<T>>): Promise<T | null> => {
    if (busy) return null
    setBusy(name)
    const answer = await asMember(work)
    setBusy(null)
    if (answer?.ok) return answer.data
    if (answer) notify(saidOf(answer, refused), 'warn')
    return null
  }
  const nudge = async (orderId: OrderId) => {
    const done = await act(orderId, () => call('leader', 'nudge', { saleId, orderIds: [orderId] }))
    if (done) notify(done.nudged > 0 ? copy.unpaid.sent : copy.unpaid.none, 'bell')
  }
  const exportAll = async () => {
    const file = await act('csv', () => call('leader', 'exportOrders', { saleId }))
    if (!file) return
    notify((await handOverFile(file.fileName, file.csv)) ? copy.orders.kept : copy.orders.notKept)
  }
  return {
    ...screen,
    tab,
    toTab,
    text: typed,
    type,
    list,
    busy,
    nudge: (orderId) => void nudge(orderId),
    returnBag: async (orderId) => {
      const done = await act(orderId, () => call('leader', 'returnBag', { saleId, orderId }))
      if (!done) return false
      notify(copy.orders.returned, 'check')
      void screen.ask()
      return true
    },
    exportAll: () => void exportAll(),
  }
}
