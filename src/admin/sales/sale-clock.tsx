/** How long a sale still takes orders; afterwards when it ended. */
import type { StaffSaleRow } from '@/contract/staff-sale'
import { minuteText } from '@/domain/time'
import { Clock } from '../parts/clock'

export const SaleClock = ({ sale: { state, startsAt, endsAt } }: { sale: StaffSaleRow }) =>
  state === 'open' ? (
    <Clock startsAt={startsAt} endsAt={endsAt} bySystem />
  ) : (
    <span className="aside">{minuteText(endsAt)}</span>
  )
