/** The leader's books of a month, page by page, and what waits for a yes. */
import { useState } from 'react'
import type { CallOutput } from '@/contract'
import type { StatementRowView, StatementView, TransferView } from '@/contract/earning'
import { call, read } from '@/platform/call'
import { confirmTransfer } from '@/platform/confirm-transfer'
import { handOverFile } from '@/platform/hand-over-file'
import { saidOf } from '@/platform/said'
import { useScreen, type Screen } from '@/platform/screen'
import { asMember } from '@/platform/session'
import { notify } from '@/ui/notice'
import { copy, refused } from './copy'

export type Earnings = Omit<Screen<StatementView>, 'show'> & {
  readonly payouts: CallOutput<'earning', 'payouts'>['items']
  /** Null: the month of now. */
  readonly toMonth: (month: string) => void
  readonly rows: readonly StatementRowView[]
  readonly busy: string | null
  readonly more: () => void
  readonly confirm: (transfer: TransferView) => Promise<void>
  readonly exportMonth: () => void
}

export const useEarnings = (): Earnings => {
  const [month, toMonth] = useState<string | null>(null)
  const [busy, setBusy] = useState<string | null>(null)
  const [later, setLater] = useState<{ of: StatementView | null; rows: readonly StatementRowView[]; page: number }>({
    of: null,
    rows: [],
    page: 1,
  })
  const screen = useScreen<StatementView>(
    () => asMember(() => read('earning', 'statement', month === null ? {} : { month })),
    month ?? '',
  )
  const paid = useScreen<CallOutput<'earning', 'payouts'>>(() => asMember(() => read('earning', 'payouts', {})))
  const { view } = screen
  const grown = later.of === view ? later : { of: view, rows: [], page: 1 }

  const more = async () => {
    if (!view || busy) return
    setBusy('more')
    const page = grown.page + 1
    const answer = await asMember(() => read('earning', 'statement', { month: view.month, page }))
    setBusy(null)
    if (answer?.ok) setLater({ of: view, rows: [...grown.rows, ...answer.data.rows], page })
    else if (answer) notify(saidOf(answer, refused))
  }
  /** WeChat asks; what became of it is what the shop hears, not what the phone says. */
  const confirm = async ({ id }: TransferView) => {
    if (busy) return
    setBusy(id)
    const ask = await asMember(() => call('earning', 'confirmTransfer', { transferId: id }))
    if (!ask?.ok) {
      setBusy(null)
      if (ask) notify(saidOf(ask, refused), 'warn')
      return void paid.ask()
    }
    const said = await confirmTransfer(ask.data)
    const checked = said === 'yes' ? await call('earning', 'checkTransfer', { transferId: id }) : null
    setBusy(null)
    if (said !== 'yes') return notify(copy.payouts[said])
    notify(checked?.ok && checked.data.state === 'paid' ? copy.payouts.paid : copy.payouts.waiting, 'check')
    await Promise.all([paid.ask(), screen.ask()])
  }
  const exportMonth = async () => {
    if (!view || busy) return
    setBusy('csv')
    const answer = await asMember(() => read('earning', 'exportStatement', { month: view.month }))
    setBusy(null)
    if (!answer?.ok) return answer ? notify(saidOf(answer, refused)) : undefined
    const isKept = await handOverFile(answer.data.fileName, answer.data.csv)
    notify(isKept ? copy.statement.kept : copy.statement.notKept)
  }
  return {
    ...screen,
    ask: async () => void (await Promise.all([screen.ask(), paid.ask()])),
    payouts: paid.view?.items ?? [],
    toMonth,
    rows: [...(view?.rows ?? []), ...grown.rows],
    busy,
    more: () => void more(),
    confirm,
    exportMonth: () => void exportMonth(),
  }
}
