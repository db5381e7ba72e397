import { shopClock, type EpochMs } from '@/domain/time'
import { useOnline } from '@/platform/network'
import { Chip } from '@/ui/chip'
import { copy } from './copy'
import { waitingOf } from './queue'
import { useHeld } from './store'
import './hand-over.scss'

/** Whether the shop knows all that this phone knows. `seenAt`: the page itself shows what was seen then. */
export const SyncBadge = ({ seenAt = null }: { readonly seenAt?: EpochMs | null }) => {
  const isOnline = useOnline()
  const waiting = useHeld(({ scans }) => waitingOf(scans).length)
  const isCut = useHeld((held) => held.isCut) || !isOnline || seenAt !== null
  return (
    <Chip icon={isCut ? 'offline' : 'wifi'} tone={waiting > 0 || isCut ? 'honey' : 'plain'} className="sync-badge">
      {isCut ? cutText(waiting, seenAt) : waiting > 0 ? copy.badge.waiting(waiting) : copy.badge.done}
    </Chip>
  )
}

const cutText = (waiting: number, seenAt: EpochMs | null): string => {
  if (waiting > 0) return copy.badge.offlineWaiting(waiting)
  if (seenAt === null) return copy.badge.offline
  const { hour, minute } = shopClock(seenAt)
  return copy.badge.at(copy.clock(hour, minute))
}
