/** The editor: what the sale is about at the left, its goods with their prices at the right. Opening waits for the rule's word. */
import { useState } from 'react'
import { Button } from 'antd'
import { useNavigate } from 'react-router-dom'
import type { SaleDraftView } from '@/contract/leader'
import { mayEdit } from '@/domain/sale/edit'
import { epochMs } from '@/domain/time'
import { refusalText } from '../cloud/refusal-text'
import { useAct } from '../cloud/use-act'
import { useCan } from '../cloud/session'
import { ConfirmOnce } from '../parts/confirm-once'
import { Page } from '../parts/page'
import { StateTag } from '../parts/state-cell'
import { UnsavedGuard } from '../parts/unsaved-guard'
import { saleStates, termsRefusals } from './copy'
import { draftOf, isChanged, problemOf, saveInput } from './draft'
import { copy, saveRefusals } from './editor-copy'
import { GoodsCard } from './goods-card'
import { TermsCard } from './terms-card'
import './sales.css'
import './editor.css'

export const SaleEditor = ({ view, isNew }: { view: SaleDraftView; isNew: boolean }) => {
  const [kept] = useState(() => draftOf(view))
  const [draft, setDraft] = useState(kept)
  const [isStored, setStored] = useState(false)
  const go = useNavigate()
  const can = useCan()
  const saving = useAct('staff-sale', 'save', saveRefusals, { done: ({ state }) => doneText(state, view) })
  const isDraft = view.state === 'draft'
  const canWrite = can('community.write') && view.communityId === null && (isDraft || mayEdit(view.state, 'note'))
  const changed = isNew || isChanged(kept, draft)
  const problem = isDraft ? problemOf(draft, epochMs(Date.now())) : null
  const store = async (opens: boolean): Promise<void> => {
    if (!(await saving.run(saveInput(view, draft, opens)))) return
    // the guard has to know before the address changes
    setStored(true)
    setTimeout(() => void go(opens || !isDraft ? `/sales/${view.id}` : `/sales/${view.id}/edit`, { replace: true }))
  }
  return (
    <Page
      title={isNew ? copy.new : draft.title || copy.new}
      aside={
        <>
          <span>{copy.crumb}</span>
          <StateTag {...saleStates[view.state]} />
        </>
      }
      actions={
        canWrite && (
          <>
            {problem && draft.lines.length > 0 && (
              <span className="problem">{refusalText(termsRefusals, problem)}</span>
            )}
            <Button disabled={!changed} loading={saving.isBusy} onClick={() => void store(false)}>
              {isDraft ? copy.save : copy.saveOpen}
            </Button>
            {isDraft && (
              <ConfirmOnce
                title={copy.openSure}
                note={copy.openNote}
                act={copy.open}
                isLoss={false}
                isDisabled={problem !== null}
                onSure={() => store(true)}
              >
                <Button type="primary" disabled={problem !== null} loading={saving.isBusy}>
                  {copy.open}
                </Button>
              </ConfirmOnce>
            )}
          </>
        )
      }
    >
      {!isDraft && <p className="sale-editor__fixed">{view.communityId === null ? copy.fixed : copy.theirs}</p>}
      <div className="sale-editor">
        <TermsCard view={view} draft={draft} isOff={!canWrite} problem={problem} onChange={setDraft} />
        <GoodsCard view={view} draft={draft} isOff={!canWrite} problem={problem} onChange={setDraft} />
      </div>
      <UnsavedGuard isUnsaved={canWrite && !isStored && isChanged(kept, draft)} />
    </Page>
  )
}

const doneText = (state: SaleDraftView['state'], before: SaleDraftView): string =>
  state === 'open' && before.state === 'draft' ? copy.opened : copy.saved
