import { pageSaidOf } from '@/platform/said'
import type { Trouble } from '@/platform/screen'
import { EmptyState } from '@/ui/empty-state'
import { ErrorState } from '@/ui/error-state'
import { copy, refused } from './copy'

type Props = {
  readonly trouble: Trouble
  readonly isAsking: boolean
  readonly onAgain: () => void
  readonly onHome: () => void
}

/** A link that leads to no card leads nowhere by asking again; a line that broke may. */
export const AssistTrouble = ({ trouble, isAsking, onAgain, onHome }: Props) =>
  trouble.refusal?.code === 'assist.unknown' || trouble.refusal?.code === 'input.invalid' ? (
    <EmptyState title={copy.lostTitle} note={copy.lostNote} action={copy.lostAction} onTap={onHome} />
  ) : (
    <ErrorState {...pageSaidOf(trouble, refused)} facts={copy.safe} isBusy={isAsking} onTap={onAgain} />
  )
