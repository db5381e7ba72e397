import { View } from '@tarojs/components'
import type { AssistCardView } from '@/contract/assist'
import { Card } from '@/ui/card'
import { CountDown } from '@/ui/count-down'
import { usePhone } from '@/ui/phone'
import { ProgressRing } from '@/ui/progress-ring'
import { role } from '@/ui/tap'
import { copy } from './copy'
import { HelperSeats } from './helper-seats'
import { untilText } from './words'
import './assist.scss'

type Props = {
  readonly view: AssistCardView
  /** Helpers who were there before; later ones arrive while one looks. */
  readonly known: number
  readonly news: string
  readonly onClock: () => void
}

const words = copy.ring

/** How far it is: an arc a friend, who they are, and until when. */
export const CardHead = ({ view, known, news, onClock }: Props) => {
  const { state, helpers, missing, campaign, deadlineAt } = view
  const now = usePhone().now()
  const isOpen = state === 'collecting'
  return (
    <Card look="up">
      <View className={`assist-ring assist-ring-${state}`}>
        <ProgressRing
          seats={campaign.helpers}
          taken={helpers.length}
          label={words.label(helpers.length, campaign.helpers)}
        >
          <Middle view={view} />
        </ProgressRing>
      </View>
      <HelperSeats helpers={helpers} free={isOpen ? missing : 0} known={known} />
      {isOpen && (
        <View className="row assist-clock">
          <CountDown key={deadlineAt} until={deadlineAt} isSoft onEnd={onClock} />
          <View className="n2">{copy.clock(untilText(deadlineAt, now))}</View>
        </View>
      )}
      {/* said, not shown: whoever looks has seen them come */}
      <View className="unseen" {...role(process.env.TARO_ENV === 'h5' ? 'status' : 'alert')}>
        {news}
      </View>
    </Card>
  )
}

const Middle = ({ view: { state, helpers, missing, campaign } }: Pick<Props, 'view'>) => {
  if (state === 'unlocked') return <View className="assist-done">{words.done}</View>
  const isOpen = state === 'collecting'
  return (
    <>
      <View className="n2">{isOpen ? words.missing : words.reached}</View>
      <View className="assist-figure">
        {isOpen ? missing : helpers.length}
        <View className="assist-measure">{isOpen ? words.people : words.of(campaign.helpers)}</View>
      </View>
      {isOpen && <View className="n1">{words.count(helpers.length, campaign.helpers)}</View>}
    </>
  )
}
