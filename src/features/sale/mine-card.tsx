import { View } from '@tarojs/components'
import type { MySaleOrder } from '@/contract/sale'
import type { OrderId } from '@/domain/ids'
import { isOnShelf } from '@/domain/pickup/bag'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { CountDown } from '@/ui/count-down'
import { Icon } from '@/ui/icon'
import { PriceText } from '@/ui/price-text'
import { tap } from '@/ui/tap'
import { copy } from './copy'

const words = copy.mine

type Props = {
  readonly mine: readonly MySaleOrder[]
  /** The bags stand at the door; null where a courier brings them. */
  readonly isDelivered: boolean | null
  readonly onOrder: (orderId: OrderId) => void
  readonly onCode: (orderId: OrderId) => void
}

/** One's own orders in the sale, unpaid ones first: what to do next with each. */
export const MineCard = ({ mine, ...ways }: Props) => (
  <>
    {mine.map((order) => (
      <Mine key={order.orderId} order={order} {...ways} />
    ))}
  </>
)

const Mine = ({ order, isDelivered, onOrder, onCode }: Omit<Props, 'mine'> & { readonly order: MySaleOrder }) => {
  const { orderId, number, trade, payDeadlineAt, bag, text, totalFen, forName } = order
  const isUnpaid = trade === 'awaiting-payment'
  const isGone = trade === 'closed' || trade === 'cancelled'
  const isThere = isDelivered === true && !isUnpaid && !isGone && isOnShelf(bag)
  const state = isGone ? words.gone : words.title(number)
  const title = forName ? `${words.forName(forName)} · ${state}` : state
  return (
    <Card look="up">
      <View {...tap(() => onOrder(orderId), `${title}，${text}，${words.see}`, { role: 'link' })}>
        <View className="row sp">
          <View className="b grow cut">{title}</View>
          {isUnpaid && payDeadlineAt !== null && <CountDown until={payDeadlineAt} isSoft />}
          {isDelivered === true && !isUnpaid && !isGone && <View className="n2">{words.bag[bag]}</View>}
          {!isUnpaid && <Icon name="forward" size={14} className="n1" />}
        </View>
        <View className="row sp mt1">
          <View className="n2 grow cut">{text}</View>
          <PriceText fen={totalFen} isTotal isInk size={17} />
        </View>
      </View>
      {isUnpaid && (
        <View className="mt3">
          <Button width="wide" onTap={() => onOrder(orderId)}>
            {words.pay}
          </Button>
        </View>
      )}
      {isThere && (
        <View className="mt3">
          <Button width="wide" icon="scan" onTap={() => onCode(orderId)}>
            {words.code}
          </Button>
        </View>
      )}
    </Card>
  )
}
