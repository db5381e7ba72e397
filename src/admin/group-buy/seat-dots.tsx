/** Places of a group: paid, kept for who is paying, free. */
import type { StaffGroupRow } from '@/contract/staff-group-buy'
import './group-buy.css'

export const SeatDots = ({ size, confirmed, reserved }: Pick<StaffGroupRow, 'size' | 'confirmed' | 'reserved'>) => (
  <span className="seat-dots" aria-hidden>
    {Array.from({ length: size }, (_, seat) => (
      <i key={seat} className={seat < confirmed ? 'is-taken' : seat < confirmed + reserved ? 'is-kept' : ''} />
    ))}
  </span>
)
