/** The time a group has left. The system acts when it runs out, so it is blue; what is over shows how it went. */
import type { StaffGroupRow } from '@/contract/staff-group-buy'
import { DAY, later } from '@/domain/time'
import { Clock } from '../parts/clock'
import { durationText } from './duration-text'
import { copy } from './groups-copy'

export const GroupClock = ({ group }: { group: StaffGroupRow }) => {
  const { state, size, confirmed, openedAt, deadlineAt, filledAt } = group
  if (state === 'open' && deadlineAt !== null)
    return (
      <Clock
        startsAt={openedAt ?? later(deadlineAt, -DAY)}
        endsAt={deadlineAt}
        bySystem
        label={copy.missing(size - confirmed)}
      />
    )
  if (filledAt !== null && openedAt !== null)
    return <span className="aside">{copy.filledIn(durationText(filledAt - openedAt))}</span>
  return <span className="group-buy__none">—</span>
}
