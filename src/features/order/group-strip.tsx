import { View } from '@tarojs/components'
import type { OrderGroupView } from '@/contract/order'
import type { GroupId } from '@/domain/ids'
import { Card } from '@/ui/card'
import { CountDown } from '@/ui/count-down'
import { Icon } from '@/ui/icon'
import { tap } from '@/ui/tap'
import { copy } from './copy'
import './order.scss'

type Props = {
  readonly group: OrderGroupView
  readonly onOpen: (groupId: GroupId) => void
  readonly onDeadline: () => void
}

/** The group an order was bought in: how far it is, until when, and the way to its page. */
export const GroupStrip = ({ group, onOpen, onDeadline }: Props) => {
  const { id, state, seat, size, confirmed, deadlineAt, chooseBy } = group
  const words = copy.group.seat[seat] ?? copy.group.state[state]
  const until = seat === 'lost' ? chooseBy : state === 'open' ? deadlineAt : null
  const title = `${copy.group.title(size)} · ${copy.group.count(confirmed, size)}`
  return (
    <Card look="up">
      <View className="row" {...tap(() => onOpen(id), `${title}，${words}，${copy.group.open}`, { role: 'link' })}>
        <Icon name="people" size={22} className="leafy" />
        <View className="grow">
          <View className="b">{title}</View>
          <View className="row order-group-note">
            <View className="n1">{words}</View>
            {until && <CountDown until={until} isSoft onEnd={onDeadline} />}
          </View>
        </View>
        <Icon name="forward" size={16} className="order-go" />
      </View>
    </Card>
  )
}
