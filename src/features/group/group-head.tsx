import { View } from '@tarojs/components'
import type { GroupView } from '@/contract/group-buy'
import type { EpochMs } from '@/domain/time'
import { CountDown } from '@/ui/count-down'
import { usePhone } from '@/ui/phone'
import { SeatRing } from '@/ui/seat-ring'
import { role } from '@/ui/tap'
import { copy } from './copy'
import type { Stance } from './stance'
import { headline, inviterLine, isEnough, momentText, seatsOf } from './words'
import './group.scss'

type Props = {
  readonly view: GroupView
  readonly stance: Stance
  /** Members who were there before; later ones arrive while one looks. */
  readonly known: number
  readonly news: string
  /** WeChat says paid, the shop hasn't heard. */
  readonly isConfirming: boolean
  /** The first free seat is for whoever reads, to take or to offer. */
  readonly onSeat: (() => void) | null
  readonly onClock: () => void
}

/** Who, how many are missing, until when: all that a neighbour must know at a glance. */
export const GroupHead = ({ view, stance, known, news, isConfirming, onSeat, onClock }: Props) => {
  const { members, size, product } = view
  const line = inviterLine(view, stance)
  return (
    <View className="group-head">
      {line && (
        <View className="group-inviter">
          <View className="b cut">{line.name}</View>
          <View>{line.rest}</View>
        </View>
      )}
      <SeatRing
        seats={seatsOf(view, stance, known, onSeat)}
        picture={product.picture}
        label={copy.ring(members.length, size)}
        isDone={stance === 'done' || stance === 'full'}
      />
      <Headline view={view} stance={stance} isConfirming={isConfirming} onClock={onClock} />
      {/* said, not shown: whoever looks has seen them sit down */}
      <View className="unseen" {...role(process.env.TARO_ENV === 'h5' ? 'status' : 'alert')}>
        {news}
      </View>
    </View>
  )
}

type HeadlineProps = Pick<Props, 'view' | 'stance' | 'isConfirming' | 'onClock'>

const Headline = ({ view, stance, isConfirming, onClock }: HeadlineProps) => {
  const title = isConfirming ? copy.head.confirming : headline(view, stance)
  const until = isConfirming ? null : clockOf(view, stance)
  const note = noteOf(view, stance, isConfirming, usePhone().now())
  return (
    <View className="group-title-box">
      <View className="group-title">
        {title ?? (
          <>
            {copy.missing.before}
            <View className="group-missing">{copy.missing.people(view.missing)}</View>
            {copy.missing.after}
          </>
        )}
      </View>
      {until && (
        <View className="row group-clock">
          <CountDown key={until.at} until={until.at} onEnd={onClock} />
          <View className="n2">{until.note}</View>
        </View>
      )}
      {note && <View className="n2 group-note">{note}</View>}
    </View>
  )
}

const clockOf = (view: GroupView, stance: Stance) => {
  const { deadlineAt, mine } = view
  if (stance === 'pay' && mine?.payDeadlineAt) return { at: mine.payDeadlineAt, note: copy.clock.pay }
  if (stance === 'choose' && mine?.chooseBy) return { at: mine.chooseBy, note: copy.clock.choose }
  const isOpen = stance === 'join' || stance === 'busy' || stance === 'member'
  const note = isEnough(view) ? copy.clock.enough : copy.clock.deadline
  return isOpen && deadlineAt ? { at: deadlineAt, note } : null
}

const noteOf = (view: GroupView, stance: Stance, isConfirming: boolean, now: EpochMs) => {
  const { note } = copy
  const { freesAt, filledAt, minSize, members, state } = view
  if (isConfirming) return note.confirming
  switch (stance) {
    case 'busy':
      if (freesAt) return note.busy(momentText(freesAt, now))
      return view.prices.some(({ left }) => left > 0) ? note.limit : note.soldOut
    case 'done':
      if (members.length < view.size) return note.doneEnough(members.length)
      return filledAt ? note.done(momentText(filledAt, now)) : null
    case 'full':
      return note.full
    case 'over':
      return state === 'dropped' ? note.closed : note.over
    case 'choose':
      return note.choose
    case 'refund':
      return note.expired
    case 'join':
    case 'member':
      if (minSize === null || minSize >= view.size) return null
      return isEnough(view) ? note.enough(minSize) : note.atLeast(minSize)
    case 'pay':
      return null
    default:
      return stance satisfies never
  }
}
