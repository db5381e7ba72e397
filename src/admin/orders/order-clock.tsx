import type { CallOutput } from '@/contract/index'
import { Clock } from '../parts/clock'
import { copy } from './copy'

type Row = CallOutput<'staff-order', 'list'>['rows'][number]

export const OrderClock = ({ clock, group }: Pick<Row, 'clock' | 'group'>) => {
  if (!clock) return <span className="orders__no-clock">—</span>
  const label =
    clock.kind === 'group' && group ? copy.groupMissing(group.size - group.confirmed) : copy.clocks[clock.kind]
  return (
    <Clock
      startsAt={clock.startAt}
      endsAt={clock.endAt}
      bySystem={clock.isSystem && clock.kind !== 'pay'}
      {...(label ? { label } : {})}
    />
  )
}
