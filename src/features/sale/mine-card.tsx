import { View } from '@tarojs/components'
import type { MySaleOrder } from '@/contract/sale'
import type { OrderId } from '@/domain/ids'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { CountDown } from '@/ui/count-down'
import { PriceText } from '@/ui/price-text'
import { copy } from './copy'

const words = copy.mine

type Props = { readonly mine: readonly MySaleOrder[]; readonly onOrder: (orderId: OrderId) => void }

/** One's own orders in the sale, unpaid ones first: what to do next with each. */
export const MineCard = ({ mine, onOrder }: Props) => (
  <>
    {mine.map((order) => (
      <Card key={order.orderId} look="up">
        <View className="row sp">
          <View className="b grow">
            {order.forName
              ? words.forName(order.forName)
              : order.trade === 'closed'
                ? words.gone
                : words.title(order.number)}
          </View>
          {order.payDeadlineAt !== null && order.trade === 'awaiting-payment' ? (
            <CountDown until={order.payDeadlineAt} isSoft />
          ) : (
            <View className="n2">{order.trade === 'closed' ? '' : words.bag[order.bag]}</View>
          )}
        </View>
        <View className="row sp mt1">
          <View className="n2 grow cut">{order.text}</View>
          <PriceText fen={order.totalFen} isTotal isInk size={17} />
        </View>
        <View className="mt3">
          <Button
            kind={order.trade === 'awaiting-payment' ? 'fill' : 'line'}
            width="wide"
            onTap={() => onOrder(order.orderId)}
          >
            {order.trade === 'awaiting-payment' ? words.pay : order.bag === 'handed' ? words.see : words.code}
          </Button>
        </View>
      </Card>
    ))}
  </>
)
