/** A sale on the editor: fetched once, changed on the phone, sent back whole. */
import { useState } from 'react'
import type { CallInput } from '@/contract'
import type { SaleDraftView } from '@/contract/leader'
import { epochMs } from '@/domain/time'
import { call, read } from '@/platform/call'
import { saidOf } from '@/platform/said'
import { useScreen, type Screen } from '@/platform/screen'
import { asMember } from '@/platform/session'
import { notify } from '@/ui/notice'
import { refused } from './copy'
import { inputOf, isChanged, whyNot, type Draft } from './edit-draft'

export type SaleDraft = Omit<Screen<SaleDraftView>, 'show'> & {
  readonly draft: Draft | null
  /** As it was fetched or saved last. */
  readonly saved: Draft | null
  readonly isTouched: boolean
  readonly isSaving: boolean
  readonly change: (to: (draft: Draft) => Draft) => void
  /** Says what is missing and answers false, or true. */
  readonly check: () => boolean
  readonly save: (opens: boolean) => Promise<Draft | null>
}

export const useSaleDraft = (from: CallInput<'leader', 'draft'>): SaleDraft => {
  const [edited, setEdited] = useState<Draft | null>(null)
  const [isSaving, setIsSaving] = useState(false)
  const screen = useScreen<SaleDraftView>(
    () => asMember(() => read('leader', 'draft', from)),
    'saleId' in from ? from.saleId : from.from,
  )
  const saved = screen.view
  const draft = edited ?? saved
  const now = () => epochMs(Date.now())

  const check = (): boolean => {
    const no = draft && whyNot(draft, now())
    if (no) notify(refused[no.code], 'warn')
    return draft !== null && !no
  }
  const save = async (opens: boolean): Promise<Draft | null> => {
    if (!draft || isSaving) return null
    const input = inputOf(draft, opens, now())
    if (!input) {
      notify(refused['community.not-yours'], 'warn')
      return null
    }
    setIsSaving(true)
    const answer = await asMember(() => call('leader', 'saveSale', input))
    setIsSaving(false)
    if (!answer) return null
    if (!answer.ok) {
      notify(saidOf(answer, refused), 'warn')
      return null
    }
    setEdited(null)
    screen.show(answer.data)
    return answer.data
  }

  return {
    ...screen,
    draft,
    saved,
    isTouched: draft !== null && saved !== null && isChanged(draft, saved),
    isSaving,
    change: (to) => setEdited((was) => (was ?? saved) && to((was ?? saved) as Draft)),
    check,
    save,
  }
}
