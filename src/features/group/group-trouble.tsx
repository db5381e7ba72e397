import { go } from '@/platform/navigate'
import { pageSaidOf } from '@/platform/said'
import type { Trouble } from '@/platform/screen'
import { EmptyState } from '@/ui/empty-state'
import { ErrorState } from '@/ui/error-state'
import { copy } from './copy'

type Props = { readonly trouble: Trouble; readonly isAsking: boolean; readonly onAgain: () => void }

/** A link that leads to no group leads nowhere by asking again; a line that broke may. */
export const GroupTrouble = ({ trouble, isAsking, onAgain }: Props) =>
  trouble.refusal ? (
    <EmptyState title={copy.lostTitle} note={copy.lostNote} action={copy.lostAction} onTap={go.home} />
  ) : (
    <ErrorState {...pageSaidOf(trouble)} facts={copy.safe} isBusy={isAsking} onTap={onAgain} />
  )
