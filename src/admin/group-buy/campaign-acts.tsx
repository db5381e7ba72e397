/** What can be done with the campaign now; one primary button, and each move asked once with what becomes of open groups. */
import { Button } from 'antd'
import { Link } from 'react-router-dom'
import type { CallInput } from '@/contract/index'
import type { CampaignView } from '@/contract/staff-group-buy'
import { epochMs, minuteText } from '@/domain/time'
import { ConfirmOnce } from '../parts/confirm-once'
import { dropDraft, moves, publishLater } from './copy'
import { copy as words } from './editor-copy'
import type { CampaignActs as Acts, Move } from './use-campaign-acts'

type Props = {
  campaign: CampaignView | null
  /** Null while it can't be saved. */
  input: CallInput<'staff-group-buy', 'saveCampaign'> | null
  changes: number
  problem: string | null
  acts: Acts
}

export const CampaignActs = ({ campaign, input, changes, problem, acts }: Props) => {
  const status = campaign?.status ?? 'draft'
  const isDraft = status === 'draft'
  if (status === 'ended' && campaign)
    return (
      <Link to={`/campaigns/group-buy/new?from=${campaign.id}`}>
        <Button>{words.copyOne}</Button>
      </Link>
    )
  const isUnsaved = changes > 0 || campaign === null
  const isLater = input !== null && input.startsAt > Date.now()
  return (
    <>
      {problem && isUnsaved ? (
        <span className="problem">{problem}</span>
      ) : (
        changes > 0 && <span className="aside">{words.unsaved(changes)}</span>
      )}
      {campaign && <MoveButton act="end" campaign={campaign} acts={acts} />}
      {status === 'live' && campaign && <MoveButton act="pause" campaign={campaign} acts={acts} />}
      {status === 'paused' && campaign && <MoveButton act="resume" campaign={campaign} acts={acts} />}
      <Button
        type={isDraft ? 'default' : 'primary'}
        loading={acts.isSaving}
        disabled={!input || !isUnsaved}
        onClick={() => input && void acts.save(input)}
      >
        {isDraft ? words.saveDraft : words.save}
      </Button>
      {isDraft && (
        <ConfirmOnce
          title={isLater ? publishLater(minuteText(epochMs(input.startsAt))) : moves.publish.sure}
          note={moves.publish.note()}
          act={moves.publish.act}
          isLoss={false}
          isDisabled={!input}
          onSure={() => acts.move(campaign, 'publish', isUnsaved ? input : null)}
        >
          <Button type="primary" disabled={!input} loading={acts.isMoving}>
            {moves.publish.act}
          </Button>
        </ConfirmOnce>
      )}
    </>
  )
}

const MoveButton = ({ act, campaign, acts }: { act: Move; campaign: CampaignView; acts: Acts }) => {
  const isDrop = act === 'end' && campaign.status === 'draft'
  const words = isDrop ? dropDraft : moves[act]
  return (
    <ConfirmOnce
      title={words.sure}
      note={words.note(campaign.openGroups)}
      act={words.act}
      isLoss={isDrop || moves[act].isLoss}
      onSure={() => acts.move(campaign, act, null, words.done)}
    >
      <Button disabled={acts.isBusy}>{words.act}</Button>
    </ConfirmOnce>
  )
}
