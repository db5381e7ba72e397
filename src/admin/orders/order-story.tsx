/** One timeline for all three axes, newest first, the next duty on top. */
import { axisOf } from '@/domain/order/events'
import type { Axis } from '@/domain/order/events'
import { minuteText } from '@/domain/time'
import type { EpochMs } from '@/domain/time'
import { clockTone } from '../parts/clock'
import { dueText } from '../parts/hour-text'
import { timeLeftText } from '../parts/time-left'
import { Timeline } from '../parts/timeline'
import type { TimelineEvent } from '../parts/timeline'
import { useNow } from '../parts/use-now'
import { axisNames, copy, dutyText, eventText } from './detail-copy'
import type { Order } from './order-head'

const dutyAxis = {
  ship: 'fulfilment',
  pay: 'trade',
  'pick-up': 'fulfilment',
  refund: 'money',
  confirm: 'fulfilment',
  group: 'trade',
  choose: 'trade',
} as const satisfies Record<NonNullable<Order['clock']>['kind'], Axis>

const dutyOf = ({ clock }: Order, now: EpochMs): TimelineEvent[] => {
  if (!clock) return []
  const { title, note } = dutyText[clock.kind]
  const left = clock.endAt - now
  return [
    {
      key: 'duty',
      axis: axisNames[dutyAxis[clock.kind]],
      title,
      note: note(dueText(clock.endAt, now), timeLeftText(left)),
      tone: clockTone(left, { bySystem: clock.isSystem }),
      isDuty: true,
    },
  ]
}

export const OrderStory = ({ order }: { order: Order }) => {
  const now = useNow()
  const happened = order.timeline.map((entry, place): TimelineEvent => {
    const { title, note, tone } = eventText(entry)
    return {
      key: String(place),
      axis: axisNames[axisOf[entry.event.kind]],
      title,
      note,
      when: minuteText(entry.at),
      ...(tone ? { tone } : {}),
    }
  })
  return (
    <section>
      <h3 className="order-drawer__title">{copy.story}</h3>
      <Timeline events={[...dutyOf(order, now), ...happened.reverse()]} />
    </section>
  )
}
