import { View } from '@tarojs/components'
import type { OrderView } from '@/contract/order'
import { Chip } from '@/ui/chip'
import { ImageBox } from '@/ui/image-box'
import { PriceText } from '@/ui/price-text'
import { tap } from '@/ui/tap'
import { copy } from './copy'
import './order.scss'

type Props = { readonly order: OrderView; readonly onOpen: (productId: string) => void }

/** What was ordered, at the price it was ordered. */
export const OrderLines = ({ order, onOpen }: Props) => (
  <>
    {order.lines.map((line) => {
      const shipped = order.fulfilment === 'part-shipped' ? copy.shippedOf(line.shippedQuantity, line.quantity) : ''
      return (
        <View className="order-line" key={line.id} {...tap(() => onOpen(line.productId), line.title, { role: 'link' })}>
          <View className="order-picture">
            <ImageBox picture={line.picture} isSmall />
          </View>
          <View className="grow">
            <View className="b two-lines">{line.title}</View>
            {line.options.length > 0 && <View className="n1 cut">{line.options.join(' · ')}</View>}
            {shipped && <Chip tone="leaf">{shipped}</Chip>}
            {line.refundedQuantity > 0 && <Chip tone="honey">{copy.refundedOf(line.refundedQuantity)}</Chip>}
          </View>
          <View className="order-sum">
            <PriceText fen={line.unitPriceFen} isInk size={18} />
            <View className="n1">{`×${line.quantity}`}</View>
          </View>
        </View>
      )
    })}
  </>
)
