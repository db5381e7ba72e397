/** Orders that the leader writes down for neighbours: whoever gets the link pays. */
import { useState } from 'react'
import type { CallInput, CallOutput } from '@/contract'
import type { NeighbourDraftView } from '@/contract/sale'
import type { SaleDraftView } from '@/contract/leader'
import type { SaleId } from '@/domain/ids'
import { call, read } from '@/platform/call'
import { saidOf } from '@/platform/said'
import { useScreen, type Screen } from '@/platform/screen'
import { asMember } from '@/platform/session'
import { notify } from '@/ui/notice'
import { copy, refused } from './copy'

type Items = CallOutput<'leader', 'drafts'>
export type Written = CallOutput<'leader', 'writeDraft'>

export type Drafts = Omit<Screen<Items>, 'show'> & {
  /** What may be put into one; null until it is asked for. */
  readonly sale: SaleDraftView | null
  readonly busy: string | null
  readonly write: (draft: Omit<CallInput<'leader', 'writeDraft'>, 'saleId'>) => Promise<Written | null>
  readonly withdraw: (code: string) => Promise<boolean>
}

export const useDrafts = (saleId: SaleId): Drafts => {
  const [busy, setBusy] = useState<string | null>(null)
  const screen = useScreen<Items>(() => asMember(() => read('leader', 'drafts', { saleId })))
  const sale = useScreen<SaleDraftView>(() => asMember(() => read('leader', 'draft', { from: 'self', saleId })))

  const write: Drafts['write'] = async (draft) => {
    if (busy) return null
    setBusy('write')
    const answer = await asMember(() => call('leader', 'writeDraft', { saleId, ...draft }))
    setBusy(null)
    if (answer?.ok) {
      const { url: _, path: __, ...view } = answer.data
      screen.show({ items: [view satisfies NeighbourDraftView, ...(screen.view?.items ?? [])] })
      return answer.data
    }
    if (answer) notify(saidOf(answer, refused), 'warn')
    return null
  }
  const withdraw = async (code: string): Promise<boolean> => {
    if (busy) return false
    setBusy(code)
    const answer = await asMember(() => call('leader', 'withdrawDraft', { code }))
    setBusy(null)
    if (answer?.ok) {
      screen.show(answer.data)
      notify(copy.drafts.withdrawn, 'check')
      return true
    }
    if (answer) notify(saidOf(answer, refused), 'warn')
    return false
  }
  return { ...screen, sale: sale.view, busy, write, withdraw }
}
