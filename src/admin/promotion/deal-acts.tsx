/** Save and the moves of one deal; each move is asked once. Publishing what is not saved yet saves it first. */
import { Button } from 'antd'
import type { DealAct } from '@/contract/staff-promotion'
import { ConfirmOnce } from '../parts/confirm-once'
import { actWords, copy } from './copy'
import '../parts/deal.css'

type Props = {
  acts: readonly DealAct[]
  isDraft: boolean
  isOver: boolean
  changes: number
  /** In words; publishing is off while there is one. */
  problem: string | null
  canSave: boolean
  isBusy: boolean
  onSave: () => unknown
  onMove: (act: DealAct) => unknown
}

export const DealActs = ({ acts, isDraft, isOver, changes, problem, canSave, isBusy, onSave, onMove }: Props) => (
  <>
    {problem ? (
      <span className="problem">{problem}</span>
    ) : (
      changes > 0 && <span className="aside">{copy.unsaved(changes)}</span>
    )}
    {acts
      .filter((act) => act !== 'publish')
      .map((act) => (
        <ConfirmOnce
          key={act}
          title={actWords[act].sure}
          note={actWords[act].note}
          act={actWords[act].act}
          isLoss={actWords[act].isLoss}
          onSure={() => onMove(act)}
        >
          <Button disabled={isBusy}>{actWords[act].act}</Button>
        </ConfirmOnce>
      ))}
    {!isOver && (
      <Button
        type={isDraft ? 'default' : 'primary'}
        loading={isBusy}
        disabled={!canSave || (!isDraft && problem !== null) || (changes === 0 && acts.length > 0)}
        onClick={() => void onSave()}
      >
        {isDraft ? copy.saveDraft : copy.save}
      </Button>
    )}
    {isDraft && (
      <ConfirmOnce
        title={actWords.publish.sure}
        note={actWords.publish.note}
        act={actWords.publish.act}
        isLoss={false}
        isDisabled={!canSave || problem !== null}
        onSure={() => onMove('publish')}
      >
        <Button type="primary" disabled={!canSave || problem !== null} loading={isBusy}>
          {actWords.publish.act}
        </Button>
      </ConfirmOnce>
    )}
  </>
)
