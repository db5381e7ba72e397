import type { GroupSeatView } from '@/contract/group-buy'
import { View } from '@tarojs/components'
import { yuanText } from '@/domain/money'
import { minuteText } from '@/domain/time'
import { Card, CardHead } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { copy } from './copy'
import './group.scss'

const words = copy.receipt

/** What went back, when it was asked for, and when it is there at the latest. */
export const Receipt = ({ seat }: { readonly seat: GroupSeatView }) => {
  const { refund } = seat
  if (!refund) return null
  const { amountFen, state, wantedAt, doneAt, expectedBy } = refund
  return (
    <Card look="up">
      <CardHead title={`${words.title} ¥${yuanText(amountFen)}`} note={words.state[state]} />
      <View className="mt2">
        <ListRow title={words.wantedAt} note={minuteText(wantedAt)} />
        <ListRow
          title={doneAt ? words.doneAt : words.expected}
          note={doneAt ? minuteText(doneAt) : minuteText(expectedBy)}
        />
        <ListRow title={words.to} note={words.toWay} />
      </View>
      {!doneAt && <View className="n1 mt2">{words.eta}</View>}
    </Card>
  )
}
