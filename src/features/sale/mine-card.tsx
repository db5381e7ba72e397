import { View } from '@tarojs/components'
import type { MySaleOrder } from '@/contract/sale'
import type { OrderId } from '@/domain/ids'
import { isOnShelf } from '@/domain/pickup/bag'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { CountDown } from '@/ui/count-down'
import { PriceText } from '@/ui/price-text'
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
  const title = isGone ? words.gone : words.title(number)
  return (
    <Card look="up">
      <View className="row sp">
        <View className="b grow cut">{forName ? `${words.forName(forName)} · ${title}` : title}</View>
        {isUnpaid && payDeadlineAt !== null ? (
          <CountDown until={payDeadlineAt} isSoft />
        ) : (
          !isGone && isDelivered !== null && <View className="n2">{words.bag[bag]}</View>
        )}
      </View>
      <View className="row sp mt1">
        <View className="n2 grow cut">{text}</View>
        <PriceText fen={totalFen} isTotal isInk size={17} />
      </View>
      <View className="row mt3">
        <Button kind={isUnpaid ? 'fill' : 'line'} width="grow" onTap={() => onOrder(orderId)}>
          {isUnpaid ? words.pay : words.see}
        </Button>
        {isThere && (
          <Button width="grow" icon="scan" onTap={() => onCode(orderId)}>
            {words.code}
          </Button>
        )}
      </View>
    </Card>
  )
}
