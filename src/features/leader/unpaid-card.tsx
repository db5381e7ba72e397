import { View } from '@tarojs/components'
import type { SaleBoard, UnpaidOrder } from '@/contract/leader'
import type { OrderId } from '@/domain/ids'
import { yuanText } from '@/domain/money'
import { MINUTE, type EpochMs } from '@/domain/time'
import { Avatar } from '@/ui/avatar'
import { Button } from '@/ui/button'
import { Card, CardHead, More } from '@/ui/card'
import { usePhone } from '@/ui/phone'
import { copy } from './copy'
import { clockText } from './words'

const words = copy.unpaid
const SHOWN = 5

type Props = {
  readonly board: SaleBoard
  readonly busy: string | null
  readonly onNudge: (orderId: OrderId) => void
  readonly onAll: () => void
}

/** Who has ordered and not paid yet, the one whose clock runs out first on top of the list as the shop sends it. */
export const UnpaidCard = ({ board, busy, onNudge, onAll }: Props) => {
  const now = usePhone().now()
  return (
    <Card>
      <CardHead title={words.title(board.unpaidOrders)} note={words.once} />
      <View className="mt1">
        {board.unpaid.slice(0, SHOWN).map((order) => (
          <UnpaidRow key={order.orderId} order={order} now={now} busy={busy} onNudge={onNudge} />
        ))}
      </View>
      {board.unpaid.length > SHOWN && (
        <View className="mt2 center">
          <More text={words.all(board.unpaidOrders)} onTap={onAll} />
        </View>
      )}
    </Card>
  )
}

type RowProps = Pick<Props, 'busy' | 'onNudge'> & { readonly order: UnpaidOrder; readonly now: EpochMs }

const UnpaidRow = ({ order, now, busy, onNudge }: RowProps) => (
  <View className="unpaid-row">
    <Avatar name={order.name} url={order.avatar} />
    <View className="grow">
      <View className="unpaid-what cut">
        <View className="unpaid-name">{order.name}</View>
        {order.text}
      </View>
      <View className="n1">{`¥${yuanText(order.totalFen)} · ${words.left(minutesLeft(order, now))}`}</View>
    </View>
    <Nudge order={order} now={now} isBusy={busy === order.orderId} onNudge={onNudge} />
  </View>
)

const minutesLeft = ({ payDeadlineAt }: UnpaidOrder, now: EpochMs): number =>
  Math.max(0, Math.floor((payDeadlineAt - now) / MINUTE))

type NudgeProps = {
  readonly order: UnpaidOrder
  readonly now: EpochMs
  readonly isBusy: boolean
  readonly onNudge: (orderId: OrderId) => void
}

const Nudge = ({ order, now, isBusy, onNudge }: NudgeProps) => {
  if (order.nudgedAt !== null) return <View className="n1 leafy">{words.nudged(clockText(order.nudgedAt))}</View>
  if (order.canNudge)
    return (
      <Button kind="soft" isSmall isBusy={isBusy} label={words.who(order.name)} onTap={() => onNudge(order.orderId)}>
        {words.nudge}
      </Button>
    )
  return <View className="n1">{minutesLeft(order, now) > 3 ? words.early : words.late}</View>
}
