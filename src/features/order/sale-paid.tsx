import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import type { OrderSaleView, OrderView } from '@/contract/order'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Icon } from '@/ui/icon'
import { dayText } from '@/ui/moment-text'
import { usePhone } from '@/ui/phone'
import { PriceText } from '@/ui/price-text'
import { saleCopy } from './sale-copy'
import { windowText } from './sale-words'
import { addressText } from './words'
import './order.scss'

const words = saleCopy.paid

type Props = {
  readonly order: OrderView
  readonly sale: OrderSaleView & { readonly number: number }
  /** Null once the sale has ended: there is nothing left to join. */
  readonly onShare: (() => void) | null
  readonly onBack: () => void
  readonly onSee: () => void
  /** What may be asked now that it is paid. */
  readonly children?: ReactNode
}

/** Paid in a group sale: one's place in the chain, where and when to fetch it, and the chain handed on. */
export const SalePaid = ({ order, sale, onShare, onBack, onSee, children }: Props) => {
  const { number, forName } = sale
  return (
    <>
      <View className="paid-mark">
        <Icon name="check" size={38} />
      </View>
      <View className="paid-words">
        <View className="h5">{forName ? words.titleFor(forName, number) : words.title(number)}</View>
        <View className="paid-sum">
          <PriceText fen={order.totalFen} isTotal isInk size={26} />
        </View>
        <View className="n2 mt2">{sale.title}</View>
      </View>
      <Coming order={order} sale={sale} />
      {children}
      <View className="paid-ways">
        <Button kind="line" width="grow" onTap={onSee}>
          {words.see}
        </Button>
        <Button kind={onShare ? 'line' : 'fill'} width="grow" onTap={onBack}>
          {words.back}
        </Button>
      </View>
      {onShare && (
        <View className="paid-share">
          <Button kind="leaf" width="wide" icon="share" onTap={onShare}>
            {words.share}
          </Button>
        </View>
      )}
    </>
  )
}

const Coming = ({ order, sale }: Pick<Props, 'order' | 'sale'>) => {
  const now = usePhone().now()
  const { pickup } = order
  return (
    <Card look="up">
      <View className="row top">
        <Icon name={pickup ? 'address' : 'truck'} size={22} className="leafy" />
        <View className="grow">
          <View className="b">
            {pickup ? windowText(sale, now) : saleCopy.deliver(dayText(sale.handOverFromAt, now))}
          </View>
          <View className="n2">{pickup ? pickup.point.name : addressText(order)}</View>
          {pickup && <View className="n1 mt1">{words.fetch}</View>}
        </View>
      </View>
    </Card>
  )
}
