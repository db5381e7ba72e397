import { useEffect } from 'react'
import { View } from '@tarojs/components'
import type { OrderSaleView, OrderView } from '@/contract/order'
import type { OrderId } from '@/domain/ids'
import { Card } from '@/ui/card'
import { DigitSquare } from '@/ui/digit-square'
import { Icon } from '@/ui/icon'
import { ListRow } from '@/ui/list-row'
import { usePhone } from '@/ui/phone'
import { tap } from '@/ui/tap'
import { copy } from './copy'
import { saleCopy } from './sale-copy'
import { canFetch, isDelivered, windowText } from './sale-words'
import { TurningCode } from './turning-code'
import { usePickupKey } from './use-pickup-key'
import './pickup-code.scss'

const words = saleCopy.code

type Props = {
  readonly order: Pick<OrderView, 'id' | 'trade'>
  readonly sale: OrderSaleView
  readonly pickup: NonNullable<OrderView['pickup']>
  readonly onShow: (orderId: OrderId) => void
  /** The bag went, or came back, while the page was open. */
  readonly onMoved: () => void
}

/** Where and when the bag is fetched; once it stands there, the code that fetches it. */
export const SaleCode = ({ order, sale, pickup, onShow, onMoved }: Props) => {
  const now = usePhone().now()
  const { point, code } = pickup
  const isOpen = canFetch({ ...order, sale, pickup })
  const isThere = isOpen && isDelivered(sale.state)
  if (sale.bag === 'handed' || sale.bag === 'returned') return null
  const show = () => onShow(order.id)
  return (
    <Card look="up">
      {isThere && <Shown orderId={order.id} sale={sale} plainCode={code} onShow={show} onMoved={onMoved} />}
      <View className={isThere ? 'row top mt4' : 'row top'}>
        <Icon name="address" size={22} className="leafy" />
        <View className="grow">
          <View className="b">{point.name}</View>
          <View className="n1">{`${windowText(sale, now)} · ${point.address}`}</View>
        </View>
      </View>
      {isOpen && !isThere && code && <ListRow icon="scan" title={words.title} note={words.early} onTap={show} />}
    </Card>
  )
}

type ShownProps = Pick<Props, 'sale' | 'onMoved'> & {
  readonly orderId: OrderId
  readonly plainCode: string | null
  readonly onShow: () => void
}

const Shown = ({ orderId, sale, plainCode, onShow, onMoved }: ShownProps) => {
  const { held } = usePickupKey(orderId)
  const isMoved = held !== null && held.key.bag !== sale.bag
  useEffect(() => {
    if (isMoved) onMoved()
  }, [isMoved]) // eslint-disable-line react-hooks/exhaustive-deps -- once for each move, whoever is told
  const plain = held?.key.plainCode ?? plainCode
  return (
    <View className="pickup-code" {...tap(onShow, words.enlarge)}>
      {held ? <TurningCode held={held} /> : plain && <DigitSquare digits={plain} />}
      <View className="grow">
        <View className="n2">{sale.forName ? words.numberOf(sale.forName) : words.number}</View>
        <View className="pickup-number">{sale.number}</View>
        {plain && <View className="n1">{`${words.plain} ${copy.writtenCode(plain)}`}</View>}
      </View>
      <Icon name="forward" size={16} className="order-go" />
    </View>
  )
}
